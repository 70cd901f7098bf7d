import type { Command } from '@fivepoint/service';
import { In } from 'typeorm';
import { Rep } from '../rep/rep';
import { leads } from '../team/led';

/**
 * What is missing of reps in words: of each whom the caller is or leads by name, and of all the others together once, by their number. What is said of
 * somebody's capacity, bookings and help is not for everybody who may decide about a plan.
 *
 * @param said takes who it is, and the id of the rep where it is one whom the caller may read
 */
export async function missingOf(
  { manager, tenantId, identity }: Command,
  reps: readonly { repId: string; team: string }[],
  said: (who: string, repId: string | null) => string,
): Promise<string[]> {
  const named = reps.filter(({ repId, team }) => repId === identity.repId || leads(identity, team));
  const found = await manager.findBy(Rep, { tenantId, id: In(named.map(({ repId }) => repId)) });
  const names = new Map(found.map(({ id, name }) => [id, name]));
  const otherCount = reps.length - named.length;
  const others = otherCount === 1 ? 'one rep of another team' : `${otherCount} reps of other teams`;
  return [
    ...named.map(({ repId }) => said(`${names.get(repId) ?? 'rep'} (${repId})`, repId)),
    ...(otherCount > 0 ? [said(others, null)] : []),
  ];
}
