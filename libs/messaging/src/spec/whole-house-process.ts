import { createBus, inProcessTransport, on } from '../index';
import { fact, leaveEffect, recordingLog, serviceOn, signed, type SpecCommand, type SpecDatabase } from './service';

/** An owner and a subscriber in one process, as in embedded mode: commits one event after the other, and handles them. */
export async function emitAndHandle(databases: readonly SpecDatabase[], count: number): Promise<void> {
  const bus = createBus();
  const [deal, receivables] = [await serviceOn('deal', databases[0]!), await serviceOn('receivables', databases[1]!)];
  const log = recordingLog();
  const handler = on(signed, (command: SpecCommand, event) => leaveEffect('receivables', command, event));
  await deal.start(inProcessTransport(bus, { log }), []);
  await receivables.start(inProcessTransport(bus, { log }), [{ name: 'receivables', handlers: [handler] }]);
  process.stdout.write('works\n');
  for (let n = 0; n < count; n++) await deal.emit([fact(signed, `key-${n % 7}`)]);
}
