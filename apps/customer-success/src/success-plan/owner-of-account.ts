import type { MasterRecord } from '@fivepoint/service';
import type { SuccessPlan } from './success-plan';

type Owned = { ownerId: string | null; team: string | null };

const nobody: Owned = { ownerId: null, team: null };

/**
 * Who is accountable for what begins with a customer now: the owner of the account, as planning told it last; where it has none, the one of
 * its newest contract. Both come from one of the two, never the owner from one and the team from the other. Pure.
 */
export function ownerOfAccount(
  account: Pick<MasterRecord, keyof Owned> | null,
  plan: Pick<SuccessPlan, keyof Owned> | null,
): Owned {
  const { ownerId, team } = account?.ownerId && account.team ? account : (plan ?? account ?? nobody);
  return { ownerId, team };
}
