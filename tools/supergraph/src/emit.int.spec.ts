import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { canonical } from './canonical';
import { emittedSchema } from './emit';
import { serviceApps, workspace } from './subgraphs';
import { supergraphOf } from './supergraph';

/** The schema from a process that has loaded this one service only. */
function alone(name: string): string {
  const run = spawnSync(
    process.execPath,
    ['-r', '@swc-node/register', join(__dirname, 'schemas.ts'), '--print', name],
    {
      cwd: workspace,
      encoding: 'utf8',
      env: { ...process.env, TS_NODE_PROJECT: join(workspace, 'tsconfig.base.json') },
    },
  );
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout;
}

// each service is loaded in a process of its own, which takes its time on a busy machine
jest.setTimeout(120_000);

describe("the services' schemas", () => {
  const together = new Map<string, string>();

  beforeAll(async () => {
    for (const name of serviceApps()) together.set(name, await emittedSchema(name));
  });

  // The registry of the schema's classes is one for the whole process: nothing of one service may leak into another's schema.
  it.each(serviceApps())('%s is the same alone and beside the others', (name) => {
    expect(canonical(alone(name))).toBe(canonical(together.get(name) ?? ''));
  });

  it('compose', () => {
    const supergraph = supergraphOf([...together].map(([name, sdl]) => ({ name, sdl })));
    for (const name of serviceApps()) expect(supergraph).toContain(`url: "http://${name}/graphql"`);
  });

  it('are of services that exist', async () => {
    await expect(emittedSchema('gateway')).rejects.toThrow();
  });
});
