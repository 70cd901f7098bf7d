import {
  type BulkPayload,
  type Command,
  InputProblem,
  InvalidInput,
  NotFound,
  recordedAs,
  recordRows,
  takeTurns,
} from '@fivepoint/service';
import { Account } from '../account/account';
import { lockHierarchy, parentProblems } from '../account/hierarchy';
import { announceAccount, notPositioned } from '../account/register-account';
import { assessHistoryLater } from '../assessment/due-assessment';
import { Rep } from '../rep/rep';
import type { PastAccountRow, RecordPastAccountsInput } from './history.inputs';
import { inInputOrder, parentsFirst } from './rows';

/**
 * Records accounts of an older system: origin is IMPORTED. A parent may be among the rows, in any order, or recorded before; a row whose parent is
 * not found is refused. A row whose external id is there already is left alone.
 */
export async function recordPastAccounts(command: Command, { rows }: RecordPastAccountsInput): Promise<BulkPayload> {
  await lockHierarchy(command);
  await takeTurns(command, Account, ['externalId'], rows);
  const order = parentsFirst(rows, ({ parentExternalId }) => parentExternalId);
  const payload = await recordRows(
    command,
    order.map((place) => rows[place] as PastAccountRow),
    recordedAs(command, Account),
    (row) => recordPastAccount(command, row),
  );
  return inInputOrder(payload, order);
}

async function recordPastAccount(command: Command, row: PastAccountRow): Promise<Account | InvalidInput | NotFound> {
  const { manager, tenantId } = command;
  const problems: InputProblem[] = [];
  const { parentExternalId, ownerId } = row;
  const parent = parentExternalId ? await manager.findOneBy(Account, { tenantId, externalId: parentExternalId }) : null;
  if (parentExternalId && !parent)
    problems.push(new InputProblem('parentExternalId', `no account ${parentExternalId} is recorded; record it first`));
  problems.push(
    ...parentProblems(parent, row.level).map(({ message }) => new InputProblem('parentExternalId', message)),
  );
  if (problems.length > 0) return new InvalidInput(problems);
  const owner = ownerId ? await manager.findOneBy(Rep, { tenantId, id: ownerId }) : null;
  if (ownerId && !owner) return new NotFound('Rep', ownerId);
  const account = Object.assign(new Account(), {
    ...command.newAggregate(),
    name: row.name,
    level: row.level,
    parentId: parent?.id ?? null,
    legalEntityId: null,
    industry: row.industry ?? null,
    externalId: row.externalId,
    ownerId: owner?.id ?? null,
    team: owner?.team ?? null,
    ...notPositioned,
  });
  await command.add(account);
  announceAccount(command, account, 'registered');
  await assessHistoryLater(command, [account.id]);
  return account;
}
