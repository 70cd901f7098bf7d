import { CommandInput, ExpectedVersion, LocalDateScalar, TextField, UUID } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { CandidateSource } from './candidate';
import { CandidateStatus } from './candidate.statuses';
import { LeavingRiskLevel } from './leaving-risk';

const expectedStart =
  'The day on which the person is expected to begin, from 2000-01-01 to ten years from today (预计入职日).';

@InputType({ description: 'Considers somebody for a team (登记候选人).' })
export class RegisterCandidateInput extends CommandInput {
  @TextField('Name of the person (姓名).', { max: 200 })
  name!: string;

  @Field(() => CandidateSource, { description: 'Where the person comes from (人才来源).' })
  source!: CandidateSource;

  @Field(() => UUID, { description: 'The team, one that you lead (目标团队).' })
  targetTeamId!: string;

  @TextField('For which job (目标岗位).', { max: 200 })
  targetRole!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: expectedStart })
  expectedStartOn?: string | null;

  @TextField('What is known of the person (背景).', { max: 2000, optional: true })
  background?: string | null;
}

@InputType({ description: 'Changes what is known of a candidate; what is left out stays as it is (变更候选人).' })
export class UpdateCandidateInput extends CommandInput {
  @Field(() => UUID, { description: 'The candidate (候选人).' })
  candidateId!: string;

  @TextField('New name (姓名).', { max: 200, optional: true })
  name?: string | null;

  @Field(() => UUID, { nullable: true, description: 'New team, one that you lead (目标团队).' })
  targetTeamId?: string | null;

  @TextField('New job (目标岗位).', { max: 200, optional: true })
  targetRole?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: expectedStart })
  expectedStartOn?: string | null;

  @TextField('What is known of the person; null: nothing any more (背景).', { max: 2000, optional: true })
  background?: string | null;

  @ExpectedVersion('candidate')
  expectedVersion?: number | null;
}

@InputType({ description: 'Says that a candidate works here now, as which rep (录用).' })
export class HireCandidateInput extends CommandInput {
  @Field(() => UUID, { description: 'The candidate (候选人).' })
  candidateId!: string;

  @Field(() => UUID, {
    description:
      'The rep whom the candidate has become: of the target team, and nobody who is here already; may be one who has left (销售代表).',
  })
  repId!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      "The first day of work, not in the future, and of who comes back not before the day of leaving; default: today in the tenant's time zone (入职日).",
  })
  hiredOn?: string | null;

  @ExpectedVersion('candidate')
  expectedVersion?: number | null;
}

@InputType({ description: 'Says that the ramp of somebody who was hired is over (爬坡完成).' })
export class MarkCandidateRampedInput extends CommandInput {
  @Field(() => UUID, { description: 'The candidate (候选人).' })
  candidateId!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      "The day of it, not in the future and not before the first day of work; default: today in the tenant's time zone (爬坡完成日).",
  })
  rampedOn?: string | null;

  @ExpectedVersion('candidate')
  expectedVersion?: number | null;
}

@InputType({ description: 'Certifies somebody whose ramp is over (认证).' })
export class CertifyCandidateInput extends CommandInput {
  @Field(() => UUID, { description: 'The candidate (候选人).' })
  candidateId!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      "The day of the certificate, not in the future and not before the ramp was over; default: today in the tenant's time zone (认证日).",
  })
  certifiedOn?: string | null;

  @ExpectedVersion('candidate')
  expectedVersion?: number | null;
}

@InputType({ description: 'Ends the way of somebody who does not come or has left (结束候选).' })
export class EndCandidacyInput extends CommandInput {
  @Field(() => UUID, { description: 'The candidate (候选人).' })
  candidateId!: string;

  @TextField('Why (结束原因).', { min: 2, max: 2000 })
  reason!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      "The day of the rejection, or the first one on which the person is not here any more: not in the future and not before what was before; default: today in the tenant's time zone (结束日).",
  })
  endedOn?: string | null;

  @ExpectedVersion('candidate')
  expectedVersion?: number | null;
}

@InputType({ description: 'Says how likely a rep is to leave (评估流失风险).' })
export class AssessLeavingRiskInput extends CommandInput {
  @Field(() => UUID, { description: 'The rep, of a team that you lead, and not you (销售代表).' })
  repId!: string;

  @Field(() => LeavingRiskLevel, { description: 'How likely (等级).' })
  level!: LeavingRiskLevel;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The day on which it was so, not in the future; default: today in the tenant's time zone (评估日).",
  })
  assessedOn?: string | null;

  @TextField('Why it is so (原因).', { min: 2, max: 2000 })
  reason!: string;

  @TextField('What is done to keep the person; needed unless it is LOW (保留措施).', { max: 2000, optional: true })
  measure?: string | null;
}

@InputType({ description: 'Narrows a list of candidates; all given conditions must hold (筛选).' })
export class CandidateFilter {
  @Field(() => String, { nullable: true, description: 'The name contains this, in upper or lower case (姓名包含).' })
  nameContains?: string | null;

  @Field(() => [CandidateStatus], { nullable: true, description: 'In one of these statuses (人才状态).' })
  statuses?: CandidateStatus[] | null;

  @Field(() => [CandidateSource], { nullable: true, description: 'From one of these sources (人才来源).' })
  sources?: CandidateSource[] | null;

  @Field(() => UUID, { nullable: true, description: 'For this team (目标团队).' })
  targetTeamId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Who has become this rep (销售代表).' })
  repId?: string | null;
}

@InputType({ description: 'Narrows a list of risks of leaving; all given conditions must hold (筛选).' })
export class LeavingRiskFilter {
  @Field(() => UUID, { nullable: true, description: 'Of this rep (销售代表).' })
  repId?: string | null;

  @Field(() => [LeavingRiskLevel], { nullable: true, description: 'Of one of these levels (等级).' })
  levels?: LeavingRiskLevel[] | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Assessed on this day or later (评估日起).' })
  assessedFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Assessed on this day or earlier (评估日止).' })
  assessedTo?: string | null;
}
