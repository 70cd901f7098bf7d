import { transformFile } from '@swc/core';
import type { Plugin } from 'esbuild';

/**
 * Compiles TypeScript with swc within esbuild, which itself writes no decorator metadata: type-graphql and TypeORM read the types of fields
 * and columns from it. The options are those of tsconfig.base.json.
 */
export const swc: Plugin = {
  name: 'swc',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const { code } = await transformFile(path, {
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
};
