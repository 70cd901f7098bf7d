import { on } from '@fivepoint/messaging';
import type { Command } from '@fivepoint/service';
import { closeWon } from '../renewal/close-renewal';
import { openSuccessPlan, recordPastContract } from '../success-plan/open-success-plan';

/** deal → customer-success: every contract opens a success plan and plans its renewal; a renewal or expansion is won with it. */
export const onContractSigned = on('fivepoint.deal.contract-signed.v1', async (command: Command, { data, origin }) => {
  const { accountId } = data;
  // A recorded contract without an account belongs to no customer that anybody could look after.
  if (accountId === null) return;
  if (origin === 'import') {
    await recordPastContract(command, { ...data, accountId });
    return;
  }
  await openSuccessPlan(command, { ...data, accountId });
  await closeWon(command, data.dealId);
});
