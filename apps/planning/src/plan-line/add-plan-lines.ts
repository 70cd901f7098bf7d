import {
  type Command,
  type EntityClass,
  InputProblem,
  InvalidInput,
  NotFound,
  ownerProblems,
  VersionConflict,
  visibleRows,
} from '@fivepoint/service';
import { In } from 'typeorm';
import { Account } from '../account/account';
import { misnamedAmong } from '../account/name-problems';
import { Plan } from '../plan/plan';
import { PlanNotDraft } from '../plan/plan.errors';
import { draftOf } from '../plan-version/open-version';
import { PlanLineVersion } from '../plan-version/plan-line-version';
import { PlanVersion } from '../plan-version/plan-version';
import { Play } from '../play/play';
import { Product } from '../product/product';
import { Rep } from '../rep/rep';
import { amountsOf, lineProblems, type LineTotals, lineTotals, targetsOf, withLine } from './add-plan-line';
import { placeLine, type Place } from './placed-line';
import { PlanLine } from './plan-line';
import type { AddPlanLinesInput, PlanLineInput } from './plan-line.inputs';

export type AddPlanLinesOutcome = Plan | NotFound | VersionConflict | PlanNotDraft | InvalidInput;

/**
 * Adds many lines at once (P20): all of them, or none with every problem of every row at its place. The rules are those of one line; what they need is
 * looked up for all rows together.
 */
export async function addPlanLines(command: Command, input: AddPlanLinesInput): Promise<AddPlanLinesOutcome> {
  const plan = await command.lock(Plan, input.planId, input.expectedVersion);
  if (!(plan instanceof Plan)) return plan;
  const draft = await draftOf(command, plan);
  if (!(draft instanceof PlanVersion)) return draft;
  const totals = await lineTotals(command, plan, draft);
  const { problems, place } = await linesToAdd(command, plan, draft, input.lines, totals);
  if (problems.length > 0)
    return new InvalidInput(
      problems.map(({ row, path, message }) => new InputProblem(`lines.${row}.${path}`, message)),
    );
  await command.writeTogether([PlanLine, PlanLineVersion], place);
  return command.touch(plan);
}

/** What is wrong with a row of many. */
export interface RowProblem {
  row: number;
  path: string;
  message: string;
}

/**
 * New lines as they are to stand in the draft of a locked plan.
 * @param planned what the lines of the draft add up to without them
 * @returns everything that is wrong with them and, where that is nothing, what puts them there
 */
export async function linesToAdd(
  command: Command,
  plan: Plan,
  draft: PlanVersion,
  rows: readonly PlanLineInput[],
  planned: LineTotals,
): Promise<{ problems: RowProblem[]; place: () => Promise<void> }> {
  const known = await lookedUp(command, plan, draft, rows);
  const place = async () => {
    for (const row of rows)
      await placeLine(command, plan, draft, known.there.get(placeKey(row))?.line ?? null, {
        accountId: row.accountId,
        productId: row.productId,
        ...amountsOf(targetsOf(row)),
        ownerId: row.ownerId,
        team: known.owners.get(row.ownerId)?.team ?? '',
        playIds: [...new Set(row.playIds)].sort(),
      });
  };
  return { problems: problemsOf(command, rows, known, planned), place };
}

/** What the rows refer to, as far as the caller may see it, by its id; and what stands already where they want to. */
interface Known {
  accounts: Map<string, Account>;
  products: Map<string, Product>;
  owners: Map<string, Rep>;
  plays: Map<string, Play>;
  there: Map<string, { line: PlanLine; isDrafted: boolean }>;
  misnamed: Map<string, InputProblem[]>;
}

