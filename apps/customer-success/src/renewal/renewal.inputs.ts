import { CommandInput, LocalDateScalar, MoneyInput, UUID } from '@fivepoint/service';
import { Max, MaxLength, Min, MinLength } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { RenewalStatus } from './renewal.statuses';

@InputType({ description: 'Says what a customer needs next, so that deal takes over (识别续单).' })
export class IdentifyRenewalInput extends CommandInput {
  @Field(() => UUID, { description: 'The planned renewal (续单).' })
  renewalId!: string;

  @Field({ description: 'What the customer needs next (新需求).' })
  @MinLength(3, { message: 'need must say in at least 3 characters what the customer needs' })
  @MaxLength(2000, { message: 'need may have at most 2000 characters' })
  need!: string;

  @Field(() => Int, { description: 'How well our products fit that need, 0–100 % (匹配度).' })
  @Min(0, { message: 'fit must be from 0 to 100 percent' })
  @Max(100, { message: 'fit must be from 0 to 100 percent' })
  fit!: number;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'A new product would have to be developed (是否开发新品).',
  })
  newProductRequired!: boolean;

  @Field(() => MoneyInput, {
    description: 'What the next contract is expected to be worth; more than zero (续单金额).',
  })
  amount!: MoneyInput;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'When it should be signed; default: as planned (签约时间).',
  })
  dueOn?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when it changed since (期望版本).' })
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of renewals; all given conditions must hold (筛选).' })
export class RenewalFilter {
  @Field(() => [RenewalStatus], { nullable: true, description: 'In one of these states (状态).' })
  statuses?: RenewalStatus[] | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Due on this day or before (截止日).' })
  dueBy?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this owner (责任人).' })
  ownerId?: string | null;
}
