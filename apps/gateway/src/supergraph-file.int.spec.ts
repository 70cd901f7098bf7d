import { mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@fivepoint/testing';
import { type House, house, supergraphOf } from './spec/house';
import { smallHouse } from './spec/small-house';

describe('the supergraph file', () => {
  let subgraphs: Awaited<ReturnType<typeof smallHouse>>;
  let here: House;
  const folders: string[] = [];

  beforeEach(async () => {
    subgraphs = await smallHouse();
    here = await house('local', Object.values(subgraphs));
  });

  afterEach(async () => {
    await here.stop();
    await Promise.all(Object.values(subgraphs).map((one) => one.stop()));
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
  });

  async function rootFields(): Promise<string[]> {
    const { __type } = await here.client.query<{ __type: { fields: { name: string }[] } }>(
      '{ __type(name: "Query") { fields { name } } }',
    );
    return __type.fields.map(({ name }) => name);
  }

  const reads = async () =>
    (await here.gateway.metrics.getSingleMetric('fivepoint_supergraph_reads_total')?.get())?.values;
  const withoutReceivables = () => supergraphOf([subgraphs.planning, subgraphs.deal]);
  /** As deployments do it: the new file takes the place of the old one. */
  async function replaceBy(text: string): Promise<void> {
    await writeFile(`${here.supergraphPath}.new`, text);
    await rename(`${here.supergraphPath}.new`, here.supergraphPath);
  }

  it.each([
    ['written in place', () => writeFile(here.supergraphPath, withoutReceivables())],
    ['replaced', () => replaceBy(withoutReceivables())],
  ])('is served anew when it is %s, without a restart and without a failed request', async (_, change) => {
    expect(await rootFields()).toContain('whoami');
    const failures: unknown[] = [];
    let asking = true;
    const load = (async () => {
      while (asking) {
        const answer = await here.client.raw('{ account(id: "1") { name deals { nodes { title } } } }');
        if (answer.errors) failures.push(answer.errors);
      }
    })();
    await change();
    await eventually(async () => expect(await rootFields()).not.toContain('whoami'));
    asking = false;
    await load;
    expect(failures).toEqual([]);
    expect((await here.client.raw('{ whoami }')).errors).toMatchObject([
      { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
  });

  it.each([
    ['no GraphQL', 'type Query {'],
    ['no supergraph', 'type Query { a: Int }'],
    ['empty', ''],
  ])('that is %s is logged once, and the graph of before goes on', async (_, text) => {
    await replaceBy(text);
    await eventually(async () =>
      expect(await reads()).toContainEqual(expect.objectContaining({ labels: { outcome: 'refused' } })),
    );
    expect(await here.client.query('{ account(id: "1") { name } }')).toEqual({ account: { name: 'Account 1' } });
    await new Promise((done) => setTimeout(done, 500));
    expect(here.logged.filter((line) => line.includes('cannot be served'))).toHaveLength(1);
    await replaceBy(withoutReceivables());
    await eventually(async () => expect(await rootFields()).not.toContain('whoami'));
  });

  it('with a subgraph of unknown address is refused like any other that cannot be served', async () => {
    const stranger = { name: 'stranger', sdl: 'type Query { stranger: Int }' };
    await replaceBy(supergraphOf([...Object.values(subgraphs), stranger]));
    await eventually(async () => expect(here.logged.join()).toContain('stranger=<url>'));
    expect(await rootFields()).toContain('whoami');
  });

  it('is noticed at once where the system reports its changes, every time, long before the next look', async () => {
    await here.stop();
    here = await house('local', Object.values(subgraphs), { supergraphPollMs: 3_600_000 });
    await replaceBy(withoutReceivables());
    await eventually(async () => expect(await rootFields()).not.toContain('whoami'));
    await replaceBy(supergraphOf(Object.values(subgraphs)));
    await eventually(async () => expect(await rootFields()).toContain('whoami'));
  });

  it('is noticed by looking where it does not, such as behind a link into another folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'elsewhere-'));
    folders.push(folder);
    const elsewhere = join(folder, 'supergraph.graphql');
    await writeFile(elsewhere, supergraphOf(Object.values(subgraphs)));
    await rm(here.supergraphPath);
    await symlink(elsewhere, here.supergraphPath);
    await new Promise((done) => setTimeout(done, 500));
    await writeFile(elsewhere, withoutReceivables());
    await eventually(async () => expect(await rootFields()).not.toContain('whoami'));
  });

  it('may be gone for a while', async () => {
    await rm(here.supergraphPath);
    await new Promise((done) => setTimeout(done, 300));
    expect(await rootFields()).toContain('whoami');
    await writeFile(here.supergraphPath, withoutReceivables());
    await eventually(async () => expect(await rootFields()).not.toContain('whoami'));
  });

  it('must be there at the start', async () => {
    const start = house('local', Object.values(subgraphs), { supergraphPath: '/nowhere/supergraph.graphql' });
    await expect(start).rejects.toThrow('no supergraph at /nowhere/supergraph.graphql; make it with: npm run schemas');
  });
});
