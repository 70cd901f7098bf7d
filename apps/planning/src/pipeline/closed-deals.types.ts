import { Money, roundedQuotient } from '@fivepoint/kernel';
import { Decimal, MoneyValue } from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';
import { concentrationOf } from '../key-person/concentration';
import type { Cycle, WonAndLost, WonByAccount } from './closed-deals';
import { ClosedDealFilter } from './pipeline.inputs';

@ObjectType({ description: 'How many deals were won and lost (赢单率).' })
export class WinRate {
  @Field(() => Int, { description: 'How many were won (赢单数).' })
  wonCount!: number;

  @Field(() => Int, { description: 'How many were lost (丢单数).' })
  lostCount!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The won ones of all that ended, rounded; 10000 = all, null where none ended (赢单率).',
  })
  basisPoints!: number | null;

  @Field(() => [MoneyValue], { description: 'What the won ones brought: one sum per currency (赢单额).' })
  won!: MoneyValue[];

  static of({ wonCount, lostCount, won }: Omit<WonAndLost, 'groupId'>): WinRate {
    const ended = wonCount + lostCount;
    return Object.assign(new WinRate(), {
      ...{ wonCount, lostCount },
      basisPoints: ended === 0 ? null : Number(roundedQuotient(BigInt(wonCount) * 10_000n, BigInt(ended))),
      won: won.map((money) => MoneyValue.of(money)),
    });
  }
}

@ObjectType({ description: 'How the deals for a product went (产品赢单率).' })
export class ProductWinRate {
  productId!: string | null;

  @Field(() => WinRate, { description: 'How they went (赢单率).' })
  winRate!: WinRate;
}

@ObjectType({ description: 'How the deals of a rep went (责任人赢单率).' })
export class OwnerWinRate {
  ownerId!: string | null;

  @Field(() => WinRate, { description: 'How they went (赢单率).' })
  winRate!: WinRate;
}

@ObjectType({
  description: 'How long deals took, from the day on which work began to the day on which they ended (成交周期).',
})
export class SalesCycle implements Cycle {
  @Field(() => Int, { description: 'Of so many deals (样本数).' })
  closedCount!: number;

  @Field(() => Int, { description: 'All their days together (总天数).' })
  totalDays!: number;

  @Field(() => Decimal, {
    nullable: true,
    description: 'Their mean, rounded once to four decimals; null where none ended (平均天数).',
  })
  meanDays!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: 'Half of them took at most so long, one decimal; null where none ended (中位天数).',
  })
  medianDays!: string | null;
}

@ObjectType({ description: 'What an account brought of all that was won (客户赢单份额).' })
export class AccountShare {
  accountId!: string;

  @Field(() => MoneyValue, { description: 'What it brought (赢单额).' })
  won!: MoneyValue;

  @Field(() => Int, { description: 'With so many contracts (合同数).' })
  wonCount!: number;

  @Field(() => Int, { description: 'Its share of what all accounts brought, rounded; 10000 = all (份额).' })
  basisPoints!: number;
}

@ObjectType({ description: 'How much of what was won hangs on few accounts, in one currency (客户集中度).' })
export class WonConcentration {
  @Field(() => MoneyValue, { description: 'What all accounts brought (赢单总额).' })
  won!: MoneyValue;

  @Field(() => Int, { description: 'How many accounts those are (客户数).' })
  accountCount!: number;

  @Field(() => Decimal, {
    nullable: true,
    description: 'The sum of the squared shares, four decimals; 1 where one account brought all (赫芬达尔指数).',
  })
  herfindahl!: string | null;

  @Field(() => MoneyValue, {
    description: 'Besides, what contracts brought whose account nobody knows (未知客户赢单额).',
  })
  withoutAccount!: MoneyValue;

  @Field(() => [AccountShare], { description: 'The accounts that brought most, the greatest first (主要客户).' })
  top!: AccountShare[];

  static of({ currency, accounts }: WonByAccount, most: number): WonConcentration {
    const sum = (rows: WonByAccount['accounts']) =>
      Money.of(
        rows.reduce((minor, row) => minor + row.minor, 0n),
        currency,
      );
    const known = accounts.filter(({ accountId }) => accountId !== null);
    const whole = sum(known);
    const share = (minor: bigint) => (whole.minor === 0n ? 0 : Number(roundedQuotient(minor * 10_000n, whole.minor)));
    return Object.assign(new WonConcentration(), {
      won: MoneyValue.of(whole),
      accountCount: known.length,
      herfindahl: concentrationOf(
        known.map(({ minor }) => minor),
        10_000,
      ).index,
      withoutAccount: MoneyValue.of(sum(accounts.filter(({ accountId }) => accountId === null))),
      top: known.slice(0, most).map(({ accountId, minor, wonCount }) =>
        Object.assign(new AccountShare(), {
          ...{ accountId, wonCount },
          won: MoneyValue.of(Money.of(minor, currency)),
          basisPoints: share(minor),
        }),
      ),
    });
  }
}

@ObjectType({ description: 'What came of the deals that have ended and that you may see (已结束商机分析).' })
export class ClosedDeals {
  filter!: ClosedDealFilter;
}
