import { Field, ObjectType } from 'type-graphql';
import { AccountSeat, IronTriangleSeat } from './account-seat';

@ObjectType({ description: 'Who looks after an account together, on one day (铁三角).' })
export class IronTriangle {
  @Field(() => [AccountSeat], { description: 'The seats that are held, in the order of the triangle (任职).' })
  seats!: AccountSeat[];

  @Field(() => [IronTriangleSeat], { description: 'The seats that nobody holds (空缺席位).' })
  missingSeats!: IronTriangleSeat[];
}

type Held = Pick<AccountSeat, 'seat' | 'assignedOn' | 'vacatedOn'>;

const triangle = Object.keys(IronTriangleSeat) as IronTriangleSeat[];

/** Who of all who ever held a seat holds it on a day, and which seats are empty then. Pure. */
export function triangleOn<S extends Held>(
  history: readonly S[],
  day: string,
): { seats: S[]; missingSeats: IronTriangleSeat[] } {
  const held = history.filter(
    ({ assignedOn, vacatedOn }) => assignedOn <= day && (vacatedOn === null || day < vacatedOn),
  );
  return {
    seats: triangle.flatMap((seat) => held.filter((one) => one.seat === seat)),
    missingSeats: triangle.filter((seat) => !held.some((one) => one.seat === seat)),
  };
}

/**
 * SQL by which the account of the rows of an alias has a second seat (rules §11): two seats are held today by two people. One person in two
 * seats is no second one. No seat is held from a day to come on, so that what is not vacated is held today.
 */
export const hasSecondSeat = (alias: string): string => `(
  select count(distinct s.rep_id) > 1 from account_seat s
  where s.tenant_id = ${alias}.tenant_id and s.account_id = ${alias}.account_id and s.vacated_on is null)`;
