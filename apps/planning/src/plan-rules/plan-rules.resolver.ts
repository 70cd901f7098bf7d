import {
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  VersionConflict,
  worksHere,
} from '@fivepoint/service';
import { Authorized, createUnionType, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { changePlanRules } from './change-plan-rules';
import { PlanRules, rulesOf } from './plan-rules';
import { ChangePlanRulesInput } from './plan-rules.inputs';

const ChangePlanRulesResult = createUnionType({
  name: 'ChangePlanRulesResult',
  description: 'The changed rules, or why they could not be changed (修改结果).',
  types: () => [PlanRules, VersionConflict, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => PlanRules)
export class PlanRulesResolver {
  @Authorized()
  @Query(() => PlanRules, {
    nullable: true,
    description: 'What holds for all plans of your company; null for partners (计划规则).',
  })
  planRules(@Ctx() context: GraphContext): Promise<PlanRules> | null {
    const { tenantId } = context.caller;
    if (!worksHere(context.caller)) return null;
    return context.reads.batched('plan rules', tenantId, async (manager) => [await rulesOf(manager, tenantId)]);
  }

  @Authorized('EXECUTIVE')
  @Mutation(() => ChangePlanRulesResult, {
    nullable: true,
    description: 'Changes what holds for all plans of the company, from the next rehearsal on (修改计划规则).',
  })
  changePlanRules(
    @Ctx() context: GraphContext,
    @Input(() => ChangePlanRulesInput) input: ChangePlanRulesInput,
  ): Promise<typeof ChangePlanRulesResult> {
    return context.command('changePlanRules', input, (command) => changePlanRules(command, input));
  }
}
