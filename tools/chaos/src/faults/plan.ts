import { type ServiceName, serviceNames } from '@fivepoint/contracts';
import type { Prey } from '../prey';
import type { Random } from '../random';
import { type Point, pointsOf } from '../victim/points';
import { type Fault, faultsOf } from './fault';

/** One thing to come: death at a point, or a fault. */
export type Planned = { point: Point; services: readonly ServiceName[] } | { fault: Fault };

/** Every point and every fault so often, in an order that the seed decides. */
export function planOf(mode: Prey['mode'], rounds: number, random: Random): Planned[] {
  const once: Planned[] = [
    ...pointsOf(mode).map((point) => ({ point, services: serviceNames })),
    ...faultsOf({ mode }).map((fault) => ({ fault })),
  ];
  return random.shuffled(Array.from({ length: rounds }, () => once).flat());
}

/** How long somebody is waited for to reach an armed point, and how often it is tried with another service. */
const reachMs = 20_000;
const tries = 8;

/** Lets it happen; tells what the table calls it, or null when nobody came by the point. */
export async function happen(planned: Planned, prey: Prey, random: Random): Promise<string | null> {
  if ('fault' in planned) {
    await planned.fault.inject(prey, random);
    return planned.fault.kind;
  }
  for (let n = 0; n < tries; n++) {
    // Who has waited in vain takes the first who comes: on a busy machine few do.
    const passes = n === 0 ? random.below(6) : 0;
    const id = prey.arm(planned.point, random.pick(planned.services), passes);
    const death = await prey.journal.death(id, reachMs);
    prey.disarm();
    if (death) return `killed at ${death.point}`;
  }
  return null;
}
