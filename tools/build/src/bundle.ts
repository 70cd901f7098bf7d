import { isBuiltin } from 'node:module';
import { build } from 'esbuild';
import { type Edit, swc } from './swc-plugin';

/**
 * Bundles an entry with everything it imports of this house into one CommonJS file and its source map; packages stay outside.
 * @param entry the TypeScript file, from the root
 * @param outfile where the bundle goes, from the root
 * @param edit what becomes of a source file before it is compiled
 * @returns the names of the packages that the bundle imports, sorted
 * @throws esbuild's failure, with the place in the source, when an import cannot be resolved
 */
export async function bundle(root: string, entry: string, outfile: string, edit?: Edit): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    tsconfig: 'tsconfig.base.json',
    // The names of classes are the names of graph types and migrations; two classes of one name in a bundle must keep theirs.
    keepNames: true,
    sourcemap: true,
    metafile: true,
    logLevel: 'silent',
    plugins: [swc(edit)],
  });
  const imported = Object.values(metafile.outputs).flatMap((output) => output.imports);
  const packages = imported
    .filter(({ path, external }) => external && !isBuiltin(path))
    .map(({ path }) => packageOf(path));
  return [...new Set(packages)].sort();
}

/** '@apollo/server/errors' is of '@apollo/server'. */
const packageOf = (path: string): string =>
  path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/');
