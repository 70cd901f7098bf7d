import { GateNotMet, GraphContext, Input, InvalidInput, NotFound } from '@fivepoint/service';
import { Authorized, createUnionType, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Plan } from '../plan/plan';
import { PlanLine } from '../plan-line/plan-line';
import { PlanVersion } from '../plan-version/plan-version';
import { linesOfVersion } from './lines-of-version';
import { suppose } from './suppose';
import { RehearsalBusy, WhatIf, WhatIfLine } from './what-if';
import { WhatIfInput } from './what-if.inputs';

const WhatIfResult = createUnionType({
  name: 'WhatIfResult',
  description: 'What a supposition comes to, or why it was not tried (假设推演结果).',
  types: () => [WhatIf, NotFound, RehearsalBusy, GateNotMet, InvalidInput] as const,
});

@Resolver(() => WhatIfLine)
export class WhatIfResolver {
  @Authorized('MANAGER', 'EXECUTIVE')
  @Query(() => WhatIfResult, {
    nullable: true,
    description:
      'What a plan would come to with other lines, beside what it comes to as it is; nothing is kept (假设推演).',
  })
  async whatIf(
    @Ctx() context: GraphContext,
    @Input(() => WhatIfInput) input: WhatIfInput,
  ): Promise<typeof WhatIfResult> {
    const plan = await context.reads.one(Plan, input.planId);
    if (!plan) return new NotFound('Plan', input.planId);
    const named = input.changes.map(({ planLineId }) => planLineId);
    const seen = await Promise.all(named.map((id) => context.reads.one(PlanLine, id)));
    const unseen = named[seen.indexOf(null)];
    if (unseen !== undefined) return new NotFound('PlanLine', unseen);
    const planVersionId = input.planVersionId ?? plan.currentVersionId;
    const version = await context.reads.one(PlanVersion, planVersionId);
    if (version?.planId !== plan.id) return new NotFound('PlanVersion', planVersionId);
    const { caller } = context;
    const lines = await context.inTransaction((manager) => linesOfVersion(manager, caller, version.id));
    return suppose(plan, lines, input);
  }

  @FieldResolver(() => PlanLine, {
    nullable: true,
    description: 'The line; null for an added one, and when it is none that you may see (计划行).',
  })
  planLine(@Ctx() context: GraphContext, @Root() { planLineId }: WhatIfLine): Promise<PlanLine | null> | null {
    return planLineId === null ? null : context.reads.one(PlanLine, planLineId);
  }
}
