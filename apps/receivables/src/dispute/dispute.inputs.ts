import type { LocalDate } from '@fivepoint/kernel';
import { CommandInput, LocalDateScalar, MoneyInput, UUID } from '@fivepoint/service';
import { MaxLength, MinLength } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { DisputeReason } from './dispute';

@InputType({ description: 'Records that the customer holds payment back, and why (登记争议).' })
export class OpenDisputeInput extends CommandInput {
  @Field(() => UUID, { description: 'The contract (合同).' })
  contractId!: string;

  @Field(() => UUID, {
    nullable: true,
    description: 'The instalment of it that is in dispute; leave it out when the whole contract is (分期款).',
  })
  instalmentId?: string | null;

  @Field(() => DisputeReason, { description: 'Why (原因).' })
  reason!: DisputeReason;

  @Field(() => String, { nullable: true, description: 'What the customer says (说明).' })
  @MaxLength(2000, { message: 'note may have at most 2000 characters' })
  note?: string | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'The sum held back, if it is stated; more than zero, in the currency of the contract (争议金额).',
  })
  amount?: MoneyInput | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      "The day it was raised, from 2000-01-01 on and not in the future; default: today in the tenant's time zone (提出日).",
  })
  openedOn?: LocalDate | null;
}

@InputType({ description: 'Closes a dispute, with how it ended (解决争议).' })
export class ResolveDisputeInput extends CommandInput {
  @Field(() => UUID, { description: 'The dispute (争议).' })
  disputeId!: string;

  @Field({ description: 'How it ended, in a sentence and without names of people (处理结果).' })
  @MinLength(3, { message: 'resolution must say in at least 3 characters how the dispute ended' })
  @MaxLength(2000, { message: 'resolution may have at most 2000 characters' })
  resolution!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      "The day it was closed, from its opening on and not in the future; default: today in the tenant's time zone (解决日).",
  })
  resolvedOn?: LocalDate | null;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when it changed since (期望版本).' })
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of disputes; all given conditions must hold (筛选).' })
export class DisputeFilter {
  @Field(() => Boolean, { nullable: true, description: 'True: only open ones; false: only resolved ones (未解决).' })
  open?: boolean | null;

  @Field(() => DisputeReason, { nullable: true, description: 'For this reason (原因).' })
  reason?: DisputeReason | null;

  @Field(() => UUID, { nullable: true, description: 'Of this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this contract (合同).' })
  contractId?: string | null;
}
