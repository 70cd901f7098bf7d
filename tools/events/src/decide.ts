import { consumerNamed, type EventsHouse } from './events-house';
import type { ExitCode, Print } from './send-again';

/** Has a parked event tried again, or gives it up for a reason; with its row in the audit trail, like the same through the graph. */
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
  print(
    `${parked.type} ${done}; ${parked.waitingBehind} behind it go on${house.running === false ? ' after the next start' : ''}`,
  );
  return 0;
}