async function lookedUp(
  command: Command,
  plan: Plan,
  draft: PlanVersion,
  rows: readonly PlanLineInput[],
): Promise<Known> {
  const ids = (of: (row: PlanLineInput) => string | readonly string[]) => rows.flatMap(of);
  const accounts = await inSight(
    command,
    Account,
    ids(({ accountId }) => accountId),
  );
  return {
    accounts,
    products: await inSight(
      command,
      Product,
      ids(({ productId }) => productId),
    ),
    owners: await inSight(
      command,
      Rep,
      ids(({ ownerId }) => ownerId),
    ),
    plays: await inSight(
      command,
      Play,
      ids(({ playIds }) => playIds),
    ),
    there: await linesAt(command, plan, draft, rows),
    misnamed: await misnamedAmong(command, [...accounts.values()], 'accountId'),
  };
}

/** Everything that is wrong with the rows, each at its place; a row that is good counts beside those behind it. */
function problemsOf(
  { identity }: Command,
  rows: readonly PlanLineInput[],
  known: Known,
  planned: LineTotals,
): RowProblem[] {
  const places = new Map<string, number>();
  let totals = planned;
  return rows.flatMap((row, index) => {
    const owner = known.owners.get(row.ownerId);
    const targets = targetsOf(row);
    const problems = [
      ...unknownIn(row, known),
      ...takenProblems(row, places, known),
      ...(known.misnamed.get(row.accountId) ?? []),
      ...(owner ? ownerProblems(identity, owner) : []),
      ...lineProblems(targets, totals),
    ];
    if (!places.has(placeKey(row))) places.set(placeKey(row), index);
    if (problems.length === 0) totals = withLine(totals, targets);
    return problems.map(({ path, message }) => ({ row: index, path, message }));
  });
}

/** What a row names and nobody finds. */
function unknownIn(row: PlanLineInput, known: Known): InputProblem[] {
  const named: [path: string, entity: string, id: string, found: ReadonlyMap<string, unknown>][] = [
    ['accountId', 'Account', row.accountId, known.accounts],
    ['productId', 'Product', row.productId, known.products],
    ['ownerId', 'Rep', row.ownerId, known.owners],
    ...row.playIds.map((id, place): [string, string, string, Known['plays']] => [
      `playIds.${place}`,
      'Play',
      id,
      known.plays,
    ]),
  ];
  return named
    .filter(([, , id, found]) => !found.has(id))
    .map(([path, entity, id]) => new InputProblem(path, new NotFound(entity, id).message));
}

/** Why the place of a row is not free (P05): a row before it wants to stand there, or a line of the draft does. */
function takenProblems(row: PlanLineInput, places: ReadonlyMap<string, number>, { there }: Known): InputProblem[] {
  const first = places.get(placeKey(row));
  const taken = [
    ...(first === undefined ? [] : [`has a line for this product in row ${first} already`]),
    ...(there.get(placeKey(row))?.isDrafted
      ? ['has a line for this product in the plan already; change that one']
      : []),
  ];
  return taken.map((message) => new InputProblem('accountId', message));
}

const placeKey = ({ accountId, productId }: Place): string => `${accountId} ${productId}`;

/** The rows of these ids that the caller may see. */
export async function inSight<T extends { id: string }>(
  command: Command,
  entity: EntityClass & (new () => T),
  ids: readonly string[],
): Promise<Map<string, T>> {
  const rows = await visibleRows(command.manager, entity, command)
    .andWhere('e.id = any(:ids)', { ids: [...new Set(ids)] })
    .getMany();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The lines of the plan that stand where the rows want to, and whether they are in the draft or were taken out. */
async function linesAt(
  { manager, tenantId }: Command,
  plan: Plan,
  draft: PlanVersion,
  rows: readonly PlanLineInput[],
): Promise<Map<string, { line: PlanLine; isDrafted: boolean }>> {
  const accountIds = [...new Set(rows.map(({ accountId }) => accountId))];
  const lines = await manager.find(PlanLine, {
    where: { tenantId, planId: plan.id, accountId: In(accountIds) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  const said = await manager.findBy(PlanLineVersion, {
    tenantId,
    planVersionId: draft.id,
    planLineId: In(lines.map(({ id }) => id)),
  });
  const drafted = new Set(said.map(({ planLineId }) => planLineId));
  return new Map(lines.map((line) => [placeKey(line), { line, isDrafted: drafted.has(line.id) }]));
}
