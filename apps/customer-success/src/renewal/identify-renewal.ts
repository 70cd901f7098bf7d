import { Money } from '@fivepoint/kernel';
import {
  amountProblems,
  type Command,
  InputProblem,
  InvalidInput,
  MoneyValue,
  NotFound,
  plannedDayProblems,
  present,
  TransitionRefused,
  VersionConflict,
} from '@fivepoint/service';
import { SuccessPlan } from '../success-plan/success-plan';
import { Renewal } from './renewal';
import type { IdentifyRenewalInput } from './renewal.inputs';
import { renewalStatuses } from './renewal.statuses';

export type IdentifyRenewalOutcome = Renewal | NotFound | VersionConflict | TransitionRefused | InvalidInput;

/** Says what the customer needs next (capability S17): deal opens a deal for it, and a new turn of the lifecycle begins. */
export async function identifyRenewal(command: Command, input: IdentifyRenewalInput): Promise<IdentifyRenewalOutcome> {
  const renewal = await command.lock(Renewal, input.renewalId, input.expectedVersion);
  if (!(renewal instanceof Renewal)) return renewal;
  const amount = Money.from(input.amount);
  const problems = await dueOnProblems(command, renewal, input.dueOn);
  problems.push(...amountProblems('amount', amount, 'be more than zero'));
  if (problems.length > 0) return new InvalidInput(problems);
  const refusal = renewalStatuses.move(renewal, 'IDENTIFIED');
  if (refusal) return refusal;
  renewal.need = input.need;
  renewal.fit = input.fit;
  renewal.newProductRequired = input.newProductRequired;
  renewal.amount = MoneyValue.of(amount);
  renewal.dueOn = input.dueOn ?? renewal.dueOn;
  await command.save(renewal);
  command.emit({
    type: 'fivepoint.customer-success.renewal-identified.v1',
    key: renewal.accountId,
    subject: renewal.id,
    correlationId: command.newTurn(),
    parentCorrelationId: renewal.correlationId,
    data: {
      renewalId: renewal.id,
      contractId: renewal.contractId,
      accountId: renewal.accountId,
      amount: amount.toJSON(),
      need: input.need,
      fit: input.fit,
      newProductRequired: input.newProductRequired,
      dueOn: renewal.dueOn,
      ownerId: renewal.ownerId,
      team: renewal.team,
      ...present({ productId: renewal.productId }),
    },
  });
  return renewal;
}

/** A renewal follows its contract, so it is not due before that was signed. */
async function dueOnProblems(
  command: Command,
  { contractId }: Renewal,
  dueOn: string | null | undefined,
): Promise<InputProblem[]> {
  const problems = plannedDayProblems('dueOn', dueOn, await command.today());
  if (!dueOn || problems.length > 0) return problems;
  const { manager, tenantId } = command;
  const { signedOn } = await manager.findOneByOrFail(SuccessPlan, { tenantId, contractId });
  return dueOn < signedOn ? [new InputProblem('dueOn', `must not be before the contract was signed, ${signedOn}`)] : [];
}
