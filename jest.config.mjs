/** Options every Jest project of the repository shares: ES modules compiled by SWC, aliases as in tsconfig.json. */
const shared = {
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^@kit/(.*)$': '<rootDir>/libs/kit/$1/index.ts',
    '^@domain/(.*)$': '<rootDir>/libs/domain/$1/index.ts',
    '^@database/(.*)$': '<rootDir>/libs/database/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': ['@swc/jest', {
      jsc: {
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
        target: 'es2023', keepClassNames: true,
      },
      module: { type: 'es6' },
    }],
    // ES modules that CommonJS parts of Fastify require; Jest cannot do that before Node 24.9.
    '/node_modules/(content-disposition|cookie)/.+\\.js$': ['@swc/jest', { module: { type: 'commonjs' } }],
  },
  transformIgnorePatterns: ['/node_modules/(?!(content-disposition|cookie)/)'],
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.khoi/'],
};

export default {
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/apps/web/src/**/*.spec.ts'] },
    {
      ...shared, displayName: 'e2e', testMatch: ['<rootDir>/test/{e2e,architecture,contract}/**/*.spec.ts'],
      setupFiles: ['<rootDir>/test/setup/preload-nest.ts'],
      globalSetup: '<rootDir>/test/setup/global-setup.mjs', globalTeardown: '<rootDir>/test/setup/global-teardown.mjs',
    },
    {
      ...shared, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.spec.ts'],
      setupFiles: ['<rootDir>/test/setup/preload-nest.ts'],
      globalSetup: '<rootDir>/test/setup/global-setup.mjs', globalTeardown: '<rootDir>/test/setup/global-teardown.mjs',
    },
  ],
};
