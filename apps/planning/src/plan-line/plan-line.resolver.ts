import {
  type Connection,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  NotFound,
  type ListArgs,
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
import { Plan } from '../plan/plan';
import { PlanNotDraft } from '../plan/plan.errors';
import { Product } from '../product/product';
import { Rep } from '../rep/rep';
import { addPlanLine } from './add-plan-line';
import { addPlanLines } from './add-plan-lines';
import { PlanLine } from './plan-line';
import { PlanLineExists } from './plan-line.errors';
import { AddPlanLineInput, AddPlanLinesInput, UpdatePlanLineInput, WithdrawPlanLineInput } from './plan-line.inputs';
import type { PlanLineFilter } from './plan-line.inputs';
import { PlanLineList } from './plan-line.list';
import { updatePlanLine } from './update-plan-line';
import { withdrawPlanLine } from './withdraw-plan-line';

const AddPlanLineResult = createUnionType({
  name: 'AddPlanLineResult',
  description: 'The new line, or why there is none (新增结果).',
  types: () => [PlanLine, NotFound, PlanNotDraft, PlanLineExists, InvalidInput, IdempotencyKeyReused] as const,
});

const UpdatePlanLineResult = createUnionType({
  name: 'UpdatePlanLineResult',
  description: 'The changed line, or why it could not be changed (修改结果).',
  types: () => [PlanLine, NotFound, VersionConflict, PlanNotDraft, InvalidInput, IdempotencyKeyReused] as const,
});

const WithdrawPlanLineResult = createUnionType({
  name: 'WithdrawPlanLineResult',
  description: 'The line that is out of the draft, or why it could not be taken out (撤出结果).',
  types: () => [PlanLine, NotFound, VersionConflict, PlanNotDraft, InvalidInput, IdempotencyKeyReused] as const,
});

const AddPlanLinesResult = createUnionType({
  name: 'AddPlanLinesResult',
  description: 'The plan with its new lines, or why none was added (批量新增结果).',
  types: () => [Plan, NotFound, VersionConflict, PlanNotDraft, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => PlanLine)
export class PlanLineResolver {
  @Authorized()
  @Query(() => PlanLine, {
    nullable: true,
    description: 'One line of a plan; null when there is none that you may see (计划行).',
  })
  planLine(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<PlanLine | null> {
    return context.reads.one(PlanLine, id);
  }

  @Authorized()
  @Query(() => PlanLineList.Connection, {
    nullable: true,
    description: 'The plan lines that you may see; each tells by its standing whether it counts (计划行列表).',
  })
  planLines(
    @Ctx() context: GraphContext,
    @Args(() => PlanLineList.Args) args: ListArgs<PlanLineFilter>,
  ): Promise<Connection<PlanLine>> {
    return context.reads.page(PlanLineList, args);
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => AddPlanLineResult, {
    nullable: true,
    description:
      'Adds one account and product with target and owner to a plan, or to its revision, in DRAFT (新增计划行).',
  })
  addPlanLine(
    @Ctx() context: GraphContext,
    @Input(() => AddPlanLineInput) input: AddPlanLineInput,
  ): Promise<typeof AddPlanLineResult> {
    return context.command('addPlanLine', input, (command) => addPlanLine(command, input));
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => UpdatePlanLineResult, {
    nullable: true,
    description:
      'Changes amounts, owner or plays of a line while its plan, or the revision of it, is in DRAFT (修改计划行).',
  })
  updatePlanLine(
    @Ctx() context: GraphContext,
    @Input(() => UpdatePlanLineInput) input: UpdatePlanLineInput,
  ): Promise<typeof UpdatePlanLineResult> {
    return context.command('updatePlanLine', input, (command) => updatePlanLine(command, input));
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => WithdrawPlanLineResult, {
    nullable: true,
    description: 'Takes a line out of the draft of a plan or of its revision (撤出计划行).',
  })
  withdrawPlanLine(
    @Ctx() context: GraphContext,
    @Input(() => WithdrawPlanLineInput) input: WithdrawPlanLineInput,
  ): Promise<typeof WithdrawPlanLineResult> {
    return context.command('withdrawPlanLine', input, (command) => withdrawPlanLine(command, input));
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => AddPlanLinesResult, {
    nullable: true,
    description: 'Adds up to 500 lines to a plan in DRAFT: all of them, or none with every problem (批量新增计划行).',
  })
  addPlanLines(
    @Ctx() context: GraphContext,
    @Input(() => AddPlanLinesInput) input: AddPlanLinesInput,
  ): Promise<typeof AddPlanLinesResult> {
    return context.command('addPlanLines', input, (command) => addPlanLines(command, input));
  }

  @FieldResolver(() => Plan, {
    nullable: true,
    description: 'The plan it belongs to; null when it is none that you may see (计划).',
  })
  plan(@Ctx() context: GraphContext, @Root() line: PlanLine): Promise<Plan | null> {
    return context.reads.one(Plan, line.planId);
  }

  @FieldResolver(() => Account, {
    nullable: true,
    description: 'The named account; null when it is none that you may see (客户).',
  })
  account(@Ctx() context: GraphContext, @Root() line: PlanLine): Promise<Account | null> {
    return context.reads.one(Account, line.accountId);
  }

  @FieldResolver(() => Product, { nullable: true, description: 'What is to be sold (产品).' })
  product(@Ctx() context: GraphContext, @Root() line: PlanLine): Promise<Product | null> {
    return context.reads.one(Product, line.productId);
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'The one accountable rep (责任人).' })
  owner(@Ctx() context: GraphContext, @Root() line: PlanLine): Promise<Rep | null> {
    return context.reads.one(Rep, line.ownerId);
  }
}

@Resolver(() => PlanLineExists)
export class PlanLineExistsResolver {
  @FieldResolver(() => PlanLine, {
    nullable: true,
    description: 'The line that is there; null when it is none that you may see (已有计划行).',
  })
  planLine(@Ctx() context: GraphContext, @Root() { planLineId }: PlanLineExists): Promise<PlanLine | null> {
    return context.reads.one(PlanLine, planLineId);
  }
}

/** What plans say of an account. */
@Resolver(() => Account)
export class AccountPlanResolver {
  @FieldResolver(() => PlanLineList.Connection, {
    nullable: true,
    description:
      'The plan lines for this account that you may see; each tells by its standing whether it counts (计划行).',
  })
  planLines(
    @Ctx() context: GraphContext,
    @Root() account: Account,
    @Args(() => PlanLineList.Args) args: ListArgs<PlanLineFilter>,
  ): Promise<Connection<PlanLine>> {
    return context.reads.pageBy(PlanLineList, 'accountId', account.id, args);
  }
}
