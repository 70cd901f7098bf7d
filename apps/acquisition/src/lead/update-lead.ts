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
import { aboutLead, Lead } from './lead';
import { closedLead, type LeadClosed } from './lead.errors';
import type { UpdateLeadInput } from './lead.inputs';

export type UpdateLeadOutcome = Lead | NotFound | VersionConflict | InvalidInput | LeadClosed;

/**
 * Adds to a lead what was not known when it came: matches it with an account, takes it out of the pool, says what to expect. Announced is whose
 * it is from now on, when that has changed.
 */
export async function updateLead(command: Command, input: UpdateLeadInput): Promise<UpdateLeadOutcome> {
  const lead = await command.lock(Lead, input.leadId, input.expectedVersion);
  if (!(lead instanceof Lead)) return lead;
  const closed = closedLead(lead);
  if (closed) return closed;
  const references = await knownReferences(command, input, lead.accountId);
  if (references instanceof NotFound) return references;
  const expectedAmount = input.expectedAmount ? Money.from(input.expectedAmount) : null;
  const { accountId, productId, contactIds } = references;
  const newOwner = references.owner?.id === lead.ownerId ? null : references.owner;
  const problems = updateProblems(lead, { accountId, productId });
  problems.push(...amountProblems('expectedAmount', expectedAmount, 'not be negative'));
  problems.push(...plannedDayProblems('expectedCloseOn', input.expectedCloseOn, await command.today()));
  if (newOwner) problems.push(...ownerProblems(command.identity, newOwner));
  if (input.team && input.team !== lead.team) problems.push(...teamProblems(command.identity, input.team));
  if (problems.length > 0) return new InvalidInput(problems);

  const before = whose(lead);
  lead.title = input.title ?? lead.title;
  lead.accountId = accountId ?? lead.accountId;
  lead.productId = productId ?? lead.productId;
  lead.expectedAmount = expectedAmount ? MoneyValue.of(expectedAmount) : lead.expectedAmount;
  lead.expectedCloseOn = input.expectedCloseOn ?? lead.expectedCloseOn;
  lead.ownerId = newOwner?.id ?? lead.ownerId;
  lead.team = input.team ?? newOwner?.team ?? lead.team;
  lead.contactIds = contactIds ?? lead.contactIds;
  await command.save(lead);
  if (!isDeepStrictEqual(whose(lead), before)) announceUpdated(command, lead);
  return lead;
}

const whose = ({ accountId, ownerId, team }: Lead) => ({ accountId, ownerId, team });

function announceUpdated(command: Command, lead: Lead): void {
  const { accountId, ownerId, team } = whose(lead);
  command.emit({
    type: 'fivepoint.acquisition.lead-updated.v1',
    ...aboutLead(lead),
    data: { leadId: lead.id, accountId, ...present({ planLineId: lead.planLineId, ownerId, team }) },
  });
}

/** Everything that keeps a lead from being changed like this; pure. A lead under a pursuit stays with the pursuit's account and product. */
export function updateProblems(
  lead: Pick<Lead, 'pursuitId' | 'accountId' | 'productId'>,
  input: { accountId: string | null; productId: string | null },
): InputProblem[] {
  const problems: InputProblem[] = [];
  const problem = (path: string, message: string) => problems.push(new InputProblem(path, message));
  if (lead.pursuitId && input.accountId && input.accountId !== lead.accountId)
    problem('accountId', `the lead belongs to a pursuit of account ${lead.accountId}; capture another lead instead`);
  if (lead.pursuitId && input.productId && input.productId !== lead.productId)
    problem('productId', `the lead belongs to a pursuit for product ${lead.productId}; capture another lead instead`);
  return problems;
}
