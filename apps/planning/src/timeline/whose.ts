import { type EventType, eventTypes, type ServiceName, serviceNames } from '@fivepoint/contracts';
import { type Identity, type Narrowing, ownOrTeams, seesAllIn, seesEveryRow } from '@fivepoint/service';

/** Of the account itself and its people: who sees the account sees these. */
const ofTheAccount: readonly EventType[] = [
  'fivepoint.planning.account-registered.v1',
  'fivepoint.planning.account-updated.v1',
  'fivepoint.planning.account-classified.v1',
  'fivepoint.customer-success.drift-detected.v1',
  'fivepoint.planning.contact-registered.v1',
  'fivepoint.planning.contact-changed.v1',
  'fivepoint.planning.contact-left.v1',
  'fivepoint.planning.touch-recorded.v1',
  'fivepoint.acquisition.touch-recorded.v1',
  'fivepoint.deal.touch-recorded.v1',
  'fivepoint.receivables.touch-recorded.v1',
  'fivepoint.customer-success.touch-recorded.v1',
];

/** Of what has no owner: everybody who works here sees it. */
const ofTheHouse: readonly EventType[] = [
  'fivepoint.planning.product-registered.v1',
  'fivepoint.planning.rep-registered.v1',
  'fivepoint.planning.step-templates-defined.v1',
  'fivepoint.planning.tenant-registered.v1',
];

/** A lead without owner and team waits in the pool (公海), where everybody who works here finds it. */
const pooled: readonly EventType[] = [
  'fivepoint.acquisition.lead-captured.v1',
  'fivepoint.acquisition.lead-updated.v1',
];

/** Those that say whose the thing is that they are about. */
const sayWhose = (Object.keys(eventTypes) as EventType[]).filter(
  (type) => !ofTheAccount.includes(type) && 'ownerId' in (Reflect.get(eventTypes[type].schema, 'properties') as object),
);

export interface Whose {
  /** What the event is about, as far as somebody owns it: the account itself, a plan line, a lead, a deal, a contract … */
  about: string;
  ownerId: string | null;
  team: string | null;
}

/**
 * Whose row an event is about. What says no owner goes by its contract, whose owner everything has that was made of it: its instalments, receipts,
 * milestones and disputes; else by its own subject, of which an earlier or later event has the word. Pure.
 */
export function whoseOf(type: EventType, subject: string, data: object): Whose {
  const text = (field: string) => {
    const value: unknown = Reflect.get(data, field);
    return typeof value === 'string' ? value : null;
  };
  if (ofTheAccount.includes(type)) return { about: text('accountId') ?? subject, ownerId: null, team: null };
  if (sayWhose.includes(type)) return { about: subject, ownerId: text('ownerId'), team: text('team') };
  return { about: text('contractId') ?? subject, ownerId: null, team: null };
}

/**
 * What of a timeline the viewer may see: what the viewer could see in the service that told it. That is all of a service for the roles that see
 * all of it, and else what is about an account that the viewer sees, or about something that is the viewer's or the teams' by the last word on
 * it. Of what nobody has told an owner yet, the others see nothing. What happens in the house comes after what was recorded, whose time is but the
 * beginning of a day, in UTC: of today it may be an hour that is still to come.
 */
export function seenBy(identity: Identity): Narrowing {
  const whole: ServiceName[] = serviceNames.filter((name) => seesEveryRow({ identity, seesAll: seesAllIn[name] }));
  if (whole.length === serviceNames.length) return () => undefined;
  return (query) =>
    void query.andWhere(
      `(e.service = any(:whole) or e.type = any(:ofTheHouse)
        or (e.about = e.account_id and exists (
          select from account a where a.tenant_id = e.tenant_id and a.id = e.account_id
          and (${ownOrTeams('a', identity).sql})))
        or exists (
        select from (
          select o.type, o.owner_id, o.team from timeline_entry o
          where o.tenant_id = e.tenant_id and o.about = e.about and o.type = any(:sayWhose)
          order by o.origin = 'LIVE' desc, o.occurred_at desc, o.id desc limit 1
        ) last
        where ${ownOrTeams('last', identity).sql}
          or (last.type = any(:pooled) and last.owner_id is null and last.team is null)))`,
      { whole, ofTheHouse, sayWhose, pooled, ...ownOrTeams('a', identity).parameters },
    );
}
