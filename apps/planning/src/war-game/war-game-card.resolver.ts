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
import { Account } from '../account/account';
import { PlanLine } from '../plan-line/plan-line';
import { PlanLineEnded } from '../plan-line/plan-line.errors';
import { Plan } from '../plan/plan';
import { Rep } from '../rep/rep';
import { Step } from '../step/step';
import { addWarGameCard } from './add-war-game-card';
import { closeWarGameCard } from './close-war-game-card';
import { triggerWarGameCard } from './trigger-war-game-card';
import { updateWarGameCard } from './update-war-game-card';
import { WarGameCard } from './war-game-card';
import { WarGameCardClosed } from './war-game-card.errors';
import {
  AddWarGameCardInput,
  CloseWarGameCardInput,
  TriggerWarGameCardInput,
  UpdateWarGameCardInput,
  type WarGameCardFilter,
} from './war-game-card.inputs';
import { WarGameCardList } from './war-game-card.list';

const AddWarGameCardResult = createUnionType({
  name: 'AddWarGameCardResult',
  description: 'The new card, or why there is none (新增结果).',
  types: () => [WarGameCard, NotFound, PlanLineEnded, InvalidInput, IdempotencyKeyReused] as const,
});

const UpdateWarGameCardResult = createUnionType({
  name: 'UpdateWarGameCardResult',
  description: 'The changed card, or why it could not be changed (修改结果).',
  types: () => [WarGameCard, NotFound, VersionConflict, WarGameCardClosed, InvalidInput, IdempotencyKeyReused] as const,
});

const TriggerWarGameCardResult = createUnionType({
  name: 'TriggerWarGameCardResult',
  description: 'The triggered card, or why it could not be triggered (触发结果).',
  types: () => [WarGameCard, NotFound, VersionConflict, TransitionRefused, InvalidInput, IdempotencyKeyReused] as const,
});

