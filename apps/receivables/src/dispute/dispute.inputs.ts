import type { LocalDate } from '@fivepoint/kernel';
import { CommandInput, ExpectedVersion, LocalDateScalar, MoneyInput, TextField, UUID } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { DisputeReason } from './dispute';
import { DisputeStatus } from './dispute.statuses';

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

  @TextField('What the customer says (说明).', { max: 2000, optional: true })
  note?: string | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description:
      'The sum held back, if it is stated; more than zero and at most what the instalment, or the contract, comes to, in its currency (争议金额).',
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

  @TextField('How it ended, in a sentence and without names of people (处理结果).', { min: 2, max: 2000 })
  resolution!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      "The day it was closed, from its opening on and not in the future; default: today in the tenant's time zone (解决日).",
  })
  resolvedOn?: LocalDate | null;

  @ExpectedVersion('dispute')
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of disputes; all given conditions must hold (筛选).' })
export class DisputeFilter {
  @Field(() => [DisputeStatus], { nullable: true, description: 'In one of these statuses (状态).' })
  statuses?: DisputeStatus[] | null;

  @Field(() => [DisputeReason], { nullable: true, description: 'For one of these reasons (争议原因).' })
  reasons?: DisputeReason[] | null;

  @Field(() => UUID, { nullable: true, description: 'Of this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this contract (合同).' })
  contractId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this owner (责任人).' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Shared by this team (团队).' })
  team?: string | null;
}
