import { Money } from '@fivepoint/kernel';
import { type Command, MoneyValue } from '@fivepoint/service';
import { Pursuit } from './pursuit';
import { type PursuitStatus, pursuitStatuses } from './pursuit.statuses';
import { hasOpportunity, lockPursuit } from './move-pursuit';
import type { PlanWord } from './plan-word';
import { wonBefore } from './win-plan-line';

/**
 * Opens the pursuit of a plan line; won from the start where the contract came first. A line that is targeted once more, or revised, keeps its pursuit
 * and takes over the new target, owner and team; one that was withdrawn is open again.
 */
export async function openPursuit(command: Command, word: PlanWord): Promise<Pursuit> {
  const there = await lockPursuit(command, { planLineId: word.planLineId });
  if (!there) return addPursuit(command, word, pursuitStatuses.initial, null);
  if (isOlder(word, there)) return there;
  if (there.status === 'WITHDRAWN')
    pursuitStatuses.mustMove(there, (await hasOpportunity(command, there.id)) ? 'QUALIFIED' : 'OPEN');
  return command.save(Object.assign(there, heard(word), { withdrawalReason: null }));
}

/**
 * Ends the pursuit of a line that is in its plan no more; one that is won stays won. Where the word comes before the line's first, the pursuit is there
 * from the start and ended: what is said of an earlier version afterwards counts no more.
 */
export async function withdrawPursuit(command: Command, word: PlanWord, reason: string | null): Promise<Pursuit> {
  const there = await lockPursuit(command, { planLineId: word.planLineId });
  if (!there) return addPursuit(command, word, 'WITHDRAWN', reason);
  if (isOlder(word, there)) return there;
  there.planVersionNumber = word.versionNumber;
  if (there.status !== 'WON') {
    if (there.status !== 'WITHDRAWN') pursuitStatuses.mustMove(there, 'WITHDRAWN');
    there.withdrawalReason = reason;
  }
  return command.save(there);
}

/** Of two words on a line that of the later version holds, whichever comes first. */
const isOlder = ({ versionNumber }: PlanWord, { planVersionNumber }: Pursuit): boolean =>
  versionNumber < planVersionNumber;

const heard = ({ target, ownerId, team, versionNumber }: PlanWord) => ({
  target: MoneyValue.of(Money.from(target)),
  ownerId,
  team,
  planVersionNumber: versionNumber,
});

async function addPursuit(
  command: Command,
  word: PlanWord,
  status: PursuitStatus,
  reason: string | null,
): Promise<Pursuit> {
  const { accountId, productId, planLineId } = word;
  const wonOn = await wonBefore(command, planLineId);
  const pursuit = Object.assign(new Pursuit(), {
    ...command.newAggregate(),
    status: wonOn ? ('WON' as const) : status,
    accountId,
    productId,
    planLineId,
    purchasePattern: null,
    wonOn,
    withdrawalReason: wonOn ? null : reason,
    ...heard(word),
  });
  return command.add(pursuit);
}
