import { AtMost, CommandInput, ExpectedVersion, UUID, WholeField } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'One proposed target to accept (采纳的目标).' })
export class AcceptedTargetInput {
  @Field(() => UUID, { description: 'The account (客户).' })
  accountId!: string;

  @Field(() => UUID, { description: 'The product (产品).' })
  productId!: string;

  @Field(() => UUID, {
    nullable: true,
    description: "Who is accountable; default: who is already, of a new line the account's owner (责任人).",
  })
  ownerId?: string | null;

  @WholeField('The floor as a share of the target; default: as it is, of a new line 0 (保底比例).', {
    min: 0,
    max: 10_000,
    unit: 'basis points',
    optional: true,
  })
  floorBasisPoints?: number | null;
}

@InputType({ description: 'Takes proposed targets into the draft of a plan, as they are proposed now (采纳目标建议).' })
export class AcceptProposedTargetsInput extends CommandInput {
  @Field(() => UUID, { description: 'The plan (计划).' })
  planId!: string;

  @Field(() => [AcceptedTargetInput], { description: 'Which ones, 1–500; all of them are taken, or none (目标).' })
  @AtMost(500, 'take the others afterwards', { min: 1 })
  targets!: AcceptedTargetInput[];

  @ExpectedVersion('plan')
  expectedVersion?: number | null;
}
