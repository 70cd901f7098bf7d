import { DomainError } from '@fivepoint/kernel';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { graphEnum } from '../graph/enum';
import { InvalidInput } from '../graph/refusals';
import { UUID } from '../graph/scalars';
import { inputProblems } from '../graph/validate-input';
import type { EntityClass } from '../database/classes';
import { sqlState } from '../database/refused-values';
import type { Command } from './command';

export const BulkStatus = graphEnum('BulkStatus', 'What became of one row of a bulk command (批量结果).', {
  RECORDED: 'New; recorded now (已记录).',
  ALREADY_RECORDED: 'Its external id was recorded before; nothing was done (先前已记录).',
  REFUSED: 'Not recorded; the row says why, and the other rows are not touched by it (被拒绝).',
});
export type BulkStatus = keyof typeof BulkStatus;

@Directive('@shareable')
@ObjectType({ description: 'What became of one row of a bulk command (批量行结果).' })
export class BulkRow {
  @Field(() => Int, { description: 'Which row of the input, from 0 (行号).' })
  index!: number;

  @Field({ description: 'The id that the row has in the system it comes from (外部标识).' })
  externalId!: string;

  @Field(() => BulkStatus, { description: 'What became of it (结果).' })
  status!: BulkStatus;

  @Field(() => UUID, { nullable: true, description: 'Its id here; null when it was refused (标识).' })
  id!: string | null;

  @Field(() => String, { nullable: true, description: "The refusal's code, such as NOT_FOUND (原因代码)." })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused and what would be right (原因).' })
  problem!: string | null;
}

@Directive('@shareable')
@ObjectType({ description: 'What became of every row of a bulk command, in the order of the input (批量结果).' })
export class BulkPayload {
  @Field(() => [BulkRow], { description: 'One per row of the input (各行结果).' })
  rows!: BulkRow[];
}

/** The ids of those rows that are recorded, by their external ids. */
type Existing = (externalIds: string[]) => Promise<Map<string, string>>;

/** What became of one row: its id here, and whether it had one before; or why it was refused. */
type Recorded = { id: string; already?: true } | DomainError;

/**
 * Records rows one by one in one transaction, each in a savepoint of its own: a refused row costs only itself. A row is known by its
 * external id: `existing` finds the ids that are there already, and what is found again is ALREADY_RECORDED, however often it is sent.
 */
export async function recordRows<R extends { externalId: string }>(
  command: Command,
  rows: readonly R[],
  existing: Existing,
  record: (row: R) => Promise<{ id: string } | DomainError>,
): Promise<BulkPayload> {
  return eachOnce(rows, existing, async (row) => {
    const result = await command.attempt(() => record(row)).catch(failure);
    if (!(result instanceof Error || result instanceof DomainError)) return { id: result.id };
    // The same rows may be sent twice at once: what the other call has just recorded is neither refused nor a bug.
    const id = (await existing([row.externalId])).get(row.externalId);
    if (id !== undefined) return { id, already: true };
    if (result instanceof DomainError) return result;
    throw result;
  });
}

/**
 * The same for rows that are judged without a look at each: `prepare` looks up, and locks, what all of them need, and gives what judges one
 * row and then writes by `command.add` and `command.save` only. All rows are written together, by some statements for the call instead of
 * some for each row.
 * @param order the classes of the rows that are added, those first that others refer to
 */
export async function recordRowsTogether<R extends { externalId: string }>(
  command: Command,
  rows: readonly R[],
  order: readonly EntityClass[],
  existing: Existing,
  prepare: () => Promise<(row: R) => Promise<{ id: string } | DomainError>>,
): Promise<BulkPayload> {
  for (let tries = 1; ; tries++) {
    const outcome = await command.attempt(() => together(command, rows, order, existing, prepare)).catch(failure);
    if (outcome instanceof BulkPayload) return outcome;
    // Another call has recorded one of them meanwhile: the second look finds it.
    if (tries >= 3) throw outcome;
  }
}

async function together<R extends { externalId: string }>(
  command: Command,
  rows: readonly R[],
  order: readonly EntityClass[],
  existing: Existing,
  prepare: () => Promise<(row: R) => Promise<{ id: string } | DomainError>>,
): Promise<BulkPayload> {
  const record = await prepare();
  return command.writeTogether(order, () =>
    eachOnce(rows, existing, async (row) => {
      const result = await record(row);
      return result instanceof DomainError ? result : { id: result.id };
    }),
  );
}

/** Records what is not there yet, and tells the outcome of each row. */
async function eachOnce<R extends { externalId: string }>(
  rows: readonly R[],
  existing: Existing,
  record: (row: R) => Promise<Recorded>,
): Promise<BulkPayload> {
  const known = await existing(rows.map((row) => row.externalId));
  const outcomes: BulkRow[] = [];
  for (const [index, row] of rows.entries()) {
    const { externalId } = row;
    const there = known.get(externalId);
    const result: Recorded = there === undefined ? await judged(row, record) : { id: there, already: true };
    if (result instanceof DomainError) {
      const { code, message: problem } = result;
      outcomes.push({ index, externalId, status: BulkStatus.REFUSED, id: null, code, problem });
    } else {
      const { id, already } = result;
      known.set(externalId, id);
      const status = already ? BulkStatus.ALREADY_RECORDED : BulkStatus.RECORDED;
      outcomes.push({ index, externalId, status, id, code: null, problem: null });
    }
  }
  return Object.assign(new BulkPayload(), { rows: outcomes });
}

/** A row of the wrong form is refused for that, and not looked at any further. */
async function judged<R extends object>(row: R, record: (row: R) => Promise<Recorded>): Promise<Recorded> {
  const problems = await inputProblems(row);
  return problems.length > 0 ? new InvalidInput(problems) : record(row);
}

/** A row that is there by now; anything else is a bug and stops the call. */
function failure(error: unknown): Error {
  if (error instanceof Error && sqlState(error) === '23505') return error;
  throw error;
}
