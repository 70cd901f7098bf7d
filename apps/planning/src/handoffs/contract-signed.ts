import { on } from '@fivepoint/messaging';
import type { Command } from '@fivepoint/service';
import { bookContract } from '../attainment/book-contract';

/** deal → planning: a signed contract is the actual of its plan line; a recorded one counts like any other. */
export const onContractSigned = on('fivepoint.deal.contract-signed.v1', (command: Command, { data }) =>
  bookContract(command, {
    contractId: data.contractId,
    planLineId: data.planLineId,
    accountId: data.accountId,
    productId: data.productId,
    ownerId: data.ownerId,
    team: data.team,
    kind: data.kind,
    amount: data.amount,
    signedOn: data.signedOn,
  }),
);
