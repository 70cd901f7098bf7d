import { Money } from '@fivepoint/kernel';
import { GraphContext, MoneyValue } from '@fivepoint/service';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Account } from '../account/account';
import { BookedContract } from './booked-contract';
import { CollectedPayment } from './collected-payment';

/**
 * What we sold to an account and what it paid, in a plan or not (rules §1, capability P33); over all its contracts, whoever's they are: no
 * filter takes the sums apart into contracts and receipts, which fewer people see.
 */
@Resolver(() => Account)
export class AccountSalesResolver {
  @FieldResolver(() => [MoneyValue], {
    nullable: true,
    description: 'What it signed, recorded history included: one sum per currency, over all its contracts (签约额).',
  })
  booked(@Ctx() context: GraphContext, @Root() account: Account): Promise<MoneyValue[]> {
    return sums(context, BookedContract, account);
  }

  @FieldResolver(() => [MoneyValue], {
    nullable: true,
    description: 'What it paid of its instalments: one sum per currency, over all its contracts (回款额).',
  })
  collected(@Ctx() context: GraphContext, @Root() account: Account): Promise<MoneyValue[]> {
    return sums(context, CollectedPayment, account);
  }
}

interface Summed {
  accountId: string;
  currency: string;
  minor: string;
}

async function sums(
  context: GraphContext,
  entity: typeof BookedContract | typeof CollectedPayment,
  account: Account,
): Promise<MoneyValue[]> {
  const { tenantId } = context.caller;
  const found = await context.reads.batched(`sales:${entity.name}`, account.id, async (manager, accountIds) => {
    const rows = await manager
      .createQueryBuilder<BookedContract | CollectedPayment>(entity, 'e')
      .select('e.account_id', 'accountId')
      .addSelect('e.amount_currency', 'currency')
      .addSelect('sum(e.amount_minor)::text', 'minor')
      .where('e.tenant_id = :tenantId and e.account_id = any(:accountIds)', { tenantId, accountIds })
      .groupBy('e.account_id, e.amount_currency')
      .orderBy('e.amount_currency')
      .getRawMany<Summed>();
    return accountIds.map((id) => rows.filter(({ accountId }) => accountId === id));
  });
  return found.map(({ minor, currency }) => MoneyValue.of(Money.of(BigInt(minor), currency)));
}
