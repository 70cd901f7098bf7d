'use strict';

// Where it is already tomorrow for most of the day: who takes the machine's day for the tenant's, or for UTC's, fails here and not in the field.
process.env.TZ = 'Pacific/Kiritimati';

/** One configuration for every spec: `npx jest deal` runs what has "deal" in its path, `npx jest .unit.` only pure rules. */
/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/tools'],
  testMatch: ['**/*.{unit,int,e2e}.spec.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
          target: 'es2022',
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: { '^@fivepoint/([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts' },
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/libs/testing/src/jest/global-setup.ts',
  globalTeardown: '<rootDir>/libs/testing/src/jest/global-teardown.ts',
  testSequencer: '<rootDir>/libs/testing/src/jest/longest-first.cjs',
  /** A test that hangs ends; no test is measured by it, for two cores may be busy with much else. */
  testTimeout: 300_000,
  maxWorkers: 2,
};
