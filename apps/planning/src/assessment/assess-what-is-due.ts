import type { DueWork } from '@fivepoint/service';
import { assessAccounts } from './assess-accounts';
import { assessmentDue, assessmentOfHistoryDue } from './due-assessment';

/** So many that a transaction stays short, and few enough statements that thousands are done in seconds. */
const together = 50;

/** Accounts whose time has come, whose rules have changed or whose history was recorded. */
export const assessWhatIsDue: readonly DueWork[] = [
  { kind: assessmentDue, together, work: (command, accountIds) => assessAccounts(command, accountIds) },
  {
    kind: assessmentOfHistoryDue,
    together,
    work: (command, accountIds) => assessAccounts(command, accountIds, { ofHistory: true }),
  },
];
