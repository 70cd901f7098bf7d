import { Money } from '@fivepoint/kernel';
import {
  amountProblems,
  type Command,
  InvalidInput,
  MoneyValue,
  present,
  takenProblems,
  takeTurns,
} from '@fivepoint/service';
import { Product } from './product';
import type { RegisterProductInput } from './product.inputs';

export type RegisterProductOutcome = Product | InvalidInput;

/** Registers a product (capability P20): from now on it can be planned and sold. */
export async function registerProduct(command: Command, input: RegisterProductInput): Promise<RegisterProductOutcome> {
  const listPrice = input.listPrice ? Money.from(input.listPrice) : null;
  const problems = amountProblems('listPrice', listPrice, 'not be negative');
  const { externalId } = input;
  await takeTurns(command, Product, ['externalId'], [input]);
  problems.push(...(await takenProblems(command, Product, { externalId })));
  if (problems.length > 0) return new InvalidInput(problems);
  const product = Object.assign(new Product(), {
    ...command.newAggregate(),
    name: input.name,
    series: input.series ?? null,
    listPrice: listPrice && MoneyValue.of(listPrice),
    externalId: externalId ?? null,
  });
  await command.add(product);
  announceProduct(command, product);
  return product;
}

/** `product-registered`, for live and for recorded products alike. */
export function announceProduct(command: Command, product: Product): void {
  command.emit({
    type: 'fivepoint.planning.product-registered.v1',
    key: product.id,
    subject: product.id,
    correlationId: product.correlationId,
    data: { productId: product.id, name: product.name, ...present({ externalId: product.externalId }) },
  });
}
