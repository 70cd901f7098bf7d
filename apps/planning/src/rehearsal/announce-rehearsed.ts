import { Money, roundedRatio } from '@fivepoint/kernel';
import { type Command, present } from '@fivepoint/service';
import type { Rehearsal } from './rehearsal';
import type { RehearsalFigures } from './rehearse';

/** Tells what a rehearsal of a plan says; the plan is whose key it has. */
export function announceRehearsed(command: Command, rehearsal: Rehearsal, figures: RehearsalFigures): void {
  const { id: rehearsalId, planId, planVersionId, correlationId, target, seed, ownerId, team } = rehearsal;
  const amount = (minor: number) => Money.of(BigInt(minor), target.currency).toJSON();
  command.emit({
    type: 'fivepoint.planning.plan-rehearsed.v1',
    key: planId,
    subject: planId,
    correlationId,
    data: {
      planId,
      rehearsalId,
      planVersionId,
      target: target.money.toJSON(),
      weighted: amount(figures.weighted),
      hitBasisPoints: Number(roundedRatio(BigInt(figures.hits) * 10_000n, BigInt(figures.trials), 0)),
      p10: amount(figures.bookings.p10),
      p50: amount(figures.bookings.p50),
      p90: amount(figures.bookings.p90),
      trialCount: figures.trials,
      seed,
      ...present({ ownerId, team }),
    },
  });
}
