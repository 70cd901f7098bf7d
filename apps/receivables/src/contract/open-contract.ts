import { type LocalDate, Money, type MoneyJson } from '@fivepoint/kernel';
import { type Command, InvalidInput, MoneyValue, oneAtATime } from '@fivepoint/service';
import { Instalment } from '../instalment/instalment';
import { ContractAccount } from './contract-account';
import { instalmentPlan, type PaymentTerm, termProblems } from './instalment-plan';
import { settleWhenPaid } from './settle-contract';

export interface OpenContract {
  contractId: string;
  dealId: string;
  accountId: string;
  planLineId: string | null;
  amount: MoneyJson;
  signedOn: LocalDate;
  paymentTerms: readonly PaymentTerm[];
  warrantyMonths: number;
  ownerId: string;
  team: string;
}

/** Opens a signed contract and its instalments (capability R01). A contract that is there already is left as it is. */
export async function openContract(command: Command, opening: OpenContract): Promise<ContractAccount | InvalidInput> {
  const problems = termProblems(opening.paymentTerms);
  if (problems.length > 0) return new InvalidInput(problems);
  await oneAtATime(command, 'contract', opening.contractId);
  const place = { tenantId: command.tenantId, id: opening.contractId };
  const there = await command.manager.findOneBy(ContractAccount, place);
  if (there) return there;

  const amount = Money.from(opening.amount);
  const { accountId, ownerId, team } = opening;
  const contract = Object.assign(new ContractAccount(), {
    ...command.newAggregate(),
    ...place,
    accountId,
    dealId: opening.dealId,
    planLineId: opening.planLineId,
    amount: MoneyValue.of(amount),
    signedOn: opening.signedOn,
    warrantyMonths: opening.warrantyMonths,
    settledOn: null,
    ownerId,
    team,
  });
  await command.add(contract);
  const instalments = instalmentPlan(amount, opening.signedOn, opening.paymentTerms).map(({ minor, ...planned }) =>
    Object.assign(new Instalment(), {
      ...command.newAggregate(),
      ...planned,
      contractId: contract.id,
      accountId,
      amount: MoneyValue.of(Money.of(minor, amount.currency)),
      claimedOn: null,
      claimed: null,
      externalId: null,
      ownerId,
      team,
    }),
  );
  for (const instalment of instalments) await command.add(instalment);
  await settleWhenPaid(command, contract, instalments);
  return contract;
}
