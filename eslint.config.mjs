import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';
import { tagRules } from './tools/lint/dependency-rules.mjs';
import { house } from './tools/lint/house-plugin.mjs';

// Without a fresh graph of the projects, Nx's rule would pass over everything or judge by yesterday's tags.
process.env.NX_DAEMON = 'false';
await createProjectGraphAsync();

export default tseslint.config(
  {
    ignores: [
      'node_modules/**',
      'dist/**',
      'coverage/**',
      'reports/**',
      '.stryker-tmp/**',
      '.nx/**',
      '.fivepoint/**',
      '**/generated/**',
      '**/*.template.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommended,
  {
    files: ['{apps,libs,tools}/**/*.{ts,mts,cts,js,mjs,cjs}'],
    plugins: { house },
    rules: { 'house/imports': 'error', 'house/environment': 'error', 'house/real-postgres': 'error' },
  },
  {
    files: ['**/*.ts'],
    plugins: { '@nx': nx },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    // The few rules that need types and are worth their seconds: a promise that nobody awaits loses its error.
    files: ['apps/**/*.ts', 'libs/**/*.ts', 'tools/**/*.ts'],
    languageOptions: { parserOptions: { project: ['tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
    },
  },
  { files: ['apps/**/*.ts', 'libs/**/*.ts'], rules: { 'no-console': 'error' } },
  {
    files: ['libs/kernel/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'house/no-decorators': 'error',
      'no-restricted-globals': ['error', 'process', 'fetch', 'global', 'globalThis'],
    },
  },
  ...tagRules,
  prettier,
);
