import { on } from '@fivepoint/messaging';
import { type Command, InputProblem, InvalidInput } from '@fivepoint/service';
import { closeWon } from '../renewal/follow-deal';
import { openSuccessPlan, recordPastContract } from '../success-plan/open-success-plan';

const namesNobody = new InputProblem(
  'accountId',
  'a contract that is signed now must name its account: whom else should we look after?',
);

/** deal → customer-success: every contract opens a success plan and plans its renewal; a renewal or expansion is won with it. */
export const onContractSigned = on('fivepoint.deal.contract-signed.v1', async (command: Command, { data, origin }) => {
  if (origin === 'import') {
    await recordPastContract(command, data);
    return undefined;
  }
  const { accountId } = data;
  if (accountId === null) return new InvalidInput([namesNobody]);
  await openSuccessPlan(command, { ...data, accountId });
  await closeWon(command, data.dealId);
  return undefined;
});
