import { readFile } from 'node:fs/promises';
import { transform } from '@swc/core';
import type { Plugin } from 'esbuild';

/** Changes the source of a file on its way into a bundle. */
export type Edit = (path: string, source: string) => string;

/**
 * Compiles TypeScript with swc within esbuild, which itself writes no decorator metadata: type-graphql and TypeORM read the types of fields
 * and columns from it. The options are those of tsconfig.base.json.
 * @param edit what becomes of a file's source before it is compiled; by default nothing
 */
export const swc = (edit: Edit = (_path, source) => source): Plugin => ({
  name: 'swc',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const { code } = await transform(edit(path, await readFile(path, 'utf8')), {
        filename: path,
        swcrc: false,
        configFile: false,
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        // Inline, so that esbuild's own map leads back to the TypeScript.
        sourceMaps: 'inline',
      });
      return { contents: code, loader: 'js' };
    });
  },
});
