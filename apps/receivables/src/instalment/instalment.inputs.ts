import type { LocalDate } from '@fivepoint/kernel';
import { CommandInput, ExpectedVersion, LocalDateScalar, UUID } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { InstalmentStatus } from './instalment.statuses';

@InputType({ description: 'Claims payment of an instalment that has fallen due (请款).' })
export class ClaimInstalmentInput extends CommandInput {
  @Field(() => UUID, { description: 'The instalment (分期款).' })
  instalmentId!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      "The day of the claim, from its trigger on and not in the future; default: today in the tenant's time zone (请款日).",
  })
  claimedOn?: LocalDate | null;

  @ExpectedVersion('instalment')
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of instalments; all given conditions must hold (筛选).' })
export class InstalmentFilter {
  @Field(() => [InstalmentStatus], { nullable: true, description: 'In one of these statuses (状态).' })
  statuses?: InstalmentStatus[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those with something outstanding; false: only those collected in full (未收齐).',
  })
  open?: boolean | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'Past their due date with something outstanding at the end of this day, by the value dates (截至日逾期).',
  })
  overdueAsOf?: LocalDate | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those held back by an open dispute; false: only the others (有争议).',
  })
  disputed?: boolean | null;

  @Field(() => UUID, { nullable: true, description: 'Of this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this contract (合同).' })
  contractId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Of this owner (责任人).' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Shared by this team (团队).' })
  team?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Due on this day or after (到期日起).' })
  dueFrom?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Due on this day or before (到期日止).' })
  dueTo?: LocalDate | null;
}
