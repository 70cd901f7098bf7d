import { isDeepStrictEqual } from 'node:util';
import { Money } from '@fivepoint/kernel';
import {
  amountProblems,
  type Command,
  InputProblem,
  InvalidInput,
  knownReferences,
  MoneyValue,
  NotFound,
  ownerProblems,
  plannedDayProblems,
  present,
  teamProblems,
  VersionConflict,
} from '@fivepoint/service';
import { Deal } from './deal';
import { closedDeal, type DealClosed } from './deal.errors';
import type { UpdateDealInput } from './deal.inputs';

export type UpdateDealOutcome = Deal | NotFound | VersionConflict | DealClosed | InvalidInput;

/**
 * Says of an open deal what was not known or has changed: whose it is, what is expected of it, and, where the older system did not name one,
 * its account. Announced is all of it as it is from now on, when something has changed: planning's forecast and the timeline go by it.
 */
export async function updateDeal(command: Command, input: UpdateDealInput): Promise<UpdateDealOutcome> {
  const deal = await command.lock(Deal, input.dealId, input.expectedVersion);
  if (!(deal instanceof Deal)) return deal;
  const closed = closedDeal(deal);
  if (closed) return closed;
  const references = await knownReferences(command, input, deal.accountId);
  if (references instanceof NotFound) return references;
  const amount = input.amount ? Money.from(input.amount) : null;
  const { accountId, productId } = references;
  const newOwner = references.owner?.id === deal.ownerId ? null : references.owner;
  const problems = updateProblems(deal, { accountId, productId });
  problems.push(...amountProblems('amount', amount, 'not be negative'));
  problems.push(...plannedDayProblems('expectedCloseOn', input.expectedCloseOn, await command.today()));
  if (newOwner) problems.push(...ownerProblems(command.identity, newOwner));
  if (input.team && input.team !== deal.team) problems.push(...teamProblems(command.identity, input.team));
  if (problems.length > 0) return new InvalidInput(problems);

  const before = updatable(deal);
  deal.accountId = accountId ?? deal.accountId;
  deal.productId = productId ?? deal.productId;
  deal.amount = amount ? MoneyValue.of(amount) : deal.amount;
  deal.expectedCloseOn = input.expectedCloseOn ?? deal.expectedCloseOn;
  deal.ownerId = newOwner?.id ?? deal.ownerId;
  deal.team = input.team ?? newOwner?.team ?? deal.team;
  await command.save(deal);
  if (!isDeepStrictEqual(updatable(deal), before)) announceUpdated(command, deal);
  return deal;
}

const updatable = (deal: Deal) => ({
  accountId: deal.accountId,
  ownerId: deal.ownerId,
  team: deal.team,
  ...present({
    productId: deal.productId,
    amount: deal.amount?.money.toJSON(),
    expectedClose: deal.expectedCloseOn,
  }),
});

function announceUpdated(command: Command, deal: Deal): void {
  command.emit({
    type: 'fivepoint.deal.deal-updated.v1',
    key: deal.accountId ?? deal.id,
    subject: deal.id,
    correlationId: deal.correlationId,
    data: { dealId: deal.id, ...updatable(deal), ...present({ planLineId: deal.planLineId }) },
  });
}

/**
 * Everything that keeps a deal from being changed like this; pure. It stays with its account, under which everybody has heard of it: only
 * recorded history may lack one. What counts for a plan line stays with the line's product.
 */
export function updateProblems(
  deal: Pick<Deal, 'accountId' | 'planLineId' | 'productId'>,
  input: { accountId: string | null; productId: string | null },
): InputProblem[] {
  const problems: InputProblem[] = [];
  const problem = (path: string, message: string) => problems.push(new InputProblem(path, message));
  if (deal.accountId && input.accountId && input.accountId !== deal.accountId)
    problem(
      'accountId',
      `the deal stays with account ${deal.accountId}; leave accountId out, and capture a lead for another account`,
    );
  if (deal.planLineId && input.productId && input.productId !== deal.productId)
    problem('productId', `the deal counts for a plan line of product ${deal.productId}; leave it out`);
  return problems;
}
