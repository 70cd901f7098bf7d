import { Money, roundedQuotient } from '@fivepoint/kernel';
import { type Command, InputProblem, InvalidInput, NotFound, VersionConflict, visibleRows } from '@fivepoint/service';
import { In } from 'typeorm';
import { Account } from '../account/account';
import { addPlanLines } from '../plan-line/add-plan-lines';
import { PlanLine } from '../plan-line/plan-line';
import type { PlanLineInput } from '../plan-line/plan-line.inputs';
import { updatePlanLine } from '../plan-line/update-plan-line';
import { draftOf } from '../plan-version/open-version';
import { PlanVersion } from '../plan-version/plan-version';
import { PlanLineVersion } from '../plan-version/plan-line-version';
import { Plan } from '../plan/plan';
import { PlanNotDraft } from '../plan/plan.errors';
import { proposalsFor } from './known-potentials';
import type { AcceptProposedTargetsInput } from './next-target.inputs';
import { placeOf, type RefusalReason, type TargetProposal } from './propose-targets';

export type AcceptProposedTargetsOutcome = Plan | NotFound | VersionConflict | PlanNotDraft | InvalidInput;

/**
 * Takes proposed targets into the draft of a plan (rules §5, "across periods"): lines that are there are changed, the others added, by the commands
 * for both. A place without a proposal is refused with the reason: what was signed before is no ground for a target.
 */
export async function acceptProposedTargets(
  command: Command,
  input: AcceptProposedTargetsInput,
): Promise<AcceptProposedTargetsOutcome> {
  const plan = await command.lock(Plan, input.planId, input.expectedVersion);
  if (!(plan instanceof Plan)) return plan;
  const draft = await draftOf(command, plan);
  if (!(draft instanceof PlanVersion)) return draft;
  const { manager, tenantId } = command;
  const proposals = await proposalsFor(manager, tenantId, plan, await command.today());
  const places = new Map(proposals.map((proposal) => [placeOf(proposal), proposal]));
  const accountIds = input.targets.map(({ accountId }) => accountId);
  const accounts = await visibleRows(manager, Account, command)
    .andWhere('e.id = any(:accountIds)', { accountIds })
    .getMany();
  const owners = new Map(accounts.map(({ id, ownerId }) => [id, ownerId]));
  const said = await manager.findBy(PlanLineVersion, { tenantId, planVersionId: draft.id, accountId: In(accountIds) });
  const lines = new Map(said.map((line) => [placeOf(line), line]));
  const lineIds = said.map(({ planLineId }) => planLineId);
  const seen = await visibleRows(manager, PlanLine, command).andWhere('e.id = any(:lineIds)', { lineIds }).getMany();
  const seenIds = new Set(seen.map(({ id }) => id));

  const problems: InputProblem[] = [];
  const added: { index: number; line: PlanLineInput }[] = [];
  for (const [index, accepted] of input.targets.entries()) {
    const at = (path: string, message: string) => problems.push(new InputProblem(`targets.${index}.${path}`, message));
    const target = places.get(placeOf(accepted))?.target ?? null;
    const line = lines.get(placeOf(accepted));
    const ownerId = accepted.ownerId ?? line?.ownerId ?? owners.get(accepted.accountId) ?? null;
    if (input.targets.findIndex((other) => placeOf(other) === placeOf(accepted)) < index)
      at('accountId', 'has this product in a target before');
    else if (!owners.has(accepted.accountId)) at('accountId', new NotFound('Account', accepted.accountId).message);
    else if (line && !seenIds.has(line.planLineId))
      at('accountId', 'has a line for this product in the plan, which is not yours to change');
    else if (target === null) at('accountId', whyNone(places.get(placeOf(accepted))));
    else if (ownerId === null) at('ownerId', 'must be given, for the account has no owner');
    else {
      const { accountId, productId, floorBasisPoints: floorShare } = accepted;
      const money = (minor: bigint) => Money.of(minor, plan.currency).toJSON();
      const floor = money(roundedQuotient(target * BigInt(floorShare ?? 0), 10_000n));
      const amounts = { target: money(target), floor };
      if (!line) {
        added.push({ index, line: { accountId, productId, ownerId, playIds: [], ...amounts } });
        continue;
      }
      const kept = floorShare == null ? { target: amounts.target } : amounts;
      const changed = await updatePlanLine(command, { planLineId: line.planLineId, ownerId, ...kept });
      if (changed instanceof InvalidInput) for (const { path, message } of changed.problems) at(path, message);
      else if (!(changed instanceof PlanLine)) return changed;
    }
  }
  if (problems.length > 0) return new InvalidInput(problems);
  // The version that the lines have left behind, not the one that was read first.
  if (added.length === 0) return command.find(Plan, plan.id);
  const outcome = await addPlanLines(command, { planId: plan.id, lines: added.map(({ line }) => line) });
  if (!(outcome instanceof InvalidInput)) return outcome;
  return new InvalidInput(
    outcome.problems.map(({ path, message }) => {
      const [, place = '', ...rest] = path.split('.');
      return new InputProblem(['targets', added[Number(place)]?.index ?? place, ...rest].join('.'), message);
    }),
  );
}

const reasons: Readonly<Record<RefusalReason, string>> = {
  NO_POTENTIAL:
    "no potential is assessed for it in the plan's currency, and what was signed before is no ground for a target",
  NO_PRODUCT: 'its potential is measured for no product',
  NOTHING_ATTAINABLE: 'nothing of it is attainable',
  PRODUCT_TARGET_TAKEN: 'other lines take the whole target of the product',
};

const whyNone = (proposal: TargetProposal | undefined): string =>
  `has no proposed target: ${reasons[proposal?.refusalReason ?? 'NO_POTENTIAL']}`;
