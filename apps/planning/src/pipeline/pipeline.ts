import type { Envelope } from '@fivepoint/contracts';
import { localDateOf, Money } from '@fivepoint/kernel';
import type { Consumer } from '@fivepoint/messaging';
import { type Command, MoneyValue, oneAtATime } from '@fivepoint/service';
import { In } from 'typeorm';
import { timeZoneOf } from '../tenant/tenant';
import { deriveCase, type DerivedCase } from './derive-case';
import { factOf, pipelineEvents, type PipelineEvent, type PipelineSubject } from './fact-of';
import { PipelineCase } from './pipeline-case';
import { PipelineFact } from './pipeline-fact';

/**
 * The pipeline (capabilities P23, P28): one fact per event of a lead or a deal, and the case that all facts about it together give. It emits
 * nothing and can be rebuilt.
 */
export const pipeline: Consumer<Command> = {
  name: 'planning.pipeline',
  handlers: pipelineEvents.map((type) => ({
    type,
    handle: (command, event) => project(command, event as Envelope<PipelineEvent>),
  })),
  projection: {
    async clear(command, _scope, eventIds) {
      const { manager, tenantId } = command;
      const cleared = { tenantId, id: In([...eventIds]) };
      const facts = await manager.findBy(PipelineFact, cleared);
      await manager.delete(PipelineFact, cleared);
      // What told that a lead and a deal are one may be gone itself: each is derived for itself.
      const [deals, leads] = [idsOf(facts, 'dealId'), idsOf(facts, 'leadId')];
      for (const dealId of deals) await deriveAnew(command, { dealId, leadId: null });
      for (const leadId of leads) await deriveAnew(command, { dealId: null, leadId });
    },
  },
};

async function project(command: Command, event: Envelope<PipelineEvent>): Promise<void> {
  const { manager, tenantId } = command;
  const { leadId, dealId, says } = factOf(event, await dayOf(command, event));
  // Neither audited nor announced: the event itself is the record.
  const insert = manager
    .createQueryBuilder()
    .insert()
    .into(PipelineFact)
    .values({
      tenantId,
      id: event.id,
      leadId,
      dealId,
      occurredAt: new Date(event.time),
      origin: event.origin === 'import' ? 'IMPORTED' : 'LIVE',
      correlationId: event.correlationId,
      says: says as never,
    });
  await insert.orIgnore().callListeners(false).execute();
  await deriveAnew(command, { leadId, dealId });
}

/** What was recorded happened at the beginning of its day in UTC, which is no moment of the tenant's calendar. */
async function dayOf({ manager, tenantId }: Command, { origin, time }: Envelope): Promise<string> {
  return origin === 'import' ? time.slice(0, 10) : localDateOf(new Date(time), await timeZoneOf(manager, tenantId));
}

/**
 * Derives a case from all its facts. A lead and its deal are one case as soon as one event names both; until then each has its own, which then
 * goes. A deal is locked before its lead, always: who waits for the second sees all that the first has written.
 */
async function deriveAnew(command: Command, { leadId, dealId }: PipelineSubject): Promise<void> {
  const { manager, tenantId } = command;
  if (dealId) await oneAtATime(command, 'pipeline', dealId);
  const ofLead = leadId ?? (dealId && (await leadOf(command, dealId)));
  if (ofLead) await oneAtATime(command, 'pipeline', ofLead);
  const facts = await factsOf(command, ofLead, dealId);
  const known = [ofLead, dealId, ...facts.flatMap((fact) => [fact.leadId, fact.dealId])].filter((id) => id !== null);
  const derived = deriveCase(facts);
  const gone = [...new Set(known)].filter((id) => id !== derived?.id);
  if (gone.length > 0) await manager.delete(PipelineCase, { tenantId, id: In(gone) });
  if (derived) await write(command, derived);
}

async function leadOf({ manager, tenantId }: Command, dealId: string): Promise<string | null> {
  const linked = await manager
    .createQueryBuilder(PipelineFact, 'f')
    .where('f.tenant_id = :tenantId and f.deal_id = :dealId and f.lead_id is not null', { tenantId, dealId })
    .limit(1)
    .getOne();
  return linked?.leadId ?? null;
}

/** All facts about a lead, about its deals, and about the deal: each by its index, for one condition with `or` would read all facts there are. */
function factsOf({ manager, tenantId }: Command, leadId: string | null, dealId: string | null) {
  return manager
    .createQueryBuilder(PipelineFact, 'f')
    .where(
      `f.tenant_id = :tenantId and f.id = any(array(
        select id from pipeline_fact where tenant_id = :tenantId and deal_id = :dealId
        union select id from pipeline_fact where tenant_id = :tenantId and lead_id = :leadId
        union select d.id from pipeline_fact l join pipeline_fact d on d.tenant_id = l.tenant_id and d.deal_id = l.deal_id
          where l.tenant_id = :tenantId and l.lead_id = :leadId))`,
      { tenantId, leadId, dealId },
    )
    .getMany();
}

const idsOf = (facts: readonly PipelineFact[], field: 'leadId' | 'dealId'): string[] =>
  [...new Set(facts.map((fact) => fact[field]))].filter((id) => id !== null).sort();

/** All of the row is written, also what is not known any more. Neither audited nor announced, as the facts. */
async function write({ manager, tenantId }: Command, { amount, ...derived }: DerivedCase): Promise<void> {
  const columns = manager.connection.getMetadata(PipelineCase).columns.filter(({ isPrimary }) => !isPrimary);
  await manager
    .createQueryBuilder()
    .insert()
    .into(PipelineCase)
    .values({ tenantId, ...derived, ...(amount && { amount: MoneyValue.of(Money.from(amount)) }) })
    .orUpdate(
      columns.map(({ databaseName }) => databaseName),
      ['tenant_id', 'id'],
    )
    .callListeners(false)
    .execute();
}
