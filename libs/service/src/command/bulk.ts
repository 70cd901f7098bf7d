import { DomainError } from '@fivepoint/kernel';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { graphEnum } from '../graph/enum';
import { BadUserInput } from '../graph/errors';
import { InvalidInput } from '../graph/refusals';
import { UUID } from '../graph/scalars';
import type { Command } from './command';

/** The most rows that one bulk command takes. */
export const maxBulkRows = 500;

export const BulkStatus = graphEnum('BulkStatus', 'What became of one row of a bulk command (批量结果).', {
  RECORDED: 'New; recorded now (已记录).',
  ALREADY_RECORDED: 'Its external id was recorded before; nothing was done (先前已记录).',
  REFUSED: 'Not recorded; the row says why (被拒绝). The other rows are not touched by it.',
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

export type BulkOutcome = BulkPayload | InvalidInput;

/**
 * Records rows one by one in one transaction, each in a savepoint of its own: a refused row costs only itself. A row is known by its
 * external id: `existing` finds the ids that are there already, and what is found again is ALREADY_RECORDED, however often it is sent.
 */
export async function recordRows<R extends { externalId: string }>(
  command: Command,
  rows: readonly R[],
  existing: (externalIds: string[]) => Promise<Map<string, string>>,
  record: (row: R) => Promise<{ id: string } | DomainError>,
): Promise<BulkPayload> {
  const known = await existing(rows.map((row) => row.externalId));
  const outcomes: BulkRow[] = [];
  for (const [index, row] of rows.entries()) {
    const { externalId } = row;
    const id = known.get(externalId);
    if (id !== undefined) {
      outcomes.push({ index, externalId, status: BulkStatus.ALREADY_RECORDED, id, code: null, problem: null });
      continue;
    }
    const result = await command.attempt(() => record(row)).catch(problemOf);
    if (result instanceof DomainError || result instanceof BadUserInput) {
      const code = result instanceof DomainError ? result.code : 'BAD_USER_INPUT';
      const { message: problem } = result;
      outcomes.push({ index, externalId, status: BulkStatus.REFUSED, id: null, code, problem });
    } else {
      known.set(externalId, result.id);
      outcomes.push({ index, externalId, status: BulkStatus.RECORDED, id: result.id, code: null, problem: null });
    }
  }
  return Object.assign(new BulkPayload(), { rows: outcomes });
}

/** Input that makes no sense costs its own row only; anything else is a bug and stops the call. */
function problemOf(error: unknown): BadUserInput {
  if (error instanceof BadUserInput) return error;
  throw error;
}
