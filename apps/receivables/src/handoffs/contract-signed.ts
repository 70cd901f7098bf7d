import { DomainError, type LocalDate } from '@fivepoint/kernel';
import { on } from '@fivepoint/messaging';
import { type Command, InputProblem, InvalidInput, notKnownYet } from '@fivepoint/service';
import { openContract } from '../contract/open-contract';
import { projectPastContract } from '../contract/project-past-contract';

const namesNobody = new InputProblem(
  'accountId',
  'a contract that is signed now must name its account: who else would pay?',
);

/** deal → receivables: a signed contract is opened with its instalments. Recorded history opens nothing: its row is taken in. */
export const onContractSigned = on('fivepoint.deal.contract-signed.v1', async (command: Command, { data, origin }) => {
  const told = {
    contractId: data.contractId,
    dealId: data.dealId,
    planLineId: data.planLineId ?? null,
    amount: data.amount,
    signedOn: data.signedOn as LocalDate,
    warrantyMonths: data.warrantyMonths,
    ownerId: data.ownerId,
    team: data.team,
  };
  const { accountId } = data;
  if (origin === 'import') return projectPastContract(command, { ...told, accountId });
  if (accountId === null) return new InvalidInput([namesNobody]);
  const missing = await notKnownYet(command, 'account', accountId);
  if (missing) return missing;
  const done = await openContract(command, { ...told, accountId, paymentTerms: data.paymentTerms });
  return done instanceof DomainError ? done : undefined;
});
