import { Money } from '@fivepoint/kernel';
import type { Instalment } from './instalment';

/** What is left of an instalment, from its amount and the sum of its ledger entries in minor units. */
export const outstandingOf = ({ amount }: Pick<Instalment, 'amount'>, collected: bigint): Money =>
  Money.of(amount.minor - collected, amount.currency);
