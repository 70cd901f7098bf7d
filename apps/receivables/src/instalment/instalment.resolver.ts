import { Money } from '@fivepoint/kernel';
import {
  type Connection,
  GateNotMet,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  MoneyValue,
  NotFound,
  type ListArgs,
  TransitionRefused,
  UUID,
  VersionConflict,
} from '@fivepoint/service';
import {
  Arg,
  Args,
  Authorized,
  createUnionType,
  Ctx,
  FieldResolver,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Dispute } from '../dispute/dispute';
import type { DisputeFilter } from '../dispute/dispute.inputs';
import { DisputeList } from '../dispute/dispute.list';
import { LedgerEntry } from '../ledger/ledger-entry';
import { LedgerEntryList } from '../ledger/ledger-entry.list';
import { collectedOf } from '../ledger/sums';
import { claimInstalment } from './claim-instalment';
import { Instalment } from './instalment';
import { inDispute } from './instalment.filters';
import { ClaimInstalmentInput, InstalmentFilter } from './instalment.inputs';
import { InstalmentList } from './instalment.list';
import { outstandingOf } from './outstanding';

const ClaimInstalmentResult = createUnionType({
  name: 'ClaimInstalmentResult',
  description: 'The claimed instalment, or why it could not be claimed (请款结果).',
  types: () =>
    [Instalment, NotFound, VersionConflict, TransitionRefused, GateNotMet, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => Instalment)
export class InstalmentResolver {
  @Authorized()
  @Query(() => Instalment, {
    nullable: true,
    description: 'One instalment; null when there is none that you may see (分期款).',
  })
  instalment(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<Instalment | null> {
    return context.reads.one(Instalment, id);
  }

  @Authorized()
  @Query(() => InstalmentList.Connection, {
    nullable: true,
    description: 'The instalments that you may see (分期款列表).',
  })
  instalments(
    @Ctx() context: GraphContext,
    @Args(() => InstalmentList.Args) args: ListArgs<InstalmentFilter>,
  ): Promise<Connection<Instalment>> {
    return context.reads.page(InstalmentList, args);
  }

  @Authorized('FINANCE', 'REP', 'MANAGER')
  @Mutation(() => ClaimInstalmentResult, {
    nullable: true,
    description: 'Claims payment of what is outstanding of an instalment; refused before its trigger (请款).',
  })
  claimInstalment(
    @Ctx() context: GraphContext,
    @Input(() => ClaimInstalmentInput) input: ClaimInstalmentInput,
  ): Promise<typeof ClaimInstalmentResult> {
    return context.command('claimInstalment', input, (command) => claimInstalment(command, input));
  }

  @FieldResolver(() => MoneyValue, {
    nullable: true,
    description: 'What was collected of it: the sum of its ledger entries (已收金额).',
  })
  async collected(@Ctx() context: GraphContext, @Root() instalment: Instalment): Promise<MoneyValue> {
    return MoneyValue.of(Money.of(await collected(context, instalment.id), instalment.amount.currency));
  }

  @FieldResolver(() => MoneyValue, {
    nullable: true,
    description: 'What is left of it: amount less collected, due or not (未收金额).',
  })
  async outstanding(@Ctx() context: GraphContext, @Root() instalment: Instalment): Promise<MoneyValue> {
    return MoneyValue.of(outstandingOf(instalment, await collected(context, instalment.id)));
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'An open dispute holds back what is left of it, about it or about its whole contract (有争议).',
  })
  disputed(@Ctx() context: GraphContext, @Root() instalment: Instalment): Promise<boolean> {
    const { tenantId } = context.caller;
    return context.reads.batched('instalment:disputed', instalment.id, async (manager, ids) => {
      const rows: { id: string }[] = await manager.query(
        `select e.id from instalment e where e.tenant_id = $1 and e.id = any($2) and e.status <> 'COLLECTED' and ${inDispute}`,
        [tenantId, ids],
      );
      const disputed = new Set(rows.map(({ id }) => id));
      return ids.map((id) => disputed.has(id));
    });
  }

  @FieldResolver(() => DisputeList.Connection, {
    nullable: true,
    description: 'The disputes about it (争议).',
  })
  disputes(
    @Ctx() context: GraphContext,
    @Root() instalment: Instalment,
    @Args(() => DisputeList.Args) args: ListArgs<DisputeFilter>,
  ): Promise<Connection<Dispute>> {
    return context.reads.pageBy(DisputeList, 'instalmentId', instalment.id, args);
  }

  @FieldResolver(() => LedgerEntryList.Connection, {
    nullable: true,
    description: 'What paid it, oldest first (核销分录).',
  })
  entries(
    @Ctx() context: GraphContext,
    @Root() instalment: Instalment,
    @Args(() => LedgerEntryList.Args) args: ListArgs,
  ): Promise<Connection<LedgerEntry>> {
    return context.reads.pageBy(LedgerEntryList, 'instalmentId', instalment.id, args);
  }
}

const collected = (context: GraphContext, id: string): Promise<bigint> => {
  const { tenantId } = context.caller;
  return context.reads.batched('instalment:collected', id, async (manager, ids) => {
    const sums = await collectedOf(manager, tenantId, ids);
    return ids.map((one) => sums.get(one) ?? 0n);
  });
};
