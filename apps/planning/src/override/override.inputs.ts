import { CommandInput, ExpectedVersion, LocalDateScalar, TextField, UUID, WholeField } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { LifecycleStage } from '../rules/lifecycle-stages';

const lasts = 'The last day on which it counts, from today on and not before it, within ten years (到期日).';

@InputType({ description: 'Sets the stage of an account in place of the computed one (人工调整阶段).' })
export class OverrideStageInput extends CommandInput {
  @Field(() => UUID, { description: 'The account (客户).' })
  accountId!: string;

  @Field(() => LifecycleStage, { description: 'The stage (关系阶段).' })
  stage!: LifecycleStage;

  @TextField('Why, for whoever asks later (原因).', { min: 2, max: 2_000 })
  reason!: string;

  @Field(() => LocalDateScalar, { description: lasts })
  expiresOn!: string;
}

@InputType({ description: 'Sets the relationship score of an account in place of the computed one (人工调整评分).' })
export class OverrideRelationshipScoreInput extends CommandInput {
  @Field(() => UUID, { description: 'The account (客户).' })
  accountId!: string;

  @WholeField('The relationship score (关系评分).', { min: 0, max: 100 })
  score!: number;

  @TextField('Why, for whoever asks later (原因).', { min: 2, max: 2_000 })
  reason!: string;

  @Field(() => LocalDateScalar, { description: lasts })
  expiresOn!: string;
}

@InputType({ description: 'Takes an override back before it expires (撤销人工调整).' })
export class EndRelationshipOverrideInput extends CommandInput {
  @Field(() => UUID, { description: 'The override (人工调整).' })
  relationshipOverrideId!: string;

  @ExpectedVersion('override')
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of overrides; all given conditions must hold (筛选).' })
export class RelationshipOverrideFilter {
  @Field(() => UUID, { nullable: true, description: 'Of this account (客户).' })
  accountId?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Expires on this day or later (到期日起).' })
  expiresFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Expires on this day or earlier (到期日止).' })
  expiresTo?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those that were taken back; false: only the others (是否已撤销).',
  })
  hasEnded?: boolean | null;
}
