import {
  type Connection,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  type ListArgs,
  NotFound,
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
import { Account } from '../account/account';
import { endRelationshipOverride } from './end-relationship-override';
import {
  EndRelationshipOverrideInput,
  OverrideRelationshipScoreInput,
  OverrideStageInput,
  type RelationshipOverrideFilter,
} from './override.inputs';
import { overrideRelationshipScore } from './override-relationship-score';
import { overrideStage } from './override-stage';
import { RelationshipOverride } from './relationship-override';
import { RelationshipOverrideList } from './relationship-override.list';

const OverrideStageResult = createUnionType({
  name: 'OverrideStageResult',
  description: 'What counts for a while, or why it does not (人工调整结果).',
  types: () => [RelationshipOverride, NotFound, InvalidInput, IdempotencyKeyReused] as const,
});

const OverrideRelationshipScoreResult = createUnionType({
  name: 'OverrideRelationshipScoreResult',
  description: 'What counts for a while, or why it does not (人工调整结果).',
  types: () => [RelationshipOverride, NotFound, InvalidInput, IdempotencyKeyReused] as const,
});

const EndRelationshipOverrideResult = createUnionType({
  name: 'EndRelationshipOverrideResult',
  description: 'The override that counts no more, or why it still does (撤销结果).',
  types: () => [RelationshipOverride, NotFound, VersionConflict, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => RelationshipOverride)
export class RelationshipOverrideResolver {
  @Authorized()
  @Query(() => RelationshipOverride, {
    nullable: true,
    description: 'One override; null when there is none that you may see (人工调整).',
  })
  relationshipOverride(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<RelationshipOverride | null> {
    return context.reads.one(RelationshipOverride, id);
  }

  @Authorized()
  @Query(() => RelationshipOverrideList.Connection, {
    nullable: true,
    description: 'The overrides of accounts that you may see (人工调整列表).',
  })
  relationshipOverrides(
    @Ctx() context: GraphContext,
    @Args(() => RelationshipOverrideList.Args) args: ListArgs<RelationshipOverrideFilter>,
  ): Promise<Connection<RelationshipOverride>> {
    return context.reads.page(RelationshipOverrideList, args);
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => OverrideStageResult, {
    nullable: true,
    description: 'Sets the stage of an account in place of the computed one, for a reason and a while (人工调整阶段).',
  })
  overrideStage(
    @Ctx() context: GraphContext,
    @Input(() => OverrideStageInput) input: OverrideStageInput,
  ): Promise<typeof OverrideStageResult> {
    return context.command('overrideStage', input, (command) => overrideStage(command, input));
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => OverrideRelationshipScoreResult, {
    nullable: true,
    description:
      'Sets the relationship score of an account in place of the computed one, for a reason and a while (人工调整评分).',
  })
  overrideRelationshipScore(
    @Ctx() context: GraphContext,
    @Input(() => OverrideRelationshipScoreInput) input: OverrideRelationshipScoreInput,
  ): Promise<typeof OverrideRelationshipScoreResult> {
    return context.command('overrideRelationshipScore', input, (command) => overrideRelationshipScore(command, input));
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => EndRelationshipOverrideResult, {
    nullable: true,
    description: 'Takes an override back: from today on what is computed counts again (撤销人工调整).',
  })
  endRelationshipOverride(
    @Ctx() context: GraphContext,
    @Input(() => EndRelationshipOverrideInput) input: EndRelationshipOverrideInput,
  ): Promise<typeof EndRelationshipOverrideResult> {
    return context.command('endRelationshipOverride', input, (command) => endRelationshipOverride(command, input));
  }

  @FieldResolver(() => Account, { nullable: true, description: 'Of which account (客户).' })
  account(@Ctx() context: GraphContext, @Root() override: RelationshipOverride): Promise<Account | null> {
    return context.reads.one(Account, override.accountId);
  }
}

/** What somebody has set of an account. */
@Resolver(() => Account)
export class AccountOverrideResolver {
  @FieldResolver(() => RelationshipOverrideList.Connection, {
    nullable: true,
    description: 'What somebody set in place of what is computed (人工调整).',
  })
  relationshipOverrides(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args(() => RelationshipOverrideList.Args) args: ListArgs<RelationshipOverrideFilter>,
  ): Promise<Connection<RelationshipOverride>> {
    return context.reads.pageBy(RelationshipOverrideList, 'accountId', account.id, args);
  }
}
