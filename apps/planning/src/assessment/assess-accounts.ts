import { createHash } from 'node:crypto';
import type { LocalDate } from '@fivepoint/kernel';
import { type Command, leaveDueOn, present, takeDue } from '@fivepoint/service';
import { Account } from '../account/account';
import { AccountAssessment } from './account-assessment';
import { factsOf } from './account-facts';
import { assess, type Assessed, contentOf } from './assess';
import { assessHistoryLater, assessmentDue, assessmentOfHistoryDue } from './due-assessment';
import { reasonOf } from './classified-reason';
import { rulesOfTenant } from './rules-of-tenant';

/** After what has happened with one account: at once, or, where history is recorded, once when it is all there. */
export async function assessNowOrLater(command: Command, accountId: string): Promise<void> {
  if (command.cause.origin === 'import') await assessHistoryLater(command, [accountId]);
  else await assessAccounts(command, [accountId]);
}

/** Assesses one account, and says what became of it. */
export async function assessedNow(command: Command, accountId: string): Promise<Pick<Account, 'stage' | 'class'>> {
  await assessAccounts(command, [accountId]);
  const { tenantId, manager } = command;
  const { stage, class: ofClass } = await manager.findOneByOrFail(Account, { tenantId, id: accountId });
  return { stage, class: ofClass };
}

/**
 * Assesses accounts anew from all that is known of them, replaces what was assessed before from the first day on that is another, and says when
 * time alone may change it next. Who is another today than before is announced, but for history: that changed long ago.
 */
export async function assessAccounts(
  command: Command,
  accountIds: readonly string[],
  { ofHistory = false }: { ofHistory?: boolean } = {},
): Promise<void> {
  const { manager, tenantId } = command;
  const rules = await rulesOfTenant(manager, tenantId);
  if (!rules) return;
  // Locked before the facts are read: who changes one meanwhile waits, and assesses after. Not so hard that a child or a plan line had to wait.
  const accounts = await manager
    .createQueryBuilder(Account, 'e')
    .where('e.tenant_id = :tenantId and e.id = any(:accountIds)', { tenantId, accountIds })
    .orderBy('e.id')
    .setLock('for_no_key_update')
    .getMany();
  const ids = accounts.map(({ id }) => id);
  for (const kind of [assessmentDue, assessmentOfHistoryDue]) await takeDue(command, kind, ids);
  const today = await command.today();
  const facts = await factsOf(command, accounts, await command.timeZone());
  const stored = await storedOf(command, ids);
  const due: { subject: string; on: LocalDate }[] = [];
  const [gone, added]: [string[], AccountAssessment[]] = [[], []];
  for (const account of accounts) {
    const { assessments, reassessOn } = assess(facts(account), rules, today);
    const other = whatIsOther(command, account.id, assessments, stored.get(account.id) ?? []);
    gone.push(...other.gone);
    added.push(...other.added);
    due.push({ subject: account.id, on: reassessOn });
    const last = assessments.at(-1);
    if (!last || (account.stage === last.stage && account.class === last.class)) continue;
    if (account.stage !== null && !ofHistory) announce(command, account, last);
    await manager
      .createQueryBuilder()
      .update(Account)
      .set({ stage: last.stage, class: last.class, version: () => 'version' })
      .where({ tenantId, id: account.id })
      .callListeners(false)
      .execute();
  }
  await replace(command, gone, added);
  await leaveDueOn(command, assessmentDue, due);
}

type Stored = Pick<AccountAssessment, 'id' | 'accountId' | 'assessedOn' | 'fingerprint'>;

async function storedOf(
  { manager, tenantId }: Command,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Stored[]>> {
  const rows = await manager
    .createQueryBuilder(AccountAssessment, 'e')
    .select(['e.tenantId', 'e.id', 'e.accountId', 'e.assessedOn', 'e.fingerprint'])
    .where('e.tenant_id = :tenantId and e.account_id = any(:ids)', { tenantId, ids })
    .orderBy('e.assessedOn')
    .getMany();
  const byAccount = new Map<string, Stored[]>(ids.map((id) => [id, []]));
  for (const row of rows) byAccount.get(row.accountId)?.push(row);
  return byAccount;
}

/** From the first assessment on that is another than before, those that were, and those that are. */
function whatIsOther(
  command: Command,
  accountId: string,
  assessments: readonly Assessed[],
  stored: readonly Stored[],
): { gone: string[]; added: AccountAssessment[] } {
  const rows = assessments.map((assessed) => rowOf(command, accountId, assessed));
  const first = rows.findIndex(
    ({ assessedOn, fingerprint }, place) =>
      stored[place]?.assessedOn !== assessedOn || stored[place].fingerprint !== fingerprint,
  );
  const kept = first < 0 ? rows.length : first;
  return { gone: stored.slice(kept).map(({ id }) => id), added: rows.slice(kept) };
}

/** PostgreSQL takes 65,535 parameters in one statement. */
const rowsAtOnce = 500;

/** What follows from facts is not audited: the facts are. */
async function replace(
  { manager, tenantId }: Command,
  gone: readonly string[],
  added: readonly AccountAssessment[],
): Promise<void> {
  if (gone.length > 0)
    await manager
      .createQueryBuilder()
      .delete()
      .from(AccountAssessment)
      .where('tenant_id = :tenantId and id = any(:gone)', { tenantId, gone })
      .callListeners(false)
      .execute();
  for (let from = 0; from < added.length; from += rowsAtOnce)
    await manager
      .createQueryBuilder()
      .insert()
      .into(AccountAssessment)
      .values(added.slice(from, from + rowsAtOnce))
      .callListeners(false)
      .updateEntity(false)
      .execute();
}

function rowOf(command: Command, accountId: string, assessed: Assessed): AccountAssessment {
  const { potential, attainable, ownSales, whitespace, ...same } = assessed;
  const fingerprint = createHash('sha256').update(contentOf(assessed)).digest('base64');
  return Object.assign(new AccountAssessment(), {
    ...command.newRow(),
    ...{ accountId, ...same, fingerprint },
    potentialMinor: potential?.toString() ?? null,
    attainableMinor: attainable?.toString() ?? null,
    ownSalesMinor: ownSales.toString(),
    whitespaceMinor: whitespace?.toString() ?? null,
  });
}

function announce(command: Command, before: Account, now: Assessed): void {
  if (before.stage === null) return;
  command.emit({
    type: 'fivepoint.planning.account-classified.v1',
    key: before.id,
    subject: before.id,
    data: {
      accountId: before.id,
      stage: now.stage,
      previousStage: before.stage,
      ...present({ class: now.class, previousClass: before.class }),
      reason: reasonOf(before.stage, now),
      assessedOn: now.assessedOn,
    },
  });
}
