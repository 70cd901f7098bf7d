import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n';

/** Four services of the benchmark's graph, each with the one answer that it always gives, at once. */
export const services: Readonly<Record<string, { sdl: string; answer: string }>> = {
  planning: {
    sdl: `${link} type Query { account(id: ID!): Account } type Account @key(fields: "id") { id: ID!, name: String, team: String }`,
    answer: JSON.stringify({
      data: { account: { __typename: 'Account', id: '1', name: '华东电力 East Power', team: 'East' } },
    }),
  },
  acquisition: {
    sdl: `${link} type Query { leads: Int } type Lead { title: String, status: String }
          type Account @key(fields: "id") { id: ID!, leads: [Lead!] }`,
    answer: entities([{ leads: times(4, (n) => ({ title: `Storage for substation ${n}`, status: 'QUALIFIED' })) }]),
  },
  deal: {
    sdl: `${link} type Query { deals: Int } type Deal { title: String, stage: String, contract: Contract }
          type Contract @key(fields: "id") { id: ID!, signedOn: String, amount: String }
          type Account @key(fields: "id") { id: ID!, deals: [Deal!] }`,
    answer: entities([
      {
        deals: times(8, (n) => ({
          title: `Deal ${n}`,
          stage: 'SIGNED',
          contract: { __typename: 'Contract', id: `c${n}`, signedOn: '2026-03-31', amount: '1250000.00' },
        })),
      },
    ]),
  },
  receivables: {
    sdl: `${link} type Query { instalments: Int } type Instalment { name: String, dueOn: String, outstanding: String }
          type Contract @key(fields: "id") { id: ID!, instalments: [Instalment!] }`,
    answer: entities(
      times(8, () => ({
        instalments: ['首付', '到货', '验收', '质保'].map((name) => ({
          name,
          dueOn: '2026-06-30',
          outstanding: '312500.00',
        })),
      })),
    ),
  },
};

/** Four fetches, one after another where one needs the other's ids; about 4 KB of answer. */
export const query = `query Account($id: ID!) {
  account(id: $id) {
    name team
    leads { title status }
    deals { title stage contract { signedOn amount instalments { name dueOn outstanding } } }
  }
}`;

export function supergraph(addressOf: (name: string) => string): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(services).map(([name, { sdl }]) => ({ name, url: addressOf(name), typeDefs: parse(sdl) })),
  );
  if (supergraphSdl === undefined) throw new Error(String(errors));
  return supergraphSdl;
}

function entities(list: object[]): string {
  return JSON.stringify({ data: { _entities: list } });
}

function times<T>(count: number, make: (n: number) => T): T[] {
  return Array.from({ length: count }, (_, n) => make(n));
}
