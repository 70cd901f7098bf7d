import type { LocalDate } from '@fivepoint/kernel';
import type { Command } from '@fivepoint/service';
import { repCapacities } from '../capacity/rep-capacities';
import type { Plan } from '../plan/plan';
import { askedElsewhere } from './asked-elsewhere';
import type { RepTargets } from './rep-targets';

/**
 * What each rep can deliver for a plan until its period ends, less what other plans in force ask of the rep in these days, whoever asks: what comes of it
 * shows to nobody who may not read it. Who has stated nothing is not in it.
 */
export async function capacitiesLeft(
  command: Command,
  plan: Plan,
  reps: readonly RepTargets[],
  today: LocalDate,
): Promise<Map<string, bigint>> {
  const { manager, identity } = command;
  const viewer = { identity: { ...identity, roles: ['ADMIN' as const] }, seesAll: [] };
  const ids = reps.map(({ repId }) => repId);
  const period = { from: today, to: plan.endsOn as LocalDate, currency: plan.currency };
  const found = await repCapacities(manager, viewer, ids, period);
  const asked = await askedElsewhere(command, plan, ids, today);
  return new Map(
    ids.flatMap((id, index): [string, bigint][] => {
      const capacity = found[index];
      if (!capacity) return [];
      const left = capacity.amount - (asked.get(id) ?? 0n);
      return [[id, left > 0n ? left : 0n]];
    }),
  );
}
