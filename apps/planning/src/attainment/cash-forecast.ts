import { Money } from '@fivepoint/kernel';
import { MoneyValue } from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';
import type { CashToCome } from './cash-to-come';

@ObjectType({
  description:
    "What cash is expected until the end of a plan's period, as far as it is known how its lines pay: of open deals those that you may see (期末回款预测).",
})
export class CashForecast {
  @Field(() => MoneyValue, {
    description: 'What was paid within the period + what is to come of contracts and of open deals (预测回款额).',
  })
  amount!: MoneyValue;

  @Field(() => MoneyValue, {
    description:
      'What falls due of signed contracts until the end of the period, as the outlook of their line says, less what has come in of each; rounded once (合同待回款).',
  })
  fromContracts!: MoneyValue;

  @Field(() => MoneyValue, {
    description:
      'What would fall due of open deals until then, each × the win rate of its stage, exactly and rounded once (商机待回款).',
  })
  fromDeals!: MoneyValue;

  @Field(() => Int, {
    description:
      'Left out: contracts that are not paid and deals expected within the period of lines without an outlook, which would say how they pay (账期未知数).',
  })
  unknownCount!: number;

  static of({ fromContracts, fromDeals, unknownCount }: CashToCome, collected: bigint, currency: string): CashForecast {
    const money = (minor: bigint) => MoneyValue.of(Money.of(minor, currency));
    return Object.assign(new CashForecast(), {
      amount: money(collected + fromContracts + fromDeals),
      ...{ fromContracts: money(fromContracts), fromDeals: money(fromDeals), unknownCount },
    });
  }
}
