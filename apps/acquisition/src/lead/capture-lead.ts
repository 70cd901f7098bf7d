import { Money } from '@fivepoint/kernel';
import {
  amountProblems,
  type Command,
  InputProblem,
  InvalidInput,
  knownReferences,
  NotFound,
  ownerProblems,
  plannedDayProblems,
  teamProblems,
} from '@fivepoint/service';
import { Pursuit } from '../pursuit/pursuit';
import type { Lead } from './lead';
import type { CaptureLeadInput } from './lead.inputs';
import { openLead } from './open-lead';

export type CaptureLeadOutcome = Lead | NotFound | InvalidInput;

/**
 * Puts a lead on record (capabilities A01, A12). Under a pursuit it inherits account, product, owner, plan line, turn and, where it is
 * known, the purchase pattern. Without owner it is in the pool of its team (线索公海).
 */
export async function captureLead(command: Command, input: CaptureLeadInput): Promise<CaptureLeadOutcome> {
  const pursuit = input.pursuitId ? await command.find(Pursuit, input.pursuitId) : null;
  if (pursuit instanceof NotFound) return pursuit;
  const references = await knownReferences(command, input, pursuit?.accountId ?? null);
  if (references instanceof NotFound) return references;
  const { owner } = references;
  const expectedAmount = input.expectedAmount ? Money.from(input.expectedAmount) : null;
  const problems = captureProblems(references, pursuit);
  problems.push(...amountProblems('expectedAmount', expectedAmount, 'not be negative'));
  problems.push(...plannedDayProblems('expectedCloseOn', input.expectedCloseOn, await command.today()));
  if (owner) problems.push(...ownerProblems(command.identity, owner));
  if (input.team) problems.push(...teamProblems(command.identity, input.team));
  if (problems.length > 0) return new InvalidInput(problems);
  const inherited = owner ?? pursuit;
  return openLead(command, {
    source: input.source,
    title: input.title,
    organisation: input.organisation ?? null,
    accountId: pursuit?.accountId ?? references.accountId,
    productId: pursuit?.productId ?? references.productId,
    pursuitId: pursuit?.id ?? null,
    planLineId: pursuit?.planLineId ?? null,
    referralId: null,
    contactIds: references.contactIds ?? [],
    purchasePattern: input.purchasePattern ?? pursuit?.purchasePattern ?? null,
    expectedAmount,
    expectedCloseOn: input.expectedCloseOn ?? null,
    ownerId: owner?.id ?? pursuit?.ownerId ?? null,
    team: input.team ?? inherited?.team ?? command.identity.teams[0] ?? null,
    correlationId: pursuit?.correlationId ?? command.correlationId,
    parentCorrelationId: null,
  });
}

/** Everything that keeps this lead from being recorded as it is; pure. */
export function captureProblems(
  input: { accountId: string | null; productId: string | null },
  pursuit: Pick<Pursuit, 'accountId' | 'productId' | 'status'> | null,
): InputProblem[] {
  const problems: InputProblem[] = [];
  const problem = (path: string, message: string) => problems.push(new InputProblem(path, message));
  if (pursuit?.status === 'WITHDRAWN')
    problem('pursuitId', 'was withdrawn with its plan line; leave it out, or have the line planned again');
  if (pursuit && input.accountId && input.accountId !== pursuit.accountId)
    problem('accountId', `the pursuit is after account ${pursuit.accountId}; leave it out, or leave the pursuit out`);
  if (pursuit && input.productId && input.productId !== pursuit.productId)
    problem('productId', `the pursuit is for product ${pursuit.productId}; leave it out, or leave the pursuit out`);
  return problems;
}
