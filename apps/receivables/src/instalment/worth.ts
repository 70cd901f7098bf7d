import { Money } from '@fivepoint/kernel';
import type { Instalment } from './instalment';

/** What instalments of a contract are worth together, paid or not; `currency` is the contract's. */
export const worthOf = (instalments: readonly Pick<Instalment, 'amount'>[], currency: string): Money =>
  Money.sum(
    instalments.map(({ amount }) => amount.money),
    currency,
  );
