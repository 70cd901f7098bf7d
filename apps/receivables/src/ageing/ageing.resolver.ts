import type { LocalDate } from '@fivepoint/kernel';
import { GraphContext, LocalDateScalar, seesAllIn, UUID, type Viewer, visibleRows } from '@fivepoint/service';
import { Args, ArgsType, Authorized, Ctx, Field, Query, Resolver } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { Instalment } from '../instalment/instalment';
import { collectedAsOf } from '../instalment/instalment.filters';
import { inSuspense, unappliedCredit } from '../ledger/credit';
import { ageing, type OpenSum, ReceivablesAgeing } from './ageing';

@ArgsType()
class AgeingArgs {
  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      "At the end of this day, by due dates and value dates, also of a past one; default: today in the tenant's time zone (截至日).",
  })
  asOf?: LocalDate | null;

  @Field(() => UUID, { nullable: true, description: 'Of this account only, then without suspense (客户).' })
  accountId?: string | null;
}

@Resolver()
export class AgeingResolver {
  @Authorized()
  @Query(() => [ReceivablesAgeing], {
    nullable: true,
    description:
      'The receivables that you may see by days past due at the end of a day, one table per currency; instalments before their trigger are none (账龄分析).',
  })
  async receivablesAgeing(
    @Ctx() context: GraphContext,
    @Args() { asOf, accountId }: AgeingArgs,
  ): Promise<ReceivablesAgeing[]> {
    const viewer = { identity: context.caller, seesAll: seesAllIn.receivables };
    return context.reads.batched(`ageing:${accountId ?? ''}`, asOf ?? (await context.today()), (manager, days) =>
      inTurn(days as readonly LocalDate[], async (day) => {
        const accountIds = accountId ? [accountId] : null;
        const open = await openAsOf(manager, viewer, day, accountIds);
        const credit = await unappliedCredit(manager, viewer, { asOf: day, ...(accountIds && { accountIds }) });
        const suspense = accountIds ? [] : await inSuspense(manager, viewer, { asOf: day });
        return ageing(day, open, credit, suspense);
      }),
    );
  }
}

/** What is outstanding at the end of a day, by currency and due date: of the instalments whose trigger had come by then. */
async function openAsOf(
  manager: EntityManager,
  viewer: Viewer,
  asOf: LocalDate,
  accountIds: readonly string[] | null,
): Promise<OpenSum[]> {
  const outstanding = `e.amount_minor - ${collectedAsOf}`;
  const query = visibleRows(manager, Instalment, viewer)
    .andWhere(`e.triggered_on <= :asOf and ${outstanding} > 0`, { asOf })
    .select('e.amount_currency', 'currency')
    .addSelect('e.due_on::text', 'dueOn')
    .addSelect(`sum(${outstanding})::text`, 'minor')
    .addSelect('count(*)::int', 'instalments')
    .groupBy('e.amount_currency')
    .addGroupBy('e.due_on');
  if (accountIds) query.andWhere('e.account_id = any(:accountIds)', { accountIds });
  const rows = await query.getRawMany<Omit<OpenSum, 'minor'> & { minor: string }>();
  return rows.map((row) => ({ ...row, minor: BigInt(row.minor) }));
}

/** One after the other: they share one connection. */
async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
