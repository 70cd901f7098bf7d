import { type Envelope, type EventType, eventTypes } from '@fivepoint/contracts';
import type { Consumer } from '@fivepoint/messaging';
import type { Command } from '@fivepoint/service';
import { In } from 'typeorm';
import { AccountTouch } from './account-touch';

export type TouchRecorded = Extract<EventType, `${string}.touch-recorded.v1`>;

export const touchRecorded = (Object.keys(eventTypes) as EventType[]).filter((type): type is TouchRecorded =>
  type.endsWith('.touch-recorded.v1'),
);

/** The touches of all five services, planning's own among them (capability P19). It emits nothing and can be rebuilt. */
export const touches: Consumer<Command> = {
  name: 'planning.touches',
  handlers: touchRecorded.map((type) => ({ type, handle: project })) as Consumer<Command>['handlers'],
  projection: {
    clear: async ({ manager, tenantId }, _scope, eventIds) => {
      await manager.delete(AccountTouch, { tenantId, eventId: In([...eventIds]) });
    },
  },
};

/** A touch is told once and never changes, so that of the same one told again the first word stays. */
async function project({ manager }: Command, { type, ...event }: Envelope<TouchRecorded>): Promise<void> {
  const { touchId, accountId, contactIds, kind, outcome, touchedOn, repId, nextOn } = event.data;
  const row = {
    ...{ tenantId: event.tenantId, id: touchId, service: eventTypes[type].owner, eventId: event.id },
    ...{ accountId, contactIds, kind, outcome, touchedOn, repId: repId ?? null, nextOn: nextOn ?? null },
  };
  // Neither audited nor announced: the event itself is the record.
  await manager.createQueryBuilder().insert().into(AccountTouch).values(row).orIgnore().execute();
}
