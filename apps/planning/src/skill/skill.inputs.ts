import { CommandInput, LocalDateScalar, TextField, UUID, WholeField } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Adds a skill to the catalogue (登记技能).' })
export class RegisterSkillInput extends CommandInput {
  @TextField('Name of the skill, unique in the tenant (名称).', { max: 200 })
  name!: string;

  @TextField('What somebody does who has it (说明).', { max: 2000, optional: true })
  description?: string | null;
}

@InputType({ description: 'Says how well a rep has a skill (评估技能).' })
export class AssessSkillInput extends CommandInput {
  @Field(() => UUID, { description: 'The rep, of a team that you lead (销售代表).' })
  repId!: string;

  @Field(() => UUID, { description: 'The skill (技能).' })
  skillId!: string;

  @WholeField('0 none, 1 knows it, 2 does it with help, 3 does it alone, 4 teaches others (等级).', { min: 0, max: 4 })
  level!: number;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The day on which it was so, not in the future; default: today in the tenant's time zone (评估日).",
  })
  assessedOn?: string | null;

  @TextField('By what it was seen (依据).', { max: 2000, optional: true })
  note?: string | null;
}

@InputType({ description: 'Logs that a rep practised a skill with a coach (登记技巧磨练).' })
export class RecordCoachingInput extends CommandInput {
  @Field(() => UUID, { description: 'Who practised: you, whom you coach, or a rep of a team that you lead (学员).' })
  repId!: string;

  @Field(() => UUID, {
    nullable: true,
    description: 'Who coached, a rep too; default: you, where your token names a rep (教练).',
  })
  coachId?: string | null;

  @Field(() => UUID, { description: 'The skill (技能).' })
  skillId!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The day of it, not in the future; default: today in the tenant's time zone (日期).",
  })
  coachedOn?: string | null;

  @TextField('What was practised (练习内容).', { min: 2, max: 2000 })
  practised!: string;

  @TextField('How it went (结果).', { min: 2, max: 2000 })
  outcome!: string;

  @TextField('What comes next (下一步).', { max: 2000, optional: true })
  nextStep?: string | null;

  @Field(() => UUID, {
    nullable: true,
    description: 'The help that it is part of, one for the rep who practised (帮扶行动).',
  })
  supportActionId?: string | null;
}

@InputType({ description: 'Narrows a list of skills; all given conditions must hold (筛选).' })
export class SkillFilter {
  @Field(() => String, { nullable: true, description: 'The name contains this, in upper or lower case (名称包含).' })
  nameContains?: string | null;
}

@InputType({ description: 'Narrows a list of assessments of skills; all given conditions must hold (筛选).' })
export class SkillAssessmentFilter {
  @Field(() => UUID, { nullable: true, description: 'Of this rep (销售代表).' })
  repId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this skill (技能).' })
  skillId?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Found on this day or later (评估日起).' })
  assessedFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Found on this day or earlier (评估日止).' })
  assessedTo?: string | null;
}

@InputType({ description: 'Narrows a log of coaching; all given conditions must hold (筛选).' })
export class CoachingSessionFilter {
  @Field(() => UUID, { nullable: true, description: 'Of this rep (学员).' })
  repId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'By this coach (教练).' })
  coachId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this skill (技能).' })
  skillId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Part of this help (帮扶行动).' })
  supportActionId?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'On this day or later (日期起).' })
  coachedFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'On this day or earlier (日期止).' })
  coachedTo?: string | null;
}
