import { Refusal } from '@fivepoint/service';
import { Field, ObjectType } from 'type-graphql';
import { PlanStatus } from './plan.statuses';

@ObjectType({
  implements: Refusal,
  description: 'None of your roles may approve or return this plan: ask one of those named (无权批准).',
})
export class ApprovalRefused extends Refusal {
  @Field(() => [String], { description: 'The roles that may approve it (可批准的角色).' })
  readonly approvers: string[];

  constructor(team: string | null, approvers: readonly string[]) {
    const whose = team === null ? 'the whole company' : `team ${team}`;
    super(
      'APPROVAL_REFUSED',
      `A plan of ${whose} is approved or returned by ${approvers.join(' or ')}; ask one of them.`,
    );
    this.approvers = [...approvers];
  }
}

@ObjectType({
  implements: Refusal,
  description: 'The lines of a plan change in DRAFT only, its own or that of a revision (计划已定稿).',
})
export class PlanNotDraft extends Refusal {
  /** Nullable only as that of a plan is: members of a union share one selection set. */
  @Field(() => PlanStatus, {
    nullable: true,
    description: 'Where the plan, or its open revision, stands; never null (当前状态).',
  })
  readonly status: PlanStatus;

  constructor(status: PlanStatus) {
    const instead = status === 'APPROVED' || status === 'IN_FORCE' ? ': revise it first' : '';
    super('PLAN_NOT_DRAFT', `The lines of a plan change in DRAFT only; this one is in ${status}${instead}.`);
    this.status = status;
  }
}
