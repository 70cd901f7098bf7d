import { daysBetween, type LocalDate } from '@fivepoint/kernel';
import {
  type Command,
  InputProblem,
  InvalidInput,
  type NotFound,
  present,
  TransitionRefused,
  type VersionConflict,
} from '@fivepoint/service';
import { Dispute } from './dispute';
import type { ResolveDisputeInput } from './dispute.inputs';
import { disputeStatuses } from './dispute.statuses';

export type ResolveDisputeOutcome = Dispute | NotFound | VersionConflict | TransitionRefused | InvalidInput;

/** Closes a dispute, with how it ended. */
export async function resolveDispute(command: Command, input: ResolveDisputeInput): Promise<ResolveDisputeOutcome> {
  const dispute = await command.lock(Dispute, input.disputeId, input.expectedVersion);
  if (!(dispute instanceof Dispute)) return dispute;
  const refused = disputeStatuses.refusal(dispute.status, 'RESOLVED');
  if (refused) return refused;
  const today = await command.today();
  const resolvedOn = input.resolvedOn ?? today;
  if (resolvedOn > today || resolvedOn < dispute.openedOn)
    return new InvalidInput([
      new InputProblem('resolvedOn', `must be from its opening, ${dispute.openedOn}, to today, ${today}`),
    ]);
  return closeDispute(command, dispute, resolvedOn, input.resolution);
}

/** Marks an open dispute as resolved and says so, for live and for recorded ones alike. */
export async function closeDispute(
  command: Command,
  dispute: Dispute,
  resolvedOn: LocalDate,
  resolution: string,
): Promise<Dispute> {
  disputeStatuses.mustMove(dispute, 'RESOLVED');
  dispute.resolvedOn = resolvedOn;
  dispute.resolution = resolution;
  await command.save(dispute);
  command.emit({
    type: 'fivepoint.receivables.dispute-resolved.v1',
    key: dispute.accountId,
    subject: dispute.id,
    correlationId: dispute.correlationId,
    day: resolvedOn,
    data: {
      disputeId: dispute.id,
      contractId: dispute.contractId,
      accountId: dispute.accountId,
      resolution,
      resolvedOn,
      days: daysBetween(dispute.openedOn, resolvedOn),
      ...present({ instalmentId: dispute.instalmentId }),
    },
  });
  return dispute;
}
