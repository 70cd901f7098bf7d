import { GraphContext, MoneyValue } from '@fivepoint/service';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PlanLine } from '../plan-line/plan-line';
import { type Attained, attainedBy } from './attained';

/** What came of a plan line. Only money in the line's currency counts: other currencies have no rate here. */
@Resolver(() => PlanLine)
export class AttainmentResolver {
  @FieldResolver(() => MoneyValue, {
    nullable: true,
    description: "What was signed for it, on whatever day: the sum of its contracts in the line's currency (签约实绩).",
  })
  async booked(@Ctx() context: GraphContext, @Root() line: PlanLine): Promise<MoneyValue> {
    return MoneyValue.of((await attained(context, line)).booked);
  }

  @FieldResolver(() => MoneyValue, {
    nullable: true,
    description: "What was paid of its contracts on whatever day, in the line's currency (回款实绩).",
  })
  async collected(@Ctx() context: GraphContext, @Root() line: PlanLine): Promise<MoneyValue> {
    return MoneyValue.of((await attained(context, line)).collected);
  }
}

async function attained(context: GraphContext, line: PlanLine): Promise<Attained> {
  const { tenantId } = context.caller;
  const of = await context.reads.batched('attained', line.id, async (manager, ids) => {
    const found = await attainedBy(manager, tenantId, ids);
    return ids.map((id) => (currency: string) => found(id, currency));
  });
  return of(line.target.currency);
}
