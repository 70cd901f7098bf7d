import { basename } from 'node:path';
import { buildDeployable } from './build-deployable';

/** `node -r @swc-node/register tools/build/src/build.ts deal …`: builds programs for deployment into dist/. */
async function main(projects: readonly string[]): Promise<void> {
  // Nx says `apps/deal`.
  for (const project of projects) console.log(`built ${await buildDeployable(process.cwd(), basename(project))}`);
}

void main(process.argv.slice(2));
