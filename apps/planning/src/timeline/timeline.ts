import { type Envelope, eventTypes, type EventType } from '@fivepoint/contracts';
import type { Consumer } from '@fivepoint/messaging';
import type { Command } from '@fivepoint/service';
import { In, IsNull } from 'typeorm';
import { accountOf, detailsOf } from './details';
import { TimelineEntry } from './timeline-entry';
import { whoseOf } from './whose';

/** Events about an account, which may not be known yet; the others, of a plan or a product, never have one. */
const aboutAccounts = (Object.keys(eventTypes) as EventType[]).filter((type) => {
  const fields = Reflect.get(eventTypes[type].schema, 'properties') as object;
  return 'accountId' in fields || 'referrerAccountId' in fields;
});

/** A referral is told of the account that gives it; the turn it begins belongs to the account that is referred. */
const ofAnotherAccount: EventType = 'fivepoint.customer-success.referral-given.v1';

/** Every event of all five services in one list, by account and turn of the lifecycle: the closed loop (X09, N6). It emits nothing and can be rebuilt. */
export const timeline: Consumer<Command> = {
  name: 'planning.timeline',
  handlers: (Object.keys(eventTypes) as EventType[]).map((type) => ({ type, handle: project })),
  projection: {
    clear: async ({ manager, tenantId }, _scope, eventIds) => {
      await manager.delete(TimelineEntry, { tenantId, id: In([...eventIds]) });
    },
  },
};

async function project(command: Command, event: Envelope): Promise<void> {
  const known = accountOf(event.data);
  await oneTurnAtATime(command, event);
  const accountId = known === null ? await accountOfTurn(command, event.correlationId) : (known ?? null);
  // Neither audited nor announced: the event itself is the record.
  await command.manager
    .createQueryBuilder()
    .insert()
    .into(TimelineEntry)
    .values({
      tenantId: event.tenantId,
      id: event.id,
      accountId,
      occurredAt: new Date(event.time),
      type: event.type,
      service: eventTypes[event.type].owner,
      correlationId: event.correlationId,
      parentCorrelationId: event.parentCorrelationId ?? null,
      subjectId: event.subject,
      origin: event.origin === 'import' ? 'IMPORTED' : 'LIVE',
      ...whoseOf(event.type, event.subject, event.data),
      details: detailsOf(event.data) as never,
    })
    .orIgnore()
    .callListeners(false)
    .execute();
  if (known && event.type !== ofAnotherAccount) await adopt(command, event.correlationId, known);
}

/** A lead may be told of before its account is known; the two events have different keys, so their handlers could miss each other. */
async function oneTurnAtATime(command: Command, { correlationId }: Envelope): Promise<void> {
  await command.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `timeline ${command.tenantId} ${correlationId}`,
  ]);
}

/** The account that the turn has named so far, the first one where there are several. */
async function accountOfTurn({ manager, tenantId }: Command, correlationId: string): Promise<string | null> {
  const entry = await manager
    .createQueryBuilder(TimelineEntry, 'e')
    .where('e.tenant_id = :tenantId and e.correlation_id = :correlationId', { tenantId, correlationId })
    .andWhere('e.account_id is not null and e.type <> :ofAnotherAccount', { ofAnotherAccount })
    .orderBy('e.occurredAt')
    .addOrderBy('e.id')
    .limit(1)
    .getOne();
  return entry?.accountId ?? null;
}

/** Gives the account to what its turn told before the account was known. */
async function adopt({ manager, tenantId }: Command, correlationId: string, accountId: string): Promise<void> {
  const waiting = { tenantId, correlationId, accountId: IsNull(), type: In(aboutAccounts) };
  await manager.update(TimelineEntry, waiting, { accountId });
}
