import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type House, house } from '../spec/house';

const root = resolve(__dirname, '../../../..');
const supergraphPath = join(root, 'supergraph.graphql');
const welcome = readFileSync(join(__dirname, 'welcome.graphql'), 'utf8');
const [, readme = ''] = /```graphql\n([^`]+)```/.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? [];

/** Every subgraph of the checked-in supergraph, with nothing to say: what is tried here is only what the gateway thinks of a query. */
function silentServices() {
  const names = [...readFileSync(supergraphPath, 'utf8').matchAll(/@join__graph\(name: "([^"]+)"/g)];
  const silent = () => ({ ask: async () => '{"data":{"nothing":null}}', close: async () => undefined });
  return Object.fromEntries(names.map(([, name = '']) => [name, silent]));
}

describe('the first query that a newcomer sees', () => {
  let here: House;

  beforeAll(async () => {
    here = await house('local', [], { supergraphPath }, { subgraphs: silentServices() });
  });
  afterAll(() => here.stop());

  it.each([
    ['in the explorer', welcome],
    ['in the README', readme],
  ])('%s fits the graph that is checked in, and the limits that are the default', async (_, query) => {
    const answer = await here.client.raw(query);
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toBeTruthy();
  });

  it('would not, if the graph did not have what it asks for', async () => {
    const answer = await here.client.raw(welcome.replace('renewals(', 'nothingOfThatName('));
    expect(answer.errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  });
});
