import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { HeaderMap } from '@apollo/server';
import { eventually, type GraphClient, graphClient } from '@fivepoint/testing';
import { buildSchema } from 'graphql';
import { loadDemo } from '../../demo/src/load-demo';
import { fourInstalments } from '../../lifecycle/src/drive';
import { HandoffClock } from '../../lifecycle/src/handoff-clock';
import { lifecycle } from '../../lifecycle/src/lifecycle';
import { peopleOf } from '../../lifecycle/src/local-people';
import { serviceNamed } from '../../local/src/services';
import { repositoryRoot } from '../../local/src/settings';
import { throwAwayFolder } from '../../local/src/throw-away-folder';
import { type House, startHouse } from './house';
import { silent } from './progress';
import { pathsFrom } from './spec/everything';
import { StatementCount } from './spec/statements';

jest.setTimeout(600_000);

/** Few: a resolver that reads one by one shows in the second account already. */
const many = 4;
const run = 'count';

const read = (path: string) => readFileSync(join(repositoryRoot, path), 'utf8');
const paths = pathsFrom(buildSchema(read('supergraph.graphql'), { assumeValidSDL: true }), 'Account');

/** A page of the run's accounts. */
const page = (selection: string) =>
  `query ($first: Int!, $name: String!) { accounts(first: $first, filter: { nameContains: $name }) { nodes { id ${selection} } } }`;

/** The query that the explorer opens with, for as many accounts as one wants. */
const welcome = read('apps/gateway/src/explorer/welcome.graphql')
  .replace('query Account', 'query Account($first: Int!, $name: String!)')
  .replace(/accounts\(.*?\)/, 'accounts(first: $first, filter: { nameContains: $name })');

interface Id {
  id: string;
}

describe('the statements behind a page of accounts', () => {
  const folder = throwAwayFolder('statements');
  const { dataDir } = folder;
  const count = new StatementCount();
  let house: House;
  let graph: GraphClient;

  beforeAll(async () => {
    count.start();
    house = await startHouse({ dataDir, port: 0, logLevel: 'fatal', step: silent, say: () => undefined });
    await loadDemo(house);
    const people = peopleOf(house.url, (name) => house.issuer.token(name));
    const options = { accounts: many, concurrency: many, run, progress: () => undefined };
    expect((await lifecycle(people, new HandoffClock(), options)).problems).toEqual([]);
    graph = graphClient(house.url, await house.issuer.token('admin'));
    const group = await done('registerAccount', 'Account', { name: 'The group', level: 'GROUP' });
    const { accounts } = await graph.query<{ accounts: { nodes: (Id & { deals: { nodes: Id[] } })[] } }>(
      page('deals(first: 1) { nodes { id } }'),
      { first: many, name: `Loop ${run}-` },
    );
    expect(accounts.nodes).toHaveLength(many);
    await Promise.all(accounts.nodes.map(({ id, deals }) => widen(id, group, deals.nodes[0]?.id ?? '')));
    // What the last commands have set off must be over before anything is counted.
    await eventually(async () => expect(await count.of(() => pause(1_000))).toEqual({}), { timeoutMs: 60_000 });
  });
  afterAll(async () => {
    count.stop();
    await house.stop();
    await folder.remove();
  });

  /** Runs a command that must succeed; returns the id of its result. */
  async function done(mutation: string, result: string, input: object): Promise<string> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const answer = await graph.query<Record<string, { id?: string }>>(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { ... on DomainError { message } ... on ${result} { id } } }`,
      { input },
    );
    const id = answer[mutation]?.id;
    if (!id) throw new Error(`${mutation}: ${JSON.stringify(answer)}`);
    return id;
  }

  /** What the loop leaves out: relations, people, an expansion, and a second contract whose instalments are open and in dispute. */
  async function widen(accountId: string, parentId: string, dealId: string): Promise<void> {
    await done('updateAccount', 'Account', { accountId, parentId });
    await done('registerAccount', 'Account', { name: `Branch ${accountId}`, level: 'CITY', parentId: accountId });
    await done('registerContact', 'Contact', { accountId, name: '王工' });
    const amount = { amount: '900000.00', currency: 'CNY' };
    await done('identifyExpansion', 'Expansion', {
      accountId,
      need: 'a second line',
      fit: 60,
      amount,
      dueOn: '2027-01-31',
    });
    for (const toStage of ['BID', 'NEGOTIATE']) await done('advanceDeal', 'Deal', { dealId, toStage });
    const contractId = await done('signContract', 'Contract', { dealId, amount, paymentTerms: fourInstalments });
    const instalmentId = await eventually(() => firstInstalment(contractId), { timeoutMs: 30_000 });
    await done('openDispute', 'Dispute', { contractId, instalmentId, reason: 'QUALITY', note: 'noise' });
  }

  async function firstInstalment(contractId: string): Promise<string> {
    const { contract } = await graph.query<{ contract: { instalments: Id[] } | null }>(
      'query ($id: UUID!) { contract(id: $id) { instalments { id } } }',
      { id: contractId },
    );
    const [first] = contract?.instalments ?? [];
    if (!first) throw new Error('receivables has not heard of the contract yet');
    return first.id;
  }

  const statementsFor = (query: string, first: number) =>
    count.of(() => graph.query(query, { first, name: `Loop ${run}-` }));

  const queries = [
    { name: 'the account page', query: welcome },
    ...paths.map(({ name, selection }) => ({ name, query: page(selection) })),
  ];

  it.each(queries)('are as many for some accounts as for one: $name', async ({ query }) => {
    const forOne = await statementsFor(query, 1);
    expect(forOne['planning']).toBeGreaterThan(0);
    expect(await statementsFor(query, many)).toEqual(forOne);
  });

  it('reach all five services', async () => {
    const services = ['acquisition', 'customer_success', 'deal', 'planning', 'receivables'];
    expect(Object.keys(await statementsFor(welcome, 1))).toEqual(services);
  });

  it('would be more if a resolver read one by one', async () => {
    const deal = house.services.get('deal');
    const Deal = serviceNamed('deal').entities.find(({ name }) => name === 'Deal') as new () => { id: string };
    const headers = new HeaderMap([['authorization', `Bearer ${await house.issuer.token('admin')}`]]);
    const { deals } = await graph.query<{ deals: { nodes: Id[] } }>('{ deals(first: 5) { nodes { id } } }');
    const oneByOne = await count.of(async () => {
      const context = await deal?.contextFor(headers);
      for (const { id } of deals.nodes) await context?.reads.one(Deal, id);
    });
    const together = await count.of(async () => {
      const context = await deal?.contextFor(headers);
      await Promise.all(deals.nodes.map(({ id }) => context?.reads.one(Deal, id)));
    });
    expect([oneByOne, together]).toEqual([{ deal: 15 }, { deal: 3 }]);
  });
});
