import { careless, secret, type ThrowAwaySubgraph, throwAwaySubgraph } from './throw-away-subgraph';

/** Three small services: accounts; their deals; their instalments, with ways to go wrong. */
export async function smallHouse(): Promise<Record<'planning' | 'deal' | 'receivables', ThrowAwaySubgraph>> {
  const planning = await throwAwaySubgraph(
    'planning',
    `type Query { account(id: ID!): Account, accounts(first: Int! = 20): AccountConnection }
     type Mutation { renameAccount(id: ID!, name: String!): Account }
     type AccountConnection { nodes: [Account!]! }
     type Account @key(fields: "id") { id: ID!, name: String }`,
    (calls) => ({
      Query: {
        account: (_: unknown, { id }: { id: string }) => ({ id, name: `Account ${id}` }),
        accounts: (_: unknown, { first }: { first: number }) => ({
          nodes: Array.from({ length: Math.min(first, 2) }, (_none, index) => ({
            id: String(index),
            name: `Account ${index}`,
          })),
        }),
      },
      Mutation: {
        renameAccount: async (_: unknown, { id, name }: { id: string; name: string }) => {
          calls.push(`begin ${name}`);
          await new Promise((done) => setTimeout(done, 30));
          calls.push(`end ${name}`);
          return { id, name };
        },
      },
      Account: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `Account ${id}` }) },
    }),
  );
  const deal = await throwAwaySubgraph(
    'deal',
    `type Query { deal(id: ID!): Deal, deals(first: Int! = 20): DealConnection }
     type Mutation { openDeal(accountId: ID!): Deal }
     type DealConnection { nodes: [Deal!]! }
     type Deal @key(fields: "id") { id: ID!, title: String, heading: String @deprecated(reason: "Use Deal.title."), account: Account }
     type Account @key(fields: "id") { id: ID!, deals(first: Int! = 20): DealConnection }`,
    (calls) => ({
      Query: {
        deal: (_: unknown, { id }: { id: string }) => ({ id, title: `Deal ${id}`, account: { id: `of-${id}` } }),
        deals: () => ({ nodes: [{ id: 'a', title: 'Deal a', account: { id: '0' } }] }),
      },
      Mutation: {
        openDeal: (_: unknown, { accountId }: { accountId: string }) => {
          calls.push(`open ${accountId}`);
          return { id: `of-${accountId}`, title: 'New', account: { id: accountId } };
        },
      },
      Account: {
        __resolveReference: ({ id }: { id: string }) => ({ id }),
        deals: ({ id }: { id: string }, { first }: { first: number }) => ({
          nodes: [{ id: `${id}-1`, title: `First of ${first}`, account: { id } }],
        }),
      },
    }),
  );
  const receivables = await throwAwaySubgraph(
    'receivables',
    `type Query { whoami: String, wrong: String, forbidden: String, nonsense: String, sum(of: [Int!]!): Int }
     type Instalment { name: String!, outstanding: String! }
     type Account @key(fields: "id") { id: ID!, openInstalments: [Instalment!], brokenInstalments: [Instalment!], forbiddenInstalments: [Instalment!] }`,
    () => ({
      Query: {
        whoami: (_: unknown, __: unknown, { headers }: { headers: Record<string, string> }) =>
          headers['authorization'] ?? 'nobody',
        wrong: () => {
          throw new TypeError(`cannot connect to db.internal as app:${secret}`);
        },
        forbidden: () => {
          throw careless('Only FINANCE may see this.', 'FORBIDDEN');
        },
        nonsense: () => {
          throw careless(`code of its own, with ${secret}`, 'WEIRD');
        },
        sum: (_: unknown, { of }: { of: number[] }) => of.reduce((sum, one) => sum + one, 0),
      },
      Account: {
        __resolveReference: ({ id }: { id: string }) => ({ id }),
        openInstalments: () => [{ name: '首付', outstanding: '300000.00' }],
        brokenInstalments: () => {
          throw new Error(`relation ${secret} does not exist`);
        },
        forbiddenInstalments: () => {
          throw careless('Only FINANCE may see these.', 'FORBIDDEN');
        },
      },
    }),
  );
  return { planning, deal, receivables };
}