const CloseWarGameCardResult = createUnionType({
  name: 'CloseWarGameCardResult',
  description: 'The closed card, or why it could not be closed (关闭结果).',
  types: () => [WarGameCard, NotFound, VersionConflict, TransitionRefused, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => WarGameCard)
export class WarGameCardResolver {
  @Authorized()
  @Query(() => WarGameCard, {
    nullable: true,
    description: 'One war-game card; null when there is none that you may see (推演卡).',
  })
  warGameCard(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<WarGameCard | null> {
    return context.reads.one(WarGameCard, id);
  }

  @Authorized()
  @Query(() => WarGameCardList.Connection, {
    nullable: true,
    description: 'The war-game cards that you may see (推演卡列表).',
  })
  warGameCards(
    @Ctx() context: GraphContext,
    @Args(() => WarGameCardList.Args) args: ListArgs<WarGameCardFilter>,
  ): Promise<Connection<WarGameCard>> {
    return context.reads.page(WarGameCardList, args);
  }

  @Authorized('REP', 'MANAGER', 'EXECUTIVE', 'PRESALES')
  @Mutation(() => AddWarGameCardResult, {
    nullable: true,
    description: "Foresees a rival's or the customer's move, with our answer to it (新增推演卡).",
  })
  addWarGameCard(
    @Ctx() context: GraphContext,
    @Input(() => AddWarGameCardInput) input: AddWarGameCardInput,
  ): Promise<typeof AddWarGameCardResult> {
    return context.command('addWarGameCard', input, (command) => addWarGameCard(command, input));
  }

  @Authorized('REP', 'MANAGER', 'EXECUTIVE', 'PRESALES')
  @Mutation(() => UpdateWarGameCardResult, {
    nullable: true,
    description: 'Changes a war-game card as long as it is not closed (修改推演卡).',
  })
  updateWarGameCard(
    @Ctx() context: GraphContext,
    @Input(() => UpdateWarGameCardInput) input: UpdateWarGameCardInput,
  ): Promise<typeof UpdateWarGameCardResult> {
    return context.command('updateWarGameCard', input, (command) => updateWarGameCard(command, input));
  }

  @Authorized('REP', 'MANAGER', 'EXECUTIVE', 'PRESALES')
  @Mutation(() => TriggerWarGameCardResult, {
    nullable: true,
    description: 'Says that the trigger of a card was seen: our answer is on (触发推演卡).',
  })
  triggerWarGameCard(
    @Ctx() context: GraphContext,
    @Input(() => TriggerWarGameCardInput) input: TriggerWarGameCardInput,
  ): Promise<typeof TriggerWarGameCardResult> {
    return context.command('triggerWarGameCard', input, (command) => triggerWarGameCard(command, input));
  }

  @Authorized('REP', 'MANAGER', 'EXECUTIVE', 'PRESALES')
  @Mutation(() => CloseWarGameCardResult, {
    nullable: true,
    description: 'Closes a card, with what came of it (关闭推演卡).',
  })
  closeWarGameCard(
    @Ctx() context: GraphContext,
    @Input(() => CloseWarGameCardInput) input: CloseWarGameCardInput,
  ): Promise<typeof CloseWarGameCardResult> {
    return context.command('closeWarGameCard', input, (command) => closeWarGameCard(command, input));
  }

  @FieldResolver(() => Account, {
    nullable: true,
    description: 'The account it is about; null when it is none that you may see (客户).',
  })
  account(@Ctx() context: GraphContext, @Root() card: WarGameCard): Promise<Account | null> {
    return context.reads.one(Account, card.accountId);
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'The one accountable rep (责任人).' })
  owner(@Ctx() context: GraphContext, @Root() card: WarGameCard): Promise<Rep | null> {
    return context.reads.one(Rep, card.ownerId);
  }

  @FieldResolver(() => PlanLine, {
    nullable: true,
    description: 'Its plan line; null where it is of none, or of none that you may see (计划行).',
  })
  planLine(@Ctx() context: GraphContext, @Root() card: WarGameCard): Promise<PlanLine | null> | null {
    return card.planLineId === null ? null : context.reads.one(PlanLine, card.planLineId);
  }

  @FieldResolver(() => Step, {
    nullable: true,
    description: 'Its step; null where it is of none, or of none that you may see (步骤).',
  })
  step(@Ctx() context: GraphContext, @Root() card: WarGameCard): Promise<Step | null> | null {
    return card.stepId === null ? null : context.reads.one(Step, card.stepId);
  }
}

@Resolver(() => Plan)
export class PlanWarGameResolver {
  @FieldResolver(() => WarGameCardList.Connection, {
    nullable: true,
    description: 'The war-game cards of its lines that you may see (推演卡).',
  })
  warGameCards(
    @Ctx() context: GraphContext,
    @Root() plan: Plan,
    @Args(() => WarGameCardList.Args) args: ListArgs<WarGameCardFilter>,
  ): Promise<Connection<WarGameCard>> {
    return context.reads.pageBy(WarGameCardList, 'planId', plan.id, args);
  }
}

@Resolver(() => PlanLine)
export class PlanLineWarGameResolver {
  @FieldResolver(() => WarGameCardList.Connection, {
    nullable: true,
    description: 'Its war-game cards that you may see (推演卡).',
  })
  warGameCards(
    @Ctx() context: GraphContext,
    @Root() line: PlanLine,
    @Args(() => WarGameCardList.Args) args: ListArgs<WarGameCardFilter>,
  ): Promise<Connection<WarGameCard>> {
    return context.reads.pageBy(WarGameCardList, 'planLineId', line.id, args);
  }
}

@Resolver(() => Step)
export class StepWarGameResolver {
  @FieldResolver(() => WarGameCardList.Connection, {
    nullable: true,
    description: 'Its war-game cards that you may see (推演卡).',
  })
  warGameCards(
    @Ctx() context: GraphContext,
    @Root() step: Step,
    @Args(() => WarGameCardList.Args) args: ListArgs<WarGameCardFilter>,
  ): Promise<Connection<WarGameCard>> {
    return context.reads.pageBy(WarGameCardList, 'stepId', step.id, args);
  }
}
