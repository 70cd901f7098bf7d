import type { PartialStrykerOptions } from '@stryker-mutator/api/core' with { 'resolution-mode': 'import' };

/** Where a project's reports are, its configuration among them. */
export const reportsOf = (project: string): string => `reports/mutation/${project.split('/').at(-1)}`;

/** How Stryker plants defects in the rules of a project and lets the project's own unit specs find them, without PostgreSQL. Pure. */
export function configurationOf(project: string, rules: readonly string[]): PartialStrykerOptions {
  const reports = reportsOf(project);
  return {
    mutate: [...rules],
    testRunner: 'jest',
    jest: {
      configFile: 'jest.config.cjs',
      config: {
        roots: [`<rootDir>/${project}`],
        testMatch: ['**/*.unit.spec.ts'],
        globalSetup: null,
        globalTeardown: null,
      },
    },
    coverageAnalysis: 'perTest',
    plugins: ['@stryker-mutator/jest-runner', './tools/mutation/no-rules.mjs'],
    ignorers: ['no-rules'],
    ignorePatterns: ['/dist', '/.fivepoint', '/coverage', '/reports', '/tools/dev/recordings'],
    incremental: true,
    incrementalFile: `${reports}/incremental.json`,
    reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
    htmlReporter: { fileName: `${reports}/index.html` },
    jsonReporter: { fileName: `${reports}/mutation.json` },
    clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
    warnings: { slow: false, unknownOptions: true, preprocessorErrors: true, unserializableOptions: true },
    concurrency: 1,
    // A jest that has run some hundred times in one process holds gigabytes.
    maxTestRunnerReuse: 100,
    timeoutMS: 20_000,
    thresholds: { high: 100, low: 95, break: 84 },
  };
}
