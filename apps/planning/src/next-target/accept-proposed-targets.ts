import { Money, roundedQuotient } from '@fivepoint/kernel';
import { type Command, InputProblem, InvalidInput, NotFound, VersionConflict, visibleRows } from '@fivepoint/service';
import { In } from 'typeorm';
import { Account } from '../account/account';
import { type LineTotals, lineTotals, withLine } from '../plan-line/add-plan-line';
import { inSight, linesToAdd, type RowProblem } from '../plan-line/add-plan-lines';
import { PlanLine } from '../plan-line/plan-line';
import type { PlanLineInput } from '../plan-line/plan-line.inputs';
import { changedTargets, changedWord, changeProblems, sayInDraft, without } from '../plan-line/update-plan-line';
import { draftOf } from '../plan-version/open-version';
import { PlanVersion } from '../plan-version/plan-version';
import { type LineWord, PlanLineVersion } from '../plan-version/plan-line-version';
import { Plan } from '../plan/plan';
import { PlanNotDraft } from '../plan/plan.errors';
import { Rep } from '../rep/rep';
import { proposalsFor } from './known-potentials';
import type { AcceptedTargetInput, AcceptProposedTargetsInput } from './next-target.inputs';
import { placeOf, type RefusalReason, type TargetProposal } from './propose-targets';

export type AcceptProposedTargetsOutcome = Plan | NotFound | VersionConflict | PlanNotDraft | InvalidInput;

/**
 * Takes proposed targets into the draft of a plan (rules §5, "across periods"): lines that are there are changed, the others added, by the rules of the
 * commands for both; all of them together, or none with everything that is wrong at its place. A place without a proposal is refused with the reason:
 * what was signed before is no ground for a target.
 */
export async function acceptProposedTargets(
  command: Command,
  input: AcceptProposedTargetsInput,
): Promise<AcceptProposedTargetsOutcome> {
  const plan = await command.lock(Plan, input.planId, input.expectedVersion);
  if (!(plan instanceof Plan)) return plan;
  const draft = await draftOf(command, plan);
  if (!(draft instanceof PlanVersion)) return draft;
  const known = await lookedUp(command, plan, draft, input.targets);
  const sorted = sortedOut(command, plan, input.targets, known, await lineTotals(command, plan, draft));
  const { changes, added } = sorted;
  const { problems, place } = await linesToAdd(
    command,
    plan,
    draft,
    added.map(({ line }) => line),
    sorted.totals,
  );
  const all = [
    ...sorted.problems,
    ...problems.map(({ row, ...problem }) => ({ ...problem, row: added[row]?.row ?? row })),
  ];
  if (all.length > 0) return new InvalidInput(atTheirRows(all));
  const changed = await command.writeTogether([PlanLine, PlanLineVersion], async () => {
    await place();
    let count = added.length;
    for (const { line, said, word } of changes) if (await sayInDraft(command, plan, line, said, word)) count += 1;
    return count;
  });
  return changed > 0 ? command.touch(plan) : plan;
}

/** What the accepted targets refer to: accounts, owners and lines as far as the caller may see them. */
interface Known {
  proposals: ReadonlyMap<string, TargetProposal>;
  accounts: ReadonlyMap<string, Account>;
  owners: ReadonlyMap<string, Rep>;
  lines: ReadonlyMap<string, PlanLine>;
  /** What the draft says, by place, also of lines out of sight. */
  drafted: ReadonlyMap<string, PlanLineVersion>;
}

async function lookedUp(
  command: Command,
  plan: Plan,
  draft: PlanVersion,
  targets: readonly AcceptedTargetInput[],
): Promise<Known> {
  const { manager, tenantId } = command;
  const proposals = await proposalsFor(manager, tenantId, plan, await command.today());
  const accountIds = targets.map(({ accountId }) => accountId);
  const said = await manager.findBy(PlanLineVersion, { tenantId, planVersionId: draft.id, accountId: In(accountIds) });
  const lines = await visibleRows(manager, PlanLine, command)
    .andWhere('e.id = any(:ids)', { ids: said.map(({ planLineId }) => planLineId) })
    .orderBy('e.id')
    .setLock('pessimistic_write')
    .getMany();
  return {
    proposals: new Map(proposals.map((proposal) => [placeOf(proposal), proposal])),
    accounts: await inSight(command, Account, accountIds),
    owners: await inSight(
      command,
      Rep,
      targets.flatMap(({ ownerId }) => ownerId ?? []),
    ),
    lines: new Map(lines.map((line) => [line.id, line])),
    drafted: new Map(said.map((one) => [placeOf(one), one])),
  };
}

