import { Money } from '@fivepoint/kernel';
import {
  amountProblems,
  type BulkPayload,
  type Command,
  InvalidInput,
  MoneyValue,
  recordedAs,
  recordRows,
  takeTurns,
} from '@fivepoint/service';
import { Product } from '../product/product';
import { announceProduct } from '../product/register-product';
import type { PastProductRow, RecordPastProductsInput } from './history.inputs';

/** Records products of an older system: origin is IMPORTED. A row whose external id is there already is left alone. */
export async function recordPastProducts(command: Command, { rows }: RecordPastProductsInput): Promise<BulkPayload> {
  await takeTurns(command, Product, ['externalId'], rows);
  return recordRows(command, rows, recordedAs(command, Product), (row) => recordPastProduct(command, row));
}

async function recordPastProduct(command: Command, row: PastProductRow): Promise<Product | InvalidInput> {
  const listPrice = row.listPrice ? Money.from(row.listPrice) : null;
  const problems = amountProblems('listPrice', listPrice, 'not be negative');
  if (problems.length > 0) return new InvalidInput(problems);
  const product = Object.assign(new Product(), {
    ...command.newAggregate(),
    name: row.name,
    series: row.series ?? null,
    listPrice: listPrice && MoneyValue.of(listPrice),
    externalId: row.externalId,
  });
  await command.add(product);
  announceProduct(command, product);
  return product;
}
