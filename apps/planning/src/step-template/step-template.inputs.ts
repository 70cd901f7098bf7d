import { check, CommandInput, ExpectedVersion, TextField, TextsField, UUID, WholeField } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { LifecyclePoint, StepOwnerRole } from './step-template';

const furthestDay = 3650;

@InputType({
  description:
    'Says how a step is done from now on: the first edition, or the next one of a step that is there (制定步骤模板).',
})
export class DefineStepTemplateInput extends CommandInput {
  @Field(() => LifecyclePoint, { description: 'The point of the lifecycle it belongs to (环节).' })
  point!: LifecyclePoint;

  @TextField('Name that programs go by, in lower case with hyphens, such as account-intelligence (步骤标识).', {
    max: 60,
  })
  @check('must be words of a–z and 0–9 joined by hyphens, such as account-intelligence', (value) =>
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(String(value)),
  )
  stepKey!: string;

  @WholeField('Its place within the point (顺序).', { min: 1, max: 1000 })
  place!: number;

  @TextField('What is to be done, without names of people (标准动作).', { max: 500 })
  action!: string;

  @TextsField('What must be there before it starts (输入).', { max: 200, most: 20, default: [] })
  requiredInputs!: string[];

  @TextsField('What must be there before it is complete (输出).', { max: 200, most: 20, default: [] })
  requiredOutputs!: string[];

  @WholeField('Least degree of execution at which it is complete (最低执行程度).', { min: 0, max: 100, default: 100 })
  leastDegree!: number;

  @WholeField('Days from the beginning to its planned start (计划开始).', { min: 0, max: furthestDay, default: 0 })
  startDays!: number;

  @WholeField('Days from the beginning to its due day, not fewer than startDays (计划完成).', {
    min: 0,
    max: furthestDay,
  })
  dueDays!: number;

  @Field(() => StepOwnerRole, { description: 'Role of who is accountable for it (责任角色).' })
  ownerRole!: StepOwnerRole;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether it is a gap when it is late (是否必做).' })
  required!: boolean;
}

@InputType({ description: 'Says that no step begins from a template any more (停用步骤模板).' })
export class RetireStepTemplateInput extends CommandInput {
  @Field(() => UUID, { description: 'The edition that is in use (步骤模板).' })
  stepTemplateId!: string;

  @ExpectedVersion('step template')
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of step templates; all given conditions must hold (筛选).' })
export class StepTemplateFilter {
  @Field(() => [LifecyclePoint], { nullable: true, description: 'Of one of these points (环节).' })
  points?: LifecyclePoint[] | null;

  @Field(() => String, { nullable: true, description: 'Editions of this step (步骤标识).' })
  stepKey?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: replaced or retired; false: in use (是否停用).' })
  isRetired?: boolean | null;
}
