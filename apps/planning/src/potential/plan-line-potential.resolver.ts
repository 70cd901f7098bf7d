import { Money } from '@fivepoint/kernel';
import { GraphContext, MoneyValue } from '@fivepoint/service';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PlanLine } from '../plan-line/plan-line';
import { productPotentials } from './product-potentials';

/** What could be bought of the product of a line (capability P20). */
@Resolver(() => PlanLine)
export class PlanLinePotentialResolver {
  @FieldResolver(() => MoneyValue, {
    nullable: true,
    description:
      'What the account could buy of the product over the horizon, by the drivers that are measured for it and the rule in force today; null where none is, or the account is none that you may see (产品潜力).',
  })
  async potential(
    @Ctx() context: GraphContext,
    @Root() { accountId, productId }: PlanLine,
  ): Promise<MoneyValue | null> {
    const today = await context.today();
    const identity = context.caller;
    const found = await context.reads.batched(
      'potential of plan lines',
      `${accountId} ${productId}`,
      async (manager, keys) => {
        const potentials = await productPotentials(
          manager,
          identity,
          keys.map((key) => key.split(' ')[0] ?? ''),
          today,
        );
        return keys.map((key) => potentials.get(key) ?? null);
      },
    );
    return found && MoneyValue.of(Money.of(found.minor, found.currency));
  }
}
