import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types and document nodes for every `graphql(...)` call in the web app, from the schema that the API generates. */
const config: CodegenConfig = {
  schema: '../../schema.graphql',
  documents: ['src/**/*.{ts,tsx}', '!src/gql/**', '!src/routeTree.gen.ts'],
  ignoreNoDocuments: true,
  silent: true,
  generates: {
    './src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'documentNode',
        useTypeImports: true,
        enumsAsTypes: true,
        scalars: {
          LocalDate: 'string',
          DateTime: 'string',
          Vnd: 'number',
          Json: 'unknown',
        },
        strictScalars: true,
        emitLegacyCommonJSImports: false,
      },
    },
  },
};

export default config;
