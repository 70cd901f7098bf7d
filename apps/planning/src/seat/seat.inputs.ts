import { CommandInput, ExpectedVersion, LocalDateScalar, UUID } from '@fivepoint/service';
import { Field, InputType } from 'type-graphql';
import { IronTriangleSeat } from './account-seat';

@InputType({ description: "Gives a rep a seat of an account's iron triangle (铁三角任职)." })
export class AssignSeatInput extends CommandInput {
  @Field(() => UUID, { description: 'The account (客户).' })
  accountId!: string;

  @Field(() => IronTriangleSeat, { description: 'Which seat (席位).' })
  seat!: IronTriangleSeat;

  @Field(() => UUID, { description: 'Who takes it, of any team (任职人).' })
  repId!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      "The first day in the seat, not in the future and not before the one who was there took it or left it; default: today in the tenant's time zone (任职日).",
  })
  assignedOn?: string | null;
}

@InputType({ description: 'Says that a rep has left a seat, with nobody next (离任).' })
export class VacateSeatInput extends CommandInput {
  @Field(() => UUID, { description: 'Who was in which seat (任职).' })
  accountSeatId!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      "The day from which on it is empty, not in the future and not before it was taken; default: today in the tenant's time zone (离任日).",
  })
  vacatedOn?: string | null;

  @ExpectedVersion('seat')
  expectedVersion?: number | null;
}

@InputType({ description: 'Narrows a list of seats; all given conditions must hold (筛选).' })
export class AccountSeatFilter {
  @Field(() => UUID, { nullable: true, description: 'Of this account (客户).' })
  accountId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'Held by this rep (任职人).' })
  repId?: string | null;

  @Field(() => [IronTriangleSeat], { nullable: true, description: 'One of these seats (席位).' })
  seats?: IronTriangleSeat[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those that are held today; false: only those that were left (是否在任).',
  })
  isHeld?: boolean | null;
}
