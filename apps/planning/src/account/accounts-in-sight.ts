import { type Conditions, type GraphContext, narrow, seesAllIn, visibleRows } from '@fivepoint/service';
import { type EntityManager, In, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { Account } from './account';

/**
 * What is worked out of all accounts that the caller sees, as far as a filter wants them: once in an operation for each filter.
 * @param name of what is worked out
 */
export function ofAccountsInSight<F extends object, R>(
  context: GraphContext,
  name: string,
  filter: F | null | undefined,
  where: Conditions<F> | undefined,
  work: (manager: EntityManager, accounts: Account[], filter: F) => Promise<R[]>,
): Promise<R[]> {
  const viewer = { identity: context.caller, seesAll: seesAllIn.planning };
  return context.reads.batched(name, JSON.stringify(filter ?? {}), async (manager, keys) => {
    const found: R[][] = [];
    // One after the other: they share one connection.
    for (const key of keys) {
      const wanted = JSON.parse(key) as F;
      const accounts = visibleRows(manager, Account, viewer);
      narrow(accounts as SelectQueryBuilder<ObjectLiteral>, wanted, where);
      found.push(await work(manager, await accounts.getMany(), wanted));
    }
    return found;
  });
}

/** What is worked out of one account at a time, for all that an operation asks for together. */
export function ofEachAccount<R extends { id: string }>(
  context: GraphContext,
  name: string,
  accountId: string,
  work: (manager: EntityManager, accounts: Account[]) => Promise<R[]>,
): Promise<R> {
  const { tenantId } = context.caller;
  return context.reads.batched(name, accountId, async (manager, ids) => {
    const accounts = await manager.findBy(Account, { tenantId, id: In([...ids]) });
    const byId = new Map((await work(manager, accounts)).map((one) => [one.id, one]));
    return ids.map((id) => byId.get(id) as R);
  });
}
