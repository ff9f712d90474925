import type { CodegenConfig } from '@graphql-codegen/cli';

const types = {
  useTypeImports: true,
  enumsAsTypes: true,
  skipTypename: true,
  scalars: { ID: 'string', LocalDate: 'string', DateTime: 'string', Vnd: 'number', Json: 'unknown' },
  strictScalars: true,
};

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
      config: { ...types, documentMode: 'documentNode', emitLegacyCommonJSImports: false },
    },
    // Enums and object types of the whole schema, for components that are not tied to one query.
    './src/gql/schema.ts': { plugins: ['typescript'], config: types },
  },
};

export default config;
