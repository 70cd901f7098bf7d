import { Money } from '@fivepoint/kernel';
import { type Connection, GraphContext, MoneyValue, PageArgs, seesAllIn } from '@fivepoint/service';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Instalment, InstalmentConnection } from '../instalment/instalment';
import { openInstalments } from '../instalment/instalment.filters';
import { unappliedCredit } from '../ledger/credit';
import { Receipt, ReceiptConnection } from '../receipt/receipt';
import { Account } from './account';

@Resolver(() => Account)
export class AccountResolver {
  @FieldResolver(() => InstalmentConnection, {
    nullable: true,
    description: 'Its instalments with something outstanding, due or not, newest first (未收齐分期款).',
  })
  openInstalments(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args() page: PageArgs,
  ): Promise<Connection<Instalment>> {
    return context.reads.pageBy(Instalment, 'accountId', account.id, page, { filter: openInstalments });
  }

  @FieldResolver(() => ReceiptConnection, { nullable: true, description: 'What it paid, newest first (到账单).' })
  receipts(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args() page: PageArgs,
  ): Promise<Connection<Receipt>> {
    return context.reads.pageBy(Receipt, 'accountId', account.id, page);
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
