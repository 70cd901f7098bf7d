import { Money } from '@fivepoint/kernel';
import { type Connection, GraphContext, MoneyValue, type ListArgs, seesAllIn } from '@fivepoint/service';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Instalment } from '../instalment/instalment';
import type { InstalmentFilter } from '../instalment/instalment.inputs';
import { InstalmentList } from '../instalment/instalment.list';
import { unappliedCredit } from '../ledger/credit';
import { Receipt } from '../receipt/receipt';
import type { ReceiptFilter } from '../receipt/receipt.inputs';
import { ReceiptList } from '../receipt/receipt.list';
import { Account } from './account';

@Resolver(() => Account)
export class AccountResolver {
  @FieldResolver(() => InstalmentList.Connection, {
    nullable: true,
    description: 'Its instalments that you may see (分期款).',
  })
  instalments(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args(() => InstalmentList.Args) args: ListArgs<InstalmentFilter>,
  ): Promise<Connection<Instalment>> {
    return context.reads.pageBy(InstalmentList, 'accountId', account.id, args);
  }

  @FieldResolver(() => ReceiptList.Connection, { nullable: true, description: 'What it paid (到账单).' })
  receipts(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args(() => ReceiptList.Args) args: ListArgs<ReceiptFilter>,
  ): Promise<Connection<Receipt>> {
    return context.reads.pageBy(ReceiptList, 'accountId', account.id, args);
  }

  @FieldResolver(() => [MoneyValue], {
    nullable: true,
    description: 'What it paid beyond its instalments, one sum per currency; empty when nothing (未核销余额).',
  })
  async unappliedCredit(@Ctx() context: GraphContext, @Root() account: Account): Promise<MoneyValue[]> {
    const viewer = { identity: context.caller, seesAll: seesAllIn.receivables };
    const credits = await context.reads.batched('account:credit', account.id, async (manager, accountIds) => {
      const found = await unappliedCredit(manager, viewer, { accountIds });
      return accountIds.map((id) => found.filter(({ accountId }) => accountId === id));
    });
    return credits
      .sort((a, b) => (a.currency < b.currency ? -1 : 1))
      .map(({ minor, currency }) => MoneyValue.of(Money.of(minor, currency)));
  }
}
