import { Money, productOf, ratioOf } from '@fivepoint/kernel';
import {
  amountProblems,
  type Command,
  InputProblem,
  InvalidInput,
  MoneyValue,
  NotFound,
  pastDayProblems,
} from '@fivepoint/service';
import { Account } from '../account/account';
import { assessAccounts } from '../assessment/assess-accounts';
import { contactsAt } from '../contact/contacts-at';
import { Product } from '../product/product';
import { Tenant } from '../tenant/tenant';
import { shortestDecimal } from './decimal';
import { DemandDriver } from './demand-driver';
import type { RecordDriverMeasureInput } from './driver.inputs';
import { DriverMeasure } from './driver-measure';

export type RecordDriverMeasureOutcome = DriverMeasure | NotFound | InvalidInput;

/** Records how much of a driver there is at an account, and what it buys because of it (capabilities P10, P11). */
export async function recordDriverMeasure(
  command: Command,
  input: RecordDriverMeasureInput,
): Promise<RecordDriverMeasureOutcome> {
  const { tenantId, manager } = command;
  const account = await command.lock(Account, input.accountId);
  if (!(account instanceof Account)) return new NotFound('Account', input.accountId);
  const driver = await command.find(DemandDriver, input.demandDriverId);
  if (!(driver instanceof DemandDriver)) return driver;
  const product = input.productId ? await command.find(Product, input.productId) : null;
  if (product instanceof NotFound) return product;
  const contacts = await contactsAt(command, account.id, input.contactIds);
  if (contacts instanceof NotFound) return contacts;

  const [today, tenant] = [await command.today(), await manager.findOneBy(Tenant, { tenantId, id: tenantId })];
  const unitPrice = Money.from(input.unitPrice);
  const problems = [
    ...pastDayProblems('measuredOn', input.measuredOn, today),
    ...amountProblems('unitPrice', unitPrice, 'not be negative'),
  ];
  // A potential is one sum; there is no rate here.
  const currency = account.assessmentCurrency ?? tenant?.currency ?? unitPrice.currency;
  if (unitPrice.currency !== currency)
    problems.push(
      new InputProblem('unitPrice', `must be in the currency in which the account is assessed, ${currency}`),
    );
  else if (isTooMuch(input, unitPrice))
    problems.push(
      new InputProblem('quantity', 'comes with intensity and unit price to more than anybody can buy in a year'),
    );
  if (problems.length > 0) return new InvalidInput(problems);
  const measure = Object.assign(new DriverMeasure(), {
    ...command.newAggregate(),
    accountId: account.id,
    demandDriverId: driver.id,
    productId: product?.id ?? null,
    measuredOn: input.measuredOn ?? today,
    quantity: shortestDecimal(input.quantity),
    intensity: shortestDecimal(input.intensity),
    unitPrice: MoneyValue.of(unitPrice),
    source: input.source,
    contactIds: contacts.map(({ id }) => id),
  });
  await command.add(measure);
  await assessAccounts(command, [account.id]);
  return measure;
}

/** A thousand billion of the currency's hundredths is more than any market: what is more is a slip of the keyboard, and no sum could hold it. */
const mostInAYear = 10n ** 15n;

function isTooMuch({ quantity, intensity }: RecordDriverMeasureInput, unitPrice: Money): boolean {
  const { numerator, denominator } = productOf([
    ratioOf(quantity),
    ratioOf(intensity),
    { numerator: unitPrice.minor, denominator: 1n },
  ]);
  return numerator > mostInAYear * denominator;
}
