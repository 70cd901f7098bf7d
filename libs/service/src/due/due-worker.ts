import { type Clock, uuidv7 } from '@fivepoint/kernel';
import type { Gauge, Log } from '@fivepoint/messaging';
import { DataSource, type EntityManager } from 'typeorm';
import type { CommandSettings } from '../command/command';
import { runCommand } from '../command/run-command';
import { duePrincipal } from '../identity/identity';
import type { Stoppable } from '../runtime/stopping';
import { dueGauges } from './due-gauges';
import { type DueWork, mostAttempts } from './due-work';

export interface DueWorkerSettings {
  /** The service's own, as its app role: the work runs there. */
  dataSource: DataSource;
  /** The same database as the relay role, which sees what is due of all tenants. */
  relayUrl: string;
  works: readonly DueWork[];
  settings: CommandSettings;
  clock: Clock;
  log: Log;
  /** Between two looks while nothing is due. */
  pollMs?: number;
}

/** What is claimed at once, in order of its time. */
const claimedAtOnce = 100;
/** For so long nobody else takes what one has claimed; a process that died lets it go by this. */
const lease = '60 seconds';

interface Claimed {
  tenant_id: string;
  kind: string;
  subject: string;
  /** The claim's own time: work that was left anew since has another one, and is not this claim's any more. */
  token: string;
}

export interface DueWorker extends Stoppable {
  /** What waits at this moment, and what waits for an operator. */
  gauges(): Promise<Gauge[]>;
}

/**
 * Works off what is due, of all tenants, on any replica: each piece is claimed by one of them, done in a command of its tenant, and gone with
 * that transaction. What fails is tried again a minute later, and left to an operator after eight starts.
 */
export async function startDueWorker(worker: DueWorkerSettings): Promise<DueWorker> {
  const relay = await new DataSource({ type: 'postgres', url: worker.relayUrl, poolSize: 1 }).initialize();
  const pause = new Pause();
  let stopping = false;
  const looping = (async () => {
    while (!stopping) {
      try {
        const claimed = await claim(relay, worker);
        for (const batch of batches(claimed, worker.works)) if (!stopping) await workOff(relay, worker, batch);
        if (claimed.length > 0) continue;
      } catch (error) {
        if (!stopping) worker.log.warn({ error: messageOf(error) }, 'what is due cannot be claimed; it is tried again');
      }
      if (!stopping) await pause.wait(worker.pollMs ?? 1_000);
    }
  })();
  const kinds = worker.works.map(({ kind }) => kind);
  return {
    gauges: () =>
      dueGauges(relay, kinds, worker.clock.now()).catch((error: unknown) => {
        worker.log.warn({ error: messageOf(error) }, 'the gauges of what is due cannot be read');
        return [];
      }),
    async stop() {
      stopping = true;
      pause.end();
      await looping;
      await relay.destroy();
    },
  };
}

function claim(relay: DataSource, { works, clock }: DueWorkerSettings): Promise<Claimed[]> {
  return relay.query(
    `with claimed as (
       update due_work d set attempts = d.attempts + 1, due_at = $1::timestamptz + interval '${lease}'
       from (select tenant_id, kind, subject from due_work
             where due_at <= $1 and kind = any($2::text[]) and attempts < ${mostAttempts}
             order by due_at limit ${claimedAtOnce} for update skip locked) c
       where (d.tenant_id, d.kind, d.subject) = (c.tenant_id, c.kind, c.subject)
       returning d.tenant_id, d.kind, d.subject, d.due_at::text as token)
     select * from claimed order by tenant_id, kind, subject`,
    [clock.now(), works.map(({ kind }) => kind)],
  );
}

interface Batch {
  work: DueWork;
  tenantId: string;
  token: string;
  subjects: string[];
}

/** Of one tenant and kind each, no longer than the kind says. Pure. */
function batches(claimed: readonly Claimed[], works: readonly DueWork[]): Batch[] {
  const all: Batch[] = [];
  for (const { tenant_id: tenantId, kind, subject, token } of claimed) {
    const work = works.find((one) => one.kind === kind);
    if (!work) continue;
    const last = all.at(-1);
    if (last?.work === work && last.tenantId === tenantId && last.subjects.length < work.together)
      last.subjects.push(subject);
    else all.push({ work, tenantId, token, subjects: [subject] });
  }
  return all;
}

async function workOff(relay: DataSource, worker: DueWorkerSettings, batch: Batch): Promise<void> {
  const { work, tenantId, token, subjects } = batch;
  const requestId = uuidv7();
  const cause = {
    identity: duePrincipal(tenantId, work.kind),
    now: worker.clock.now(),
    requestId,
    correlationId: uuidv7(),
    causationId: requestId,
  };
  try {
    await runCommand(worker.dataSource, worker.settings, cause, work.kind, {}, async (command) => {
      const own = await stillClaimed(command.manager, batch);
      if (own.length > 0) await work.work(command, own);
    });
  } catch (error) {
    // One of many must not hold up the others.
    if (subjects.length > 1)
      for (const subject of subjects) await workOff(relay, worker, { ...batch, subjects: [subject] });
    else {
      worker.log.error({ tenantId, kind: work.kind, error: messageOf(error) }, 'what was due could not be done');
      await relay.query(
        'update due_work set problem = $1 where tenant_id = $2 and kind = $3 and subject = $4 and due_at = $5::timestamptz',
        [messageOf(error).slice(0, 500), tenantId, work.kind, subjects[0], token],
      );
    }
  }
}

/** Ends the claim with the transaction: what was left anew meanwhile is not in it, and comes again. */
async function stillClaimed(manager: EntityManager, { work, tenantId, token, subjects }: Batch): Promise<string[]> {
  const rows = (await manager.query(
    `with taken as (
       delete from due_work
       where tenant_id = $1 and kind = $2 and subject = any($3::uuid[]) and due_at = $4::timestamptz returning subject)
     select subject from taken order by subject`,
    [tenantId, work.kind, subjects, token],
  )) as { subject: string }[];
  return rows.map(({ subject }) => subject);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A pause that the end cuts short. */
class Pause {
  private wake: () => void = () => undefined;

  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  end(): void {
    this.wake();
  }
}
