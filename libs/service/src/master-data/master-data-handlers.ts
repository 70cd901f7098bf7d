import type { Envelope, EventType } from '@fivepoint/contracts';
import type { Handler } from '@fivepoint/messaging';
import type { Command } from '../command/command';
import { type MasterKind, MasterRecord } from './master-record';

type MasterEvent = Extract<
  EventType,
  | 'fivepoint.planning.tenant-registered.v1'
  | 'fivepoint.planning.account-registered.v1'
  | 'fivepoint.planning.account-updated.v1'
  | 'fivepoint.planning.product-registered.v1'
  | 'fivepoint.planning.rep-registered.v1'
  | 'fivepoint.planning.contact-registered.v1'
  | 'fivepoint.planning.contact-changed.v1'
  | 'fivepoint.planning.contact-left.v1'
>;

const kinds: Record<MasterEvent, MasterKind> = {
  'fivepoint.planning.tenant-registered.v1': 'tenant',
  'fivepoint.planning.account-registered.v1': 'account',
  'fivepoint.planning.account-updated.v1': 'account',
  'fivepoint.planning.product-registered.v1': 'product',
  'fivepoint.planning.rep-registered.v1': 'rep',
  'fivepoint.planning.contact-registered.v1': 'contact',
  'fivepoint.planning.contact-changed.v1': 'contact',
  'fivepoint.planning.contact-left.v1': 'contact',
};

/** The handlers that keep a service's copy of planning's master data; one line in each service's consumer. */
export const masterDataHandlers: readonly Handler<MasterEvent, Command>[] = (Object.keys(kinds) as MasterEvent[]).map(
  (type) => ({
    type,
    handle: async (command: Command, event: Envelope<MasterEvent>) => {
      const data: Record<string, unknown> = { ...event.data };
      const text = (field: string) => (typeof data[field] === 'string' ? data[field] : null);
      await command.manager.upsert(
        MasterRecord,
        {
          tenantId: event.tenantId,
          kind: kinds[type],
          id: event.subject,
          name: text('name') ?? '',
          ownerId: text('ownerId'),
          team: text('team'),
          attributes: data as never,
        },
        ['tenantId', 'kind', 'id'],
      );
    },
  }),
);
