import type { Identity } from '@fivepoint/service';
import type { EntityManager } from 'typeorm';
import { leads } from '../team/led';
import { repTargetsOf } from './rep-targets';

/** What approved rebalancings changed of the target of one rep in a plan, in minor units of its currency. */
export interface Overlay {
  planId: string;
  repId: string;
  team: string;
  /** What it lies over: the total in the version that counts. */
  planned: bigint;
  change: bigint;
  /** The viewer is the rep or leads the rep's team, and may know it. */
  known: boolean;
}

/**
 * The overlays of plans, of all reps whose target rebalancings changed, as they count at the end of a day, or now (rules §5: the rebalanced target
 * serves forecast and coverage).
 */
export async function overlaysOf(
  manager: EntityManager,
  identity: Identity,
  planIds: readonly string[],
  asOf: string | null = null,
): Promise<Overlay[]> {
  const reps = await repTargetsOf(manager, identity.tenantId, planIds, asOf);
  return reps
    .filter(({ planned, rebalanced }) => planned !== rebalanced)
    .map(({ planId, repId, team, planned, rebalanced }) => ({
      ...{ planId, repId, team, planned },
      change: rebalanced - planned,
      known: repId === identity.repId || leads(identity, team),
    }));
}

/** All changes together. Pure. */
export const changeOf = (overlays: readonly Pick<Overlay, 'change'>[]): bigint =>
  overlays.reduce((sum, { change }) => sum + change, 0n);
