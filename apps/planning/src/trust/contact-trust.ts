import { Field, Int, ObjectType } from 'type-graphql';
import { LocalDateScalar } from '@fivepoint/service';
import { trustAfter, type TrustRules } from '../relationship/trust';
import type { TrustOutcomeKind } from './trust-outcome';

/** How far a person trusts us, and why. */
@ObjectType({ description: 'How far a person trusts us, and what made it so (信任度).' })
export class ContactTrust {
  @Field(() => Int, { description: '0–100; it begins at the floor and what comes of contacts moves it (信任度).' })
  score!: number;

  @Field(() => Int, { description: 'Where it began, 0–100 (起点).' })
  floor!: number;

  @Field(() => LocalDateScalar, {
    description:
      'The day on which the person took on another role, where trust began anew; until then the first that is known of (起算日).',
  })
  beganOn!: string;

  @Field(() => Int, { description: 'Promises that we kept since (履约次数).' })
  keptPromiseCount!: number;

  @Field(() => Int, { description: 'Good contacts since (良好接触次数).' })
  goodContactCount!: number;

  @Field(() => Int, { description: 'Promises that we broke since (失约次数).' })
  brokenPromiseCount!: number;
}

/**
 * The trust of a person since the day on which the last role was taken on: a new holder of a role begins at the floor, whoever it is (rules §2
 * and §9). Since when somebody had the first role that we know of nobody knows: everything counts that was recorded, also what was before we wrote
 * the person down. Pure.
 *
 * @param standings the person's, oldest first, at least one.
 * @param outcomes in the order in which they happened.
 */
export function trustOf(
  standings: readonly { standsOn: string; roles: readonly string[] }[],
  outcomes: readonly { happenedOn: string; kind: TrustOutcomeKind }[],
  rules: TrustRules,
): ContactTrust {
  const beganOn = takenOnLast(standings) ?? firstOf([standings[0]?.standsOn, outcomes[0]?.happenedOn]);
  const since = outcomes.filter(({ happenedOn }) => happenedOn >= beganOn).map(({ kind }) => kind);
  const count = (kind: TrustOutcomeKind) => since.filter((one) => one === kind).length;
  return Object.assign(new ContactTrust(), {
    score: trustAfter(since, rules),
    ...{ floor: rules.floor, beganOn },
    keptPromiseCount: count('KEPT_PROMISE'),
    goodContactCount: count('GOOD_CONTACT'),
    brokenPromiseCount: count('BROKEN_PROMISE'),
  });
}

function takenOnLast(standings: readonly { standsOn: string; roles: readonly string[] }[]): string | null {
  const taken = standings.findLast(({ roles }, place) => {
    const before = standings[place - 1]?.roles;
    return before && !roles.every((role) => before.includes(role));
  });
  return taken?.standsOn ?? null;
}

const firstOf = (days: readonly (string | undefined)[]): string =>
  days.filter((day) => day !== undefined).sort()[0] ?? '';
