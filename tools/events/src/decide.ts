import { consumerNamed, type EventsHouse } from './events-house';
import type { ParkedFilter } from './options';
import type { ExitCode, Print } from './send-again';

/** Has one parked event tried again, or gives it up for a reason; with its row in the audit trail, like the same through the graph. */
export async function decide(
  house: EventsHouse,
  { consumer, eventId, reason }: { consumer: string; eventId: string; reason: string | null },
  print: Print,
): Promise<ExitCode> {
  const { service } = consumerNamed(consumer);
  const [parked] = await house.events(service).listParked({ consumer, eventId, limit: 1 });
  if (!parked) throw new RangeError(`${consumer} has parked no event ${eventId}; see npm run events -- parked`);
  const app = await house.asApp(service);
  const ref = { tenantId: parked.tenantId, consumer, eventId };
  const refusal = reason === null ? await app.retryParked(ref) : await app.discardParked({ ...ref, reason });
  if (refusal) throw new RangeError(refusal.message);
  const done = reason === null ? 'is tried again' : 'was given up';
  print(`${parked.type} ${done}; ${parked.waitingBehind} behind it go on${afterwards(house)}`);
  return 0;
}

/**
 * Has all that a consumer has parked tried again, each with its own row in the audit trail. They are listed once, before the first of them:
 * one that fails again is parked with its old moment, and would be found for ever.
 */
export async function retryAll(
  house: EventsHouse,
  { consumer, filter }: { consumer: string; filter: Omit<ParkedFilter, 'consumer'> },
  print: Print,
): Promise<ExitCode> {
  const { service } = consumerNamed(consumer);
  const refs = await house.events(service).parkedRefs({ ...filter, consumer });
  const app = await house.asApp(service);
  const counts = { retried: 0, invalid: 0, gone: 0 };
  try {
    for (const ref of refs) {
      const refusal = await app.retryParked(ref);
      if (!refusal) counts.retried++;
      else if (refusal.code === 'STILL_INVALID') counts.invalid++;
      else if (refusal.code === 'NOT_FOUND') counts.gone++;
      else throw new Error(refusal.message);
    }
  } finally {
    // Also where it breaks off: those before it are under way.
    tellCounts(house, counts, print);
  }
  return counts.invalid > 0 ? 1 : 0;
}

function tellCounts(
  house: EventsHouse,
  { retried, invalid, gone }: Record<'retried' | 'invalid' | 'gone', number>,
  print: Print,
): void {
  print(
    [
      `${retried} ${retried === 1 ? 'is' : 'are'} tried again${retried > 0 ? afterwards(house) : ''}`,
      ...(invalid > 0 ? [`${invalid} still ${invalid === 1 ? 'breaks its' : 'break their'} schema`] : []),
      ...(gone > 0 ? [`${gone} ${gone === 1 ? 'was' : 'were'} parked no more`] : []),
    ].join(', '),
  );
}

const afterwards = ({ running }: EventsHouse): string => (running === false ? ' after the next start' : '');
