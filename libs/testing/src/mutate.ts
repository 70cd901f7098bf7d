import type { GraphClient } from './graph-client';

/** What a mutation answered: the thing, or a refusal. */
export interface Result {
  __typename: string;
  id: string;
  [field: string]: unknown;
}

/** Runs a mutation in the house's form, one input and one result, and gives back the result. */
export async function mutate(graph: Pick<GraphClient, 'query'>, mutation: string, input: object): Promise<Result> {
  const [result] = Object.values(await graph.query<Record<string, Result>>(mutation, { input }));
  if (!result) throw new Error(`the mutation answered nothing: ${mutation}`);
  return result;
}

/** Yuan as the graph and the events write them. */
export const cny = (amount: string) => ({ amount, currency: 'CNY' });
