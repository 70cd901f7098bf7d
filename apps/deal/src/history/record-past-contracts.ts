import { DomainError } from '@fivepoint/kernel';
import { type BulkPayload, type Command, InputProblem, InvalidInput, NotFound, recordRows } from '@fivepoint/service';
import { In } from 'typeorm';
import { Contract } from '../contract/contract';
import { Deal } from '../deal/deal';
import type { PastContractRow, RecordPastContractsInput } from './history.inputs';
import { recordPastDeal } from './record-past-deals';

/**
 * Records contracts of an older system, each with the deal that won it, by the rules of `recordPastDeals`; the ids it answers are the
 * contracts', which receivables of the same system refer to. A row whose external id is there already is left alone.
 */
export async function recordPastContracts(command: Command, { rows }: RecordPastContractsInput): Promise<BulkPayload> {
  const { manager, tenantId } = command;
  const unsigned = new Set<string>();
  return recordRows(
    command,
    rows,
    async (externalIds) => {
      const contracts = await manager.findBy(Contract, { tenantId, externalId: In(externalIds) });
      const signed = new Map(contracts.map(({ externalId, id }) => [externalId ?? '', id]));
      const deals = await manager.findBy(Deal, { tenantId, externalId: In(externalIds) });
      for (const { externalId } of deals) if (externalId && !signed.has(externalId)) unsigned.add(externalId);
      return signed;
    },
    (row) => (unsigned.has(row.externalId) ? refusedAsUnsigned() : recordPastContract(command, row)),
  );
}

async function recordPastContract(
  command: Command,
  { signedOn, openedOn, ...row }: PastContractRow,
): Promise<Contract | InvalidInput | NotFound> {
  const won = { ...row, stage: 'SIGNED' as const, openedOn: openedOn ?? signedOn, closedOn: signedOn };
  const recorded = await recordPastDeal(command, won);
  if (recorded instanceof DomainError) return recorded;
  if (!recorded.contract) throw new Error('a past deal that is signed has no contract');
  return recorded.contract;
}

const refusedAsUnsigned = async () =>
  new InvalidInput([
    new InputProblem(
      'externalId',
      'a deal of this id is recorded and has no contract; give the contract an id of its own',
    ),
  ]);
