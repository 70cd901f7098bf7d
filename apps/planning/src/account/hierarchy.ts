import { type Command, InputProblem } from '@fivepoint/service';
import type { Account } from './account';
import { type AccountLevel, mayStandAbove } from './account.levels';

/** Everything that keeps an account of this level from standing under this parent, apart from cycles; pure. */
export function parentProblems(parent: Pick<Account, 'level' | 'name'> | null, level: AccountLevel): InputProblem[] {
  if (!parent || mayStandAbove(parent.level, level)) return [];
  return [
    new InputProblem('parentId', `${parent.name} is of level ${parent.level} and cannot stand above level ${level}`),
  ];
}

/** What stands in a tree by its table's `parent_id`. */
type Tree = 'account' | 'team';

/**
 * From here to the end of the transaction, the tenant's hierarchy changes by this command only: two moves can make a circle that neither makes
 * alone. Take it before any row of it is locked, so that two commands never wait for each other.
 */
export async function lockHierarchy({ manager, tenantId }: Command, tree: Tree = 'account'): Promise<void> {
  await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${tree} hierarchy ${tenantId}`]);
}

/** Whether `parentId` stands below `id` or is the same: taking it as parent would make a circle. */
export async function standsBelow(
  command: Command,
  parentId: string,
  id: string,
  tree: Tree = 'account',
): Promise<boolean> {
  const found: unknown[] = await command.manager.query(
    `with recursive above as (
       select id, parent_id from ${tree} where tenant_id = $1 and id = $2
       union
       select a.id, a.parent_id from ${tree} a join above on a.id = above.parent_id where a.tenant_id = $1
     )
     select 1 from above where id = $3`,
    [command.tenantId, parentId, id],
  );
  return found.length > 0;
}