interface SortedOut {
  changes: { line: PlanLine; said: PlanLineVersion; word: LineWord }[];
  added: { row: number; line: PlanLineInput }[];
  problems: RowProblem[];
  /** What the lines of the draft add up to after the changes. */
  totals: LineTotals;
}

/** Which targets change a line and which add one, and what is wrong with them so far. */
function sortedOut(
  command: Command,
  plan: Plan,
  targets: readonly AcceptedTargetInput[],
  known: Known,
  planned: LineTotals,
): SortedOut {
  const sorted: SortedOut = { changes: [], added: [], problems: [], totals: planned };
  const places = new Set<string>();
  for (const [row, accepted] of targets.entries()) {
    const at = (path: string, message: string) => sorted.problems.push({ row, path, message });
    const { accountId, productId, ownerId, floorBasisPoints: floorShare } = accepted;
    const place = placeOf(accepted);
    const isRepeated = places.has(place);
    places.add(place);
    const proposal = known.proposals.get(place);
    const target = proposal?.target ?? null;
    const said = known.drafted.get(place);
    const line = said && known.lines.get(said.planLineId);
    const account = known.accounts.get(accountId);
    if (isRepeated) at('accountId', 'has this product in a target before');
    else if (!account) at('accountId', new NotFound('Account', accountId).message);
    else if (said && !line) at('accountId', 'has a line for this product in the plan, which is not yours to change');
    else if (target === null) at('accountId', whyNone(proposal));
    else {
      const money = (minor: bigint) => Money.of(minor, plan.currency).toJSON();
      const floor = money(roundedQuotient(target * BigInt(floorShare ?? 0), 10_000n));
      const amounts = { target: money(target), floor };
      if (said && line) {
        const owner = ownerId == null ? null : known.owners.get(ownerId);
        if (owner === undefined) {
          at('ownerId', new NotFound('Rep', ownerId ?? '').message);
          continue;
        }
        const changed = changedTargets(said, floorShare == null ? { target: amounts.target } : amounts);
        const problems = changeProblems(command, said, changed, owner, sorted.totals);
        for (const { path, message } of problems) at(path, message);
        if (problems.length > 0) continue;
        sorted.changes.push({ line, said, word: changedWord(said, changed, owner, said.playIds) });
        sorted.totals = withLine(without(said, sorted.totals), changed);
      } else {
        const newOwnerId = ownerId ?? account.ownerId;
        if (newOwnerId === null) at('ownerId', 'must be given, for the account has no owner');
        else sorted.added.push({ row, line: { accountId, productId, ownerId: newOwnerId, playIds: [], ...amounts } });
      }
    }
  }
  return sorted;
}

const atTheirRows = (problems: readonly RowProblem[]): InputProblem[] =>
  [...problems]
    .sort((a, b) => a.row - b.row)
    .map(({ row, path, message }) => new InputProblem(`targets.${row}.${path}`, message));

const reasons: Readonly<Record<RefusalReason, string>> = {
  NO_POTENTIAL:
    "no potential is assessed for it in the plan's currency, and what was signed before is no ground for a target",
  NO_PRODUCT: 'its potential is measured for no product',
  NOTHING_ATTAINABLE: 'nothing of it is attainable',
  PRODUCT_TARGET_TAKEN: 'other lines take the whole target of the product',
};

const whyNone = (proposal: TargetProposal | undefined): string =>
  `has no proposed target: ${reasons[proposal?.refusalReason ?? 'NO_POTENTIAL']}`;
