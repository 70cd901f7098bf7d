import type { Sql } from '../sql';
import type { Stream } from './claim';

/**
 * Gives back streams that run under our number though we are not at them: the answer to a claim or to a commit was lost with its connection,
 * so that the database knows of it and we do not. Call it while no claim is under way.
 */
export async function giveBackStrays(sql: Sql, instance: number, inHand: readonly Stream[]): Promise<void> {
  await sql(giveBack, [
    instance,
    inHand.map(({ tenantId }) => tenantId),
    inHand.map(({ consumer }) => consumer),
    inHand.map(({ topic }) => topic),
    inHand.map(({ key }) => key),
  ]);
}

const giveBack = `
with stray as (
  update inbox_stream s set state = 'READY', claimed_by = null, due_at = clock_timestamp()
  where s.state = 'RUNNING' and s.claimed_by = $1 and not exists (
    select from unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) as h (tenant_id, consumer, topic, key)
    where h.tenant_id = s.tenant_id and h.consumer = s.consumer and h.topic = s.topic and h.key = s.key)
  returning s.tenant_id, s.consumer, s.topic, s.key, s.handled
)
update inbox i set alone_starts = greatest(i.alone_starts - 1, 0)
from stray s
where i.tenant_id = s.tenant_id and i.consumer = s.consumer and i.key = s.key and i.topic = s.topic
  and i.sequence = s.handled + 1 and i.suspect`;
