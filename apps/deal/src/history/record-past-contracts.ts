import { DomainError } from '@fivepoint/kernel';
import {
  type BulkPayload,
  type Command,
  InputProblem,
  InvalidInput,
  type NotFound,
  recordedAs,
  recordRowsTogether,
  unknownReferences,
} from '@fivepoint/service';
import { In } from 'typeorm';
import { Contract } from '../contract/contract';
import { Deal } from '../deal/deal';
import type { PastContractRow, RecordPastContractsInput } from './history.inputs';
import { recordPastDeal } from './record-past-deals';

/**
 * Records contracts of an older system, each with the deal that won it, by the rules of `recordPastDeals`; the ids it answers are the
 * contracts', which receivables of the same system refer to. A row whose external id is there already is left alone.
 */
export function recordPastContracts(command: Command, { rows }: RecordPastContractsInput): Promise<BulkPayload> {
  const { manager, tenantId } = command;
  return recordRowsTogether(command, rows, [Deal, Contract], recordedAs(command, Contract), async () => {
    const unknownOf = await unknownReferences(command, rows);
    const deals = await manager.findBy(Deal, { tenantId, externalId: In(rows.map(({ externalId }) => externalId)) });
    const taken = new Set(deals.map(({ externalId }) => externalId));
    return async (row) =>
      taken.has(row.externalId) ? new InvalidInput([idIsADeals]) : record(command, row, unknownOf(row));
  });
}

async function record(
  command: Command,
  { signedOn, openedOn, ...row }: PastContractRow,
  unknown: NotFound | null,
): Promise<Contract | InvalidInput | NotFound> {
  const won = { ...row, stage: 'SIGNED' as const, openedOn: openedOn ?? null, closedOn: signedOn };
  const recorded = await recordPastDeal(command, won, unknown);
  if (recorded instanceof InvalidInput) return new InvalidInput(recorded.problems.map(ofContract));
  if (recorded instanceof DomainError) return recorded;
  if (!recorded.contract) throw new Error('a past deal that is signed has no contract');
  return recorded.contract;
}

/** The row of a contract calls the day on which its deal was closed the day of signing. */
const ofContract = ({ path, message }: InputProblem): InputProblem =>
  new InputProblem(path === 'closedOn' ? 'signedOn' : path, message);

/** Only asked of rows whose id no contract has. */
const idIsADeals = new InputProblem(
  'externalId',
  'a deal of this id is recorded and has no contract; give the contract an id of its own',
);
