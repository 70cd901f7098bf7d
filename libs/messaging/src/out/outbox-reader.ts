import type { AnyEnvelope } from '@fivepoint/contracts';
import type { ReplayScope } from '../in/handler';
import { type Sql, toNumber } from '../sql';

export interface PublishedEvent {
  position: number;
  envelope: AnyEnvelope;
}

export interface LogSection {
  /** Which log this is: positions of another log mean nothing here. */
  logId: string;
  events: PublishedEvent[];
}

/** The owner's log, for those who may read all of it: the relay, the in-process transport and the replay. */
export interface OutboxReader {
  /** Everything made up to this moment may have been deleted; null when nothing has. */
  prunedUntil(): Promise<Date | null>;
  /** Events after a position, in order; at most `limit`. */
  after(position: number, limit: number): Promise<LogSection>;
  /** Events of one scope after a position, in order; at most `limit`. */
  inScope(scope: ReplayScope, position: number, limit: number): Promise<PublishedEvent[]>;
}

interface OutboxRow {
  position: string;
  sequence: string;
  envelope: Omit<AnyEnvelope, 'sequence'>;
}

/** Reads the outbox of the database that `sql` works on, as its relay role. */
export function outboxReader(sql: Sql): OutboxReader {
  return {
    async prunedUntil() {
      const [row] = await sql<{ pruned_until: Date | null }>('select pruned_until from relay_state');
      return row?.pruned_until ?? null;
    },
    async after(position, limit) {
      const rows = await sql<OutboxRow & { log_id: string }>(readAfter, [position, limit]);
      if (!rows[0]) throw new Error('relay_state has lost its row');
      return { logId: rows[0].log_id, events: rows.filter((row) => row.position !== null).map(published) };
    },
    async inScope({ tenantId, key, correlationId, since }, position, limit) {
      const scope = [tenantId ?? null, key ?? null, turnOf(correlationId), since ? firstIdOf(since) : null];
      return (await sql<OutboxRow>(readInScope, [position, limit, ...scope])).map(published);
    },
  };
}

/** The smallest UUIDv7 that can have been made at a moment: "since" means the same events wherever they are stored. */
export function firstIdOf(since: Date): string {
  const hex = since.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/**
 * Whether an envelope is of a turn, by its text: PostgreSQL's operators on JSON fail at the first envelope whose data has NUL or half a
 * surrogate pair in it. Quotes within texts are escaped, and no type of ours has a field of this name in its data.
 */
export const inTurn = (parameter: number): string => `strpos(envelope::text, $${parameter}) > 0`;

/** The parameter of `inTurn`; null for every turn. */
export const turnOf = (correlationId: string | undefined): string | null =>
  correlationId === undefined ? null : `"correlationId":${JSON.stringify(correlationId)}`;

function published({ position, sequence, envelope }: OutboxRow): PublishedEvent {
  return { position: toNumber(position), envelope: { ...envelope, sequence: toNumber(sequence) } as AnyEnvelope };
}

const readAfter = {
  name: 'outbox-after',
  text: `
select s.log_id, o.position, o.sequence, o.envelope
from relay_state s left join lateral (
  select position, sequence, envelope from outbox where position > $1 order by position limit $2
) o on true
order by o.position`,
};

const readInScope = `
select position, sequence, envelope from outbox
where position > $1
  and ($3::uuid is null or tenant_id = $3) and ($4::text is null or key = $4)
  and ($5::text is null or ${inTurn(5)}) and ($6::uuid is null or id >= $6)
order by position limit $2`;
