import { type Command, InputProblem, InvalidInput, NotFound, plannedDayProblems } from '@fivepoint/service';
import { Account } from '../account/account';
import { assessAccounts } from '../assessment/assess-accounts';
import { RelationshipOverride } from './relationship-override';

/** Puts somebody's word in place of what is computed; a later one of the same kind wins over an earlier one. */
export async function setOverride(
  command: Command,
  { accountId, reason, expiresOn }: { accountId: string; reason: string; expiresOn: string },
  word: Pick<RelationshipOverride, 'stage' | 'score'>,
): Promise<RelationshipOverride | NotFound | InvalidInput> {
  const account = await command.lock(Account, accountId);
  if (!(account instanceof Account)) return new NotFound('Account', accountId);
  const today = await command.today();
  const problems = plannedDayProblems('expiresOn', expiresOn, today);
  if (problems.length === 0 && expiresOn < today)
    problems.push(new InputProblem('expiresOn', `must not be before today, ${today}`));
  if (problems.length > 0) return new InvalidInput(problems);
  const override = await command.add(
    Object.assign(new RelationshipOverride(), {
      ...command.newAggregate(account.correlationId),
      ...{ accountId: account.id, reason, setOn: today, expiresOn, endedOn: null },
      ...{ setterUserId: command.identity.userId, enderUserId: null },
      ...word,
    }),
  );
  await assessAccounts(command, [account.id]);
  return override;
}
