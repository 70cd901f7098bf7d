import {
  type Connection,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  type ListArgs,
  NotFound,
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
import { Contract } from '../contract/contract';
import { advanceDeal } from './advance-deal';
import { Deal } from './deal';
import { DealClosed } from './deal.errors';
import { AdvanceDealInput, type DealFilter, LoseDealInput, UpdateDealInput } from './deal.inputs';
import { DealList } from './deal.list';
import { loseDeal } from './lose-deal';
import { updateDeal } from './update-deal';

const AdvanceDealResult = createUnionType({
  name: 'AdvanceDealResult',
  description: 'The moved deal, or why it could not be moved (推进结果).',
  types: () => [Deal, NotFound, VersionConflict, TransitionRefused, InvalidInput, IdempotencyKeyReused] as const,
});

const UpdateDealResult = createUnionType({
  name: 'UpdateDealResult',
  description: 'The changed deal, or why it could not be changed (更新商机结果).',
  types: () => [Deal, NotFound, VersionConflict, DealClosed, InvalidInput, IdempotencyKeyReused] as const,
});

const LoseDealResult = createUnionType({
  name: 'LoseDealResult',
  description: 'The lost deal, or why it could not be closed (丢单结果).',
  types: () => [Deal, NotFound, VersionConflict, TransitionRefused, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => Deal)
export class DealResolver {
  @Authorized()
  @Query(() => Deal, { nullable: true, description: 'One deal; null when there is none that you may see (商机).' })
  deal(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<Deal | null> {
    return context.reads.one(Deal, id);
  }

  @Authorized()
  @Query(() => DealList.Connection, { nullable: true, description: 'The deals that you may see (商机列表).' })
  deals(
    @Ctx() context: GraphContext,
    @Args(() => DealList.Args) args: ListArgs<DealFilter>,
  ): Promise<Connection<Deal>> {
    return context.reads.page(DealList, args);
  }

  @Authorized('REP', 'MANAGER', 'PRESALES')
  @Mutation(() => AdvanceDealResult, {
    nullable: true,
    description: 'Moves a deal to its next stage; refused when the lifecycle has no such step (推进商机).',
  })
  advanceDeal(
    @Ctx() context: GraphContext,
    @Input(() => AdvanceDealInput) input: AdvanceDealInput,
  ): Promise<typeof AdvanceDealResult> {
    return context.command('advanceDeal', input, (command) => advanceDeal(command, input));
  }

  @Authorized('REP', 'MANAGER', 'PRESALES')
  @Mutation(() => UpdateDealResult, {
    nullable: true,
    description:
      'Says of an open deal what was not known or has changed: an account that history did not name, product, owner, expected amount and close (更新商机).',
  })
  updateDeal(
    @Ctx() context: GraphContext,
    @Input(() => UpdateDealInput) input: UpdateDealInput,
  ): Promise<typeof UpdateDealResult> {
    return context.command('updateDeal', input, (command) => updateDeal(command, input));
  }

  @Authorized('REP', 'MANAGER')
  @Mutation(() => LoseDealResult, { nullable: true, description: 'Closes a deal as lost, with its reason (丢单).' })
  loseDeal(
    @Ctx() context: GraphContext,
    @Input(() => LoseDealInput) input: LoseDealInput,
  ): Promise<typeof LoseDealResult> {
    return context.command('loseDeal', input, (command) => loseDeal(command, input));
  }

  @FieldResolver(() => Contract, { nullable: true, description: 'The contract it was signed with (合同).' })
  contract(@Ctx() context: GraphContext, @Root() deal: Deal): Promise<Contract | null> {
    return context.reads.oneBy(Contract, 'dealId', deal.id);
  }
}
