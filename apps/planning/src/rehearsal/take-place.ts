import { type Command, visibleRows } from '@fivepoint/service';
import { In } from 'typeorm';
import { rulesOf } from '../plan-rules/plan-rules';
import { Rehearsal } from './rehearsal';
import { TooManyRehearsals } from './rehearsal.errors';

const open = ['QUEUED', 'RUNNING'] as const;

/**
 * Why there is no place for one more rehearsal of the company; null where there is one, which nobody else takes until the command is through. All
 * tenants share the processors, and one of them must not keep the others waiting.
 */
export async function refusedPlace(command: Command): Promise<TooManyRehearsals | null> {
  const { manager, tenantId } = command;
  await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`rehearsals ${tenantId}`]);
  const { mostRehearsalCount } = await rulesOf(manager, tenantId);
  const openCount = await manager.countBy(Rehearsal, { tenantId, status: In(open) });
  if (openCount < mostRehearsalCount) return null;
  const seen = await visibleRows(manager, Rehearsal, command)
    .andWhere('e.status = any(:open)', { open })
    .orderBy('e.id')
    .getMany();
  return new TooManyRehearsals(mostRehearsalCount, seen, openCount - seen.length);
}
