import { Refusal } from '@fivepoint/service';
import { Field, ObjectType } from 'type-graphql';
import { PlanStatus } from '../plan/plan.statuses';
import { PlanLineStanding } from './plan-line.standings';

/** The graph shows the line that is there as `planLine`, to those who may see it. */
@ObjectType({
  implements: Refusal,
  description: 'The plan has a line for this account and product already: change that one (一个萝卜一个坑).',
})
export class PlanLineExists extends Refusal {
  constructor(readonly planLineId: string) {
    super('PLAN_LINE_EXISTS', 'This plan has a line for the account and the product already; change that one.');
  }
}

@ObjectType({
  implements: Refusal,
  description: "A line that was withdrawn, or whose plan is closed, is nobody's work any more (计划行已终止).",
})
export class PlanLineEnded extends Refusal {
  @Field(() => PlanLineStanding, { description: 'Whether it is in its plan (计划内外).' })
  readonly lineStanding: PlanLineStanding;

  @Field(() => PlanStatus, { description: 'Where its plan stands (计划状态).' })
  readonly planStatus: PlanStatus;

  constructor(lineStanding: PlanLineStanding, planStatus: PlanStatus) {
    const why = lineStanding === 'WITHDRAWN' ? 'The plan line was withdrawn' : 'The plan of the line is closed';
    super('PLAN_LINE_ENDED', `${why}: nobody works for it any more.`);
    this.lineStanding = lineStanding;
    this.planStatus = planStatus;
  }
}
