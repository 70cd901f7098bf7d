import { type Command, leaveDue } from '@fivepoint/service';

/** Accounts that are assessed anew when their time has come, or because the tenant's rules have changed. */
export const assessmentDue = 'account assessment';
/** The same because of recorded history: what it changes has happened long ago, and is told to nobody. */
export const assessmentOfHistoryDue = 'account assessment of history';

/** Where a row of history is recorded, the next one follows: for so long they are gathered. */
export const gatheredMs = 10_000;

/** Assesses accounts once after their history was recorded, or now and then while it takes long. */
export const assessHistoryLater = (command: Command, accountIds: readonly string[]): Promise<void> =>
  leaveDue(command, assessmentOfHistoryDue, accountIds, new Date(command.now.getTime() + gatheredMs));

/** Assesses all accounts a moment later: thousands are too many for one transaction. */
export async function assessAllLater(command: Command): Promise<void> {
  const { manager, tenantId } = command;
  const rows = (await manager.query('select id from account where tenant_id = $1', [tenantId])) as { id: string }[];
  await leaveDue(
    command,
    assessmentDue,
    rows.map(({ id }) => id),
  );
}
