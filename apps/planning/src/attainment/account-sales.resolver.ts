import { Money } from '@fivepoint/kernel';
import { type Conditions, from, GraphContext, is, MoneyValue, narrow, to } from '@fivepoint/service';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { Account } from '../account/account';
import { BookedFilter, CollectedFilter } from './account-sales.inputs';
import { BookedContract } from './booked-contract';
import { CollectedPayment } from './collected-payment';

/** What we sold to an account and what it paid, in a plan or not (rules §1, capability P33); over all its contracts, whoever's they are. */
@Resolver(() => Account)
export class AccountSalesResolver {
  @FieldResolver(() => [MoneyValue], {
    nullable: true,
    description: 'What it signed, recorded history included: one sum per currency, over all its contracts (签约额).',
  })
  booked(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Arg('filter', () => BookedFilter, { nullable: true, description: 'Narrows what is summed (筛选).' })
    filter?: BookedFilter | null,
  ): Promise<MoneyValue[]> {
    const where = { signedFrom: from('signedOn'), signedTo: to('signedOn'), productId: is('productId') };
    return sums(context, BookedContract, account, filter, where);
  }

  @FieldResolver(() => [MoneyValue], {
    nullable: true,
    description: 'What it paid of its instalments: one sum per currency, over all its contracts (回款额).',
  })
  collected(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Arg('filter', () => CollectedFilter, { nullable: true, description: 'Narrows what is summed (筛选).' })
    filter?: CollectedFilter | null,
  ): Promise<MoneyValue[]> {
    const where = { receivedFrom: from('receivedOn'), receivedTo: to('receivedOn') };
    return sums(context, CollectedPayment, account, filter, where);
  }
}

interface Summed {
  accountId: string;
  currency: string;
  minor: string;
}

async function sums<F extends object>(
  context: GraphContext,
  entity: typeof BookedContract | typeof CollectedPayment,
  account: Account,
  filter: F | null | undefined,
  where: Conditions<F>,
): Promise<MoneyValue[]> {
  const { tenantId } = context.caller;
  const name = `sales:${entity.name}:${JSON.stringify(filter)}`;
  const found = await context.reads.batched(name, account.id, async (manager, accountIds) => {
    const query = manager
      .createQueryBuilder<ObjectLiteral>(entity, 'e')
      .select('e.account_id', 'accountId')
      .addSelect('e.amount_currency', 'currency')
      .addSelect('sum(e.amount_minor)::text', 'minor')
      .where('e.tenant_id = :tenantId and e.account_id = any(:accountIds)', { tenantId, accountIds })
      .groupBy('e.account_id, e.amount_currency')
      .orderBy('e.amount_currency') as SelectQueryBuilder<ObjectLiteral>;
    narrow(query, filter, where);
    const rows = await query.getRawMany<Summed>();
    return accountIds.map((id) => rows.filter(({ accountId }) => accountId === id));
  });
  return found.map(({ minor, currency }) => MoneyValue.of(Money.of(BigInt(minor), currency)));
}
