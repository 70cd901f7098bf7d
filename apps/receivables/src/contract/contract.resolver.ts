import { addMonths, Money } from '@fivepoint/kernel';
import { type Connection, GraphContext, type ListArgs, LocalDateScalar, MoneyValue } from '@fivepoint/service';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Dispute } from '../dispute/dispute';
import type { DisputeFilter } from '../dispute/dispute.inputs';
import { DisputeList } from '../dispute/dispute.list';
import { Instalment } from '../instalment/instalment';
import { contractSums } from '../ledger/sums';
import { Milestone } from '../milestone/milestone';
import { Contract } from './contract';
import { ContractAccount } from './contract-account';

@Resolver(() => Contract)
export class ContractResolver {
  @FieldResolver(() => [Instalment], { nullable: true, description: 'Its instalments in their order (分期款).' })
  instalments(@Ctx() context: GraphContext, @Root() contract: Contract): Promise<Instalment[]> {
    return context.reads.many(Instalment, 'contractId', contract.id, { by: 'number', direction: 'ASC' });
  }

  @FieldResolver(() => MoneyValue, {
    nullable: true,
    description: 'What was collected of its instalments; null where none are recorded (已收金额).',
  })
  async collected(@Ctx() context: GraphContext, @Root() contract: Contract): Promise<MoneyValue | null> {
    return sumsOf(context, contract, ({ collected }) => collected);
  }

  @FieldResolver(() => MoneyValue, {
    nullable: true,
    description: 'What is left of its instalments, due or not; null where none are recorded (未收金额).',
  })
  async outstanding(@Ctx() context: GraphContext, @Root() contract: Contract): Promise<MoneyValue | null> {
    return sumsOf(context, contract, ({ amount, collected }) => amount - collected);
  }

  @FieldResolver(() => Boolean, { nullable: true, description: 'Everything of it is collected (已结清).' })
  async settled(@Ctx() context: GraphContext, @Root() contract: Contract): Promise<boolean | null> {
    const account = await context.reads.one(ContractAccount, contract.id);
    return account && account.settledOn !== null;
  }

  @FieldResolver(() => LocalDateScalar, {
    nullable: true,
    description: 'The value date of the receipt that paid the last of it (结清日).',
  })
  async settledOn(@Ctx() context: GraphContext, @Root() contract: Contract): Promise<string | null> {
    return (await context.reads.one(ContractAccount, contract.id))?.settledOn ?? null;
  }

  @FieldResolver(() => [Milestone], { nullable: true, description: 'What it has reached, in order (交付节点).' })
  milestones(@Ctx() context: GraphContext, @Root() contract: Contract): Promise<Milestone[]> {
    return context.reads.many(Milestone, 'contractId', contract.id, { by: 'reachedOn', direction: 'ASC' });
  }

  @FieldResolver(() => LocalDateScalar, {
    nullable: true,
    description: 'The last day of the warranty that its acceptance began; null before (质保到期日).',
  })
  async warrantyEndsOn(@Ctx() context: GraphContext, @Root() contract: Contract): Promise<string | null> {
    const account = await context.reads.one(ContractAccount, contract.id);
    const milestones = await context.reads.many(Milestone, 'contractId', contract.id, {
      by: 'reachedOn',
      direction: 'ASC',
    });
    const acceptance = milestones.find(({ kind }) => kind === 'ACCEPTANCE');
    return account && acceptance ? addMonths(acceptance.reachedOn, account.warrantyMonths) : null;
  }

  @FieldResolver(() => DisputeList.Connection, {
    nullable: true,
    description: 'The disputes about it and its instalments (争议).',
  })
  disputes(
    @Ctx() context: GraphContext,
    @Root() contract: Contract,
    @Args(() => DisputeList.Args) args: ListArgs<DisputeFilter>,
  ): Promise<Connection<Dispute>> {
    return context.reads.pageBy(DisputeList, 'contractId', contract.id, args);
  }
}

/** A sum over the contract's instalments; null where there are none, or where the caller may not see the contract. */
async function sumsOf(
  context: GraphContext,
  { id }: Contract,
  pick: (sums: { amount: bigint; collected: bigint }) => bigint,
): Promise<MoneyValue | null> {
  const { tenantId } = context.caller;
  const account = await context.reads.one(ContractAccount, id);
  const sums = await context.reads.batched('contract:sums', id, async (manager, ids) => {
    const byId = await contractSums(manager, tenantId, ids);
    return ids.map((one) => byId.get(one) ?? null);
  });
  return account && sums ? MoneyValue.of(Money.of(pick(sums), account.amount.currency)) : null;
}
