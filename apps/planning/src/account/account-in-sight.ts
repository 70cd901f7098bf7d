import { type Identity, type Narrowing, ownOrTeams, seesAllIn, seesEveryRow } from '@fivepoint/service';

/** Who sees the account sees what belongs to it: rows with an account and no owner of their own. */
export function seenWithItsAccount(identity: Identity): Narrowing {
  if (seesEveryRow({ identity, seesAll: seesAllIn.planning })) return () => undefined;
  const { sql, parameters } = ownOrTeams('a', identity);
  const ofAnAccountInSight = `exists (
    select from account a where a.tenant_id = e.tenant_id and a.id = e.account_id and (${sql}))`;
  return (query) => void query.andWhere(ofAnAccountInSight, parameters);
}
