import { type EventType } from '@fivepoint/contracts';
import { on } from '../index';
import { leaveEffect, serviceOn, signed, type SpecDatabase } from './service';
import { Wire } from './wire';

/**
 * A process that handles what is in the inbox of a database, for specs of what happens when it dies. What it does to an event is written in
 * the event's key: `poison…` ends the process, `slow…` takes a while. Prints a line once it handles.
 */
export async function handleInbox(database: SpecDatabase, slowMs: number): Promise<void> {
  const service = await serviceOn('receivables', database);
  const handler = on(signed as EventType, async (command, event) => {
    if (event.key.startsWith('slow')) await new Promise((resolve) => setTimeout(resolve, slowMs));
    await leaveEffect('receivables', command as Parameters<typeof leaveEffect>[1], event);
    // Another handler's start a moment ago must not be taken for the culprit.
    if (event.key.startsWith('poison')) setImmediate(() => process.exit(13));
    if (event.key.startsWith('poison')) await new Promise(() => {});
  });
  const messaging = await service.start(new Wire(), [{ name: 'receivables', handlers: [handler] }]);
  while (!messaging.ready()) await new Promise((resolve) => setTimeout(resolve, 10));
  process.stdout.write('handles\n');
}
