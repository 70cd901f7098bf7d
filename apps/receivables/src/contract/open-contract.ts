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
  const { tenantId, manager } = command;
  await oneAtATime(command, 'contract', opening.contractId);
  const there = await manager.findOneBy(ContractAccount, { tenantId, id: opening.contractId });
  if (there) return there;

  const amount = Money.from(opening.amount);
  const belongings = {
    tenantId,
    createdAt: command.now,
    correlationId: command.correlationId,
    origin: 'LIVE' as const,
    accountId: opening.accountId,
    ownerId: opening.ownerId,
    team: opening.team,
  };
  const contract = Object.assign(new ContractAccount(), {
    ...belongings,
    id: opening.contractId,
    dealId: opening.dealId,
    planLineId: opening.planLineId,
    amount: MoneyValue.of(amount),
    signedOn: opening.signedOn,
    warrantyMonths: opening.warrantyMonths,
    settledOn: null,
  });
  await command.add(contract);
  const instalments = instalmentPlan(amount, opening.signedOn, opening.paymentTerms).map(({ minor, ...planned }) =>
    Object.assign(new Instalment(), {
      ...command.newRow(),
      ...belongings,
      ...planned,
      contractId: contract.id,
      amount: MoneyValue.of(Money.of(minor, amount.currency)),
      claimedOn: null,
      claimed: null,
      externalId: null,
    }),
  );
  for (const instalment of instalments) await command.add(instalment);
  await settleWhenPaid(command, contract, instalments);
  return contract;
}
