import { GraphRefused, type GraphUser } from '../../../lifecycle/src/graph-user';

/** The bulk commands of recorded history, each with the service that it belongs to. */
export const commands = {
  recordPastProducts: 'RecordPastProductsInput',
  recordPastReps: 'RecordPastRepsInput',
  recordPastAccounts: 'RecordPastAccountsInput',
  recordPastLeads: 'RecordPastLeadsInput',
  recordPastDeals: 'RecordPastDealsInput',
  recordPastContracts: 'RecordPastContractsInput',
  recordPastReceivables: 'RecordPastReceivablesInput',
} as const;
export type HistoryCommand = keyof typeof commands;

/** What became of one row, as the house said it. */
export interface RowOutcome {
  externalId: string;
  status: 'RECORDED' | 'ALREADY_RECORDED' | 'REFUSED';
  id: string | null;
  /** Why it was refused: stable code, and what would be right. */
  code: string | null;
  problem: string | null;
}

/** What a call may end with because of one row: something in it is wrong, or a bug of the house that only it brings out. */
const ofOneRow = new Set(['BAD_USER_INPUT', 'INTERNAL']);

/**
 * Sends rows to one command, and gives their outcomes in their order. Where a call ends as a whole because of what some row says, it is
 * halved until that row stands alone: the others must not suffer for it.
 */
export async function recordRows(
  graph: Pick<GraphUser, 'ask'>,
  command: HistoryCommand,
  rows: readonly { externalId: string }[],
): Promise<RowOutcome[]> {
  try {
    const { result } = await graph.ask<{ result: { rows: RowOutcome[] } }>(documentOf(command), { input: { rows } });
    if (result.rows.length !== rows.length)
      throw new Error(`${command} answered ${result.rows.length} rows to ${rows.length}`);
    return result.rows;
  } catch (error) {
    if (!(error instanceof GraphRefused) || !error.codes.every((code) => ofOneRow.has(code))) throw error;
    const [only] = rows;
    if (!only) return [];
    if (rows.length === 1) {
      const [code = null] = error.codes;
      return [{ externalId: only.externalId, status: 'REFUSED', id: null, code, problem: error.message }];
    }
    const half = Math.ceil(rows.length / 2);
    return [
      ...(await recordRows(graph, command, rows.slice(0, half))),
      ...(await recordRows(graph, command, rows.slice(half))),
    ];
  }
}

const documentOf = (command: HistoryCommand) => `mutation Import($input: ${commands[command]}!) {
  result: ${command}(input: $input) { rows { externalId status id code problem } }
}`;
