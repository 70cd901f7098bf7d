import { type LocalDate, unmet } from '@fivepoint/kernel';
import {
  type Command,
  GateNotMet,
  InputProblem,
  InvalidInput,
  MoneyValue,
  type NotFound,
  notYetProblems,
  TransitionRefused,
  type VersionConflict,
} from '@fivepoint/service';
import { collectedOf } from '../ledger/sums';
import { outstandingOf } from './outstanding';
import { Instalment } from './instalment';
import type { ClaimInstalmentInput } from './instalment.inputs';
import { instalmentStatuses } from './instalment.statuses';

export type ClaimInstalmentOutcome =
  Instalment | NotFound | VersionConflict | GateNotMet | TransitionRefused | InvalidInput;

/** Claims payment of what is outstanding of an instalment, once its trigger has come (rules §7: claimed, invoiced and collected are three sums). */
export async function claimInstalment(command: Command, input: ClaimInstalmentInput): Promise<ClaimInstalmentOutcome> {
  const instalment = await command.lock(Instalment, input.instalmentId, input.expectedVersion);
  if (!(instalment instanceof Instalment)) return instalment;
  const today = await command.today();
  const claimedOn = input.claimedOn ?? today;
  const refusal = claimRefusal(instalment, { claimedOn, today });
  if (refusal) return refusal;

  const collected = await collectedOf(command.manager, command.tenantId, [instalment.id]);
  const claimed = outstandingOf(instalment, collected.get(instalment.id) ?? 0n);
  instalmentStatuses.mustMove(instalment, 'CLAIMED');
  instalment.claimedOn = claimedOn;
  instalment.claimed = MoneyValue.of(claimed);
  await command.save(instalment);
  command.emit({
    type: 'fivepoint.receivables.instalment-claimed.v1',
    key: instalment.accountId,
    subject: instalment.id,
    correlationId: instalment.correlationId,
    data: {
      instalmentId: instalment.id,
      contractId: instalment.contractId,
      accountId: instalment.accountId,
      amount: claimed.toJSON(),
      claimedOn,
      dueOn: instalment.dueOn ?? claimedOn,
    },
  });
  return instalment;
}

/** Why this instalment cannot be claimed on that day, or null; pure. */
export function claimRefusal(
  { status, trigger, triggeredOn }: Pick<Instalment, 'status' | 'trigger' | 'triggeredOn'>,
  { claimedOn, today }: { claimedOn: LocalDate; today: LocalDate },
): GateNotMet | TransitionRefused | InvalidInput | null {
  const missing = unmet([{ name: `milestone ${trigger}`, met: triggeredOn !== null }]);
  if (missing.length > 0) return new GateNotMet('CLAIM', missing);
  const refused = instalmentStatuses.refusal(status, 'CLAIMED');
  if (refused) return refused;
  const notYet = notYetProblems('claimedOn', claimedOn, today);
  if (notYet.length > 0) return new InvalidInput(notYet);
  if (triggeredOn && claimedOn < triggeredOn)
    return new InvalidInput([new InputProblem('claimedOn', `must not be before its trigger came, ${triggeredOn}`)]);
  return null;
}
