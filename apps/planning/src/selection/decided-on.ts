import type { Condition } from '@fivepoint/service';
import type { SelectionDecision } from './account-selection';

/** What the last word on the account `e` says for a day, in SQL: null where nobody has decided. @param day the name of its parameter */
export const lastDecision = (day: string): string => `(
  select s.decision from account_selection s
  where s.tenant_id = e.tenant_id and s.account_id = e.id and :${day} between s.starts_on and s.ends_on
  order by s.number desc, s.id desc limit 1)`;

/** Is decided so for the day by the last word. */
export const decidedOn =
  (decision: SelectionDecision): Condition<string> =>
  (query, day, name) =>
    query.andWhere(`${lastDecision(`filter_${name}`)} = '${decision}'`, { [`filter_${name}`]: day });
