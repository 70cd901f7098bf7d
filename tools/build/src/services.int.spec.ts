import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serviceNames } from '@fivepoint/contracts';
import { canonical } from '../../supergraph/src/canonical';
import { bundle } from './bundle';

const root = join(__dirname, '../../..');

/** Everything a bundle could lose shows in the graph: names of classes, types of fields, descriptions, resolvers that registered themselves. */
test('the bundled services have the graph that is checked in', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fivepoint-build-'));
  try {
    const probe = join(folder, 'probe.ts');
    const outfile = join(folder, 'probe.js');
    writeFileSync(
      probe,
      `import 'reflect-metadata';
       import { schemaOf } from '${root}/libs/service/src/index';
       ${serviceNames.map((name, index) => `import * as service${index} from '${root}/apps/${name}/src/service';`).join('\n')}
       async function main() {
         const answer = {};
         for (const exported of [${serviceNames.map((_, index) => `service${index}`).join(', ')}]) {
           const [definition] = Object.values(exported);
           answer[definition.name] = (await schemaOf(definition)).sdl;
         }
         process.stdout.write(JSON.stringify(answer));
       }
       void main();`,
    );
    await bundle(root, probe, outfile);
    const env = { ...process.env, NODE_PATH: join(root, 'node_modules') };
    const answer: unknown = JSON.parse(execFileSync(process.execPath, [outfile], { env, encoding: 'utf8' }));
    const bundled = answer as Record<string, string>;
    for (const name of serviceNames) {
      const checkedIn = readFileSync(join(root, 'apps', name, 'schema.graphql'), 'utf8');
      expect(canonical(String(bundled[name]))).toBe(canonical(checkedIn));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
