import { addDays, DomainError } from '@fivepoint/kernel';
import { type Command, InvalidInput, type NotFound } from '@fivepoint/service';
import type { BilledContract } from '../contract/contract-account';
import { lockContract } from '../contract/lock-contract';
import type { Instalment } from '../instalment/instalment';
import { instalmentStatuses } from '../instalment/instalment.statuses';
import { lockInstalments } from '../instalment/lock-instalments';
import { Milestone } from './milestone';
import { MilestoneAlreadyRecorded } from './milestone.errors';
import type { RecordMilestoneInput } from './milestone.inputs';
import { milestoneProblems, receivableFrom } from './milestone-rules';

export type RecordMilestoneOutcome = Milestone | NotFound | MilestoneAlreadyRecorded | InvalidInput;

/** Records a milestone of a contract (capability R20): the instalments that waited for it fall due from its day. */
export async function recordMilestone(command: Command, input: RecordMilestoneInput): Promise<RecordMilestoneOutcome> {
  const contract = await lockContract(command, input.contractId);
  if (contract instanceof DomainError) return contract;
  const { kind, reachedOn } = input;
  const others = await command.manager.findBy(Milestone, { tenantId: command.tenantId, contractId: contract.id });
  const recorded = others.find((milestone) => milestone.kind === kind);
  if (recorded) return new MilestoneAlreadyRecorded(recorded);
  const problems = milestoneProblems({ kind, reachedOn }, contract, { others, today: await command.today() });
  if (problems.length > 0) return new InvalidInput(problems);

  const milestone = Object.assign(new Milestone(), {
    ...command.newAggregate(contract.correlationId),
    contractId: contract.id,
    accountId: contract.accountId,
    kind,
    reachedOn,
    signer: input.signer ?? null,
    ownerId: contract.ownerId,
    team: contract.team,
  });
  await command.add(milestone);
  const due = await fallDue(command, contract, milestone);
  announceReached(command, contract, milestone, due);
  return milestone;
}

/** Gives the instalments that waited for the milestone their due date; returns those of them with something left to pay. */
async function fallDue(command: Command, contract: BilledContract, milestone: Milestone): Promise<Instalment[]> {
  const instalments = await lockInstalments(command, [contract.id]);
  const waiting = instalments.filter(({ trigger, triggeredOn }) => trigger === milestone.kind && triggeredOn === null);
  const from = receivableFrom(milestone, contract);
  for (const instalment of waiting) {
    instalment.triggeredOn = from;
    instalment.dueOn = addDays(from, instalment.dueDays);
    // What was paid before its trigger stays collected, as the table says; its due date is kept all the same, for it says how early that was.
    instalmentStatuses.move(instalment, 'DUE');
    await command.save(instalment);
  }
  return waiting.filter(({ status }) => status !== 'COLLECTED');
}

function announceReached(
  command: Command,
  contract: BilledContract,
  milestone: Milestone,
  due: readonly Instalment[],
): void {
  command.emit({
    type: 'fivepoint.receivables.milestone-reached.v1',
    key: contract.accountId,
    subject: milestone.id,
    correlationId: milestone.correlationId,
    data: {
      milestoneId: milestone.id,
      contractId: contract.id,
      accountId: contract.accountId,
      trigger: milestone.kind,
      reachedOn: milestone.reachedOn,
      deemed: false,
      dueInstalments: due.map(({ id, amount, dueOn }) => ({
        instalmentId: id,
        amount: amount.money.toJSON(),
        dueOn: dueOn ?? milestone.reachedOn,
      })),
    },
  });
}
