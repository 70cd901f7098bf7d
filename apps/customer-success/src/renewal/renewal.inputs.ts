import {
  CommandInput,
  ExpectedVersion,
  LocalDateScalar,
  MoneyInput,
  TextField,
  UUID,
  WholeField,
} from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { RenewalStatus } from './renewal.statuses';

@InputType({ description: 'Says what a customer needs next, so that deal takes over (识别续单).' })
export class IdentifyRenewalInput extends CommandInput {
  @Field(() => UUID, { description: 'The planned renewal (续单).' })
  renewalId!: string;

  @TextField('What the customer needs next (新需求).', { min: 2, max: 2000 })
  need!: string;

  @WholeField('How well our products fit that need (匹配度).', { min: 0, max: 100, unit: '%' })
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
    description:
      'When it should be signed, from the day its contract was to ten years from today; default: as planned (应签日).',
  })
  dueOn?: string | null;

  @ExpectedVersion('renewal')
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of renewals; all given conditions must hold (筛选).' })
export class RenewalFilter {
  @Field(() => [RenewalStatus], { nullable: true, description: 'In one of these statuses (状态).' })
  statuses?: RenewalStatus[] | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Due on this day or after (应签日起).' })
  dueFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Due on this day or before (应签日止).' })
  dueTo?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this owner (责任人).' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Shared by this team (团队).' })
  team?: string | null;
}
