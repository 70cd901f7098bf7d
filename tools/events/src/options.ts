import { eventTypes } from '@fivepoint/contracts';
import type { PruneLimits, ReplayScope } from '@fivepoint/messaging';
import { readCommandLine, UsageAsked } from '../../command-line/src/command-line';
import { ageOf, momentOf } from './moment';

export const usage = `Looks after the events of all services, while they run and while they do not. What the words mean: docs/events.md.

Look:
  npm run events -- lag                              how far each consumer is behind, and each outbox unpublished
  npm run events -- parked                           events that failed and wait for your decision
  npm run events -- missing                          holes: events that have not come although later ones have
  npm run events -- reconcile [--grace <age>]        events that have not come at the end of their stream, where nothing else
                                                     shows it: compares all databases; ends with 1 when something is missing
  npm run events -- rejected [--limit <n>]           messages that are no events and were set aside, the newest 100

    --consumer <name>, --tenant <id>                 only of these        --json   as JSON, one a line, with everything there is
    --type <type of event>                           parked: only of this one

Decide about parked events:
  npm run events -- retry <consumer> <event id>      has it tried again, once its cause is gone
  npm run events -- retry <consumer> --all [--type <type of event>] [--tenant <id>]
                                                     the same with all that it parked; ends with 1 when one still breaks its schema
  npm run events -- discard <consumer> <event id> --reason <text>
                                                     gives it up for this consumer; what waits behind it goes on

Send again:
  npm run events -- replay <consumer>                sends it what all owners published: fills holes; what it has, it drops
  npm run events -- replay <consumer> --rebuild      the same after deleting what it has; for projections (planning.timeline, planning.steps,
                                                     planning.pipeline)
  npm run events -- resend <service> <consumer>      only from one owner, through Kafka, without the consumer's database

    --key <id>, --tenant <id>, --correlation <id>    only of one account, tenant, turn of the lifecycle
    --since <moment>                                 only what was made since

Delete what nobody needs any more:
  npm run events -- prune [<service>] --outbox-before <moment> --inbox-before <moment> --rejected-before <moment>
                                                     one of them or more; never what somebody still has to read

A moment is 2026-11-23, 2026-11-23T09:30:00Z, or an age: 90d, 12h, 30m. By default all of this is about the house of this machine. In a
deployment each service's databases are named by <SERVICE>_RELAY_DATABASE_URL and, for retry, discard and --rebuild,
<SERVICE>_DATABASE_URL; with KAFKA_BROKERS what is sent again goes through Kafka (docs/operations.md).`;

export interface Filter {
  consumer?: string;
  tenantId?: string;
}

export interface ParkedFilter extends Filter {
  type?: string;
}

/** What was asked for. */
export type EventsRequest =
  | { kind: 'lag' | 'missing'; filter: Filter; json: boolean }
  | { kind: 'parked'; filter: ParkedFilter; json: boolean }
  | { kind: 'reconcile'; filter: Filter; graceSeconds: number; json: boolean }
  | { kind: 'rejected'; filter: Filter; limit: number | null; json: boolean }
  | { kind: 'retry'; consumer: string; eventId: string }
  | { kind: 'retry'; consumer: string; filter: Omit<ParkedFilter, 'consumer'> }
  | { kind: 'discard'; consumer: string; eventId: string; reason: string }
  | { kind: 'replay'; consumer: string; rebuild: boolean; scope: ReplayScope }
  | { kind: 'resend'; service: string; consumer: string; scope: ReplayScope }
  | ({ kind: 'prune'; service: string | null } & PruneLimits);

type Values = ReturnType<typeof parsed>['values'];
type Option = keyof Values;

interface Command {
  /** What stands behind the command's name, in words. */
  takes: readonly string[];
  /** How many of these may be left out. */
  optional?: number;
  options: readonly Option[];
  request(positionals: readonly string[], values: Values, now: Date): EventsRequest;
}

const pruneOptions = ['outbox-before', 'inbox-before', 'rejected-before'] as const;
const scopeOptions = ['key', 'tenant', 'correlation', 'since'] as const;

const list = (kind: 'lag' | 'missing'): Command => ({
  takes: [],
  options: ['consumer', 'tenant', 'json'],
  request: (_, { json, ...values }) => ({
    kind,
    filter: filterOf(values),
    json: json === true,
  }),
});

const commands: Readonly<Record<EventsRequest['kind'], Command>> = {
  lag: list('lag'),
  parked: {
    takes: [],
    options: ['consumer', 'tenant', 'type', 'json'],
    request: (_, { json, ...values }) => ({ kind: 'parked', filter: parkedOf(values), json: json === true }),
  },
  missing: list('missing'),
  reconcile: {
    takes: [],
    options: ['consumer', 'tenant', 'grace', 'json'],
    request: (_, { grace = '60s', json, ...values }) => ({
      ...{ kind: 'reconcile', filter: filterOf(values), json: json === true },
      graceSeconds: ageOf('--grace', grace),
    }),
  },
  rejected: {
    takes: [],
    options: ['consumer', 'tenant', 'limit', 'json'],
    request(_, { limit, json, ...values }) {
      if (limit !== undefined && !/^[1-9]\d{0,5}$/.test(limit))
        throw new RangeError(`--limit must be a number from 1 to 999999, not "${limit}"`);
      return {
        ...{ kind: 'rejected', filter: filterOf(values), json: json === true },
        limit: limit === undefined ? null : Number(limit),
      };
    },
  },
  retry: {
    takes: ['the consumer', 'the id of the event'],
    optional: 1,
    options: ['all', 'type', 'tenant'],
    request([consumer = '', id], { all, ...values }) {
      if ((id === undefined) !== (all === true))
        throw new RangeError('retry takes the consumer and the id of the event, or the consumer and --all');
      if (id === undefined) return { kind: 'retry', consumer, filter: parkedOf(values) };
      if (Object.keys(values).length > 0) throw new RangeError('retry takes --type and --tenant with --all only');
      return { kind: 'retry', consumer, eventId: uuidOf('the id of the event', id) };
    },
  },
  discard: {
    takes: ['the consumer', 'the id of the event'],
    options: ['reason'],
    request([consumer = '', id = ''], { reason }) {
      if (!reason?.trim()) throw new RangeError('discard needs a --reason, which is kept with the event');
      return { kind: 'discard', consumer, eventId: uuidOf('the id of the event', id), reason: reason.trim() };
    },
  },
  replay: {
    takes: ['the consumer'],
    options: ['rebuild', ...scopeOptions],
    request: ([consumer = ''], values, now) => ({
      kind: 'replay',
      consumer,
      rebuild: values.rebuild === true,
      scope: scopeOf(values, now),
    }),
  },
  resend: {
    takes: ['the service that published', 'the consumer'],
    options: scopeOptions,
    request: ([service = '', consumer = ''], values, now) => ({
      kind: 'resend',
      service,
      consumer,
      scope: scopeOf(values, now),
    }),
  },
  prune: {
    takes: ['the service'],
    optional: 1,
    options: pruneOptions,
    request([service = null], values, now) {
      const [outboxBefore, inboxBefore, rejectedBefore] = pruneOptions.map((option) => {
        const given = values[option];
        return given === undefined ? undefined : momentOf(`--${option}`, given, now);
      });
      if (!outboxBefore && !inboxBefore && !rejectedBefore)
        throw new RangeError('prune needs --outbox-before, --inbox-before or --rejected-before, or several of them');
      return {
        kind: 'prune',
        service,
        ...(outboxBefore && { outboxBefore }),
        ...(inboxBefore && { inboxBefore }),
        ...(rejectedBefore && { rejectedBefore }),
      };
    },
  },
};

/** What was asked for; pure. RangeError says what is wrong with it, with the usage where nothing can be made of it; UsageAsked for help. */
export function eventsRequest(args: readonly string[], now: Date): EventsRequest {
  const { values, positionals } = parsed(args);
  const [name, ...given] = positionals;
  if (name === 'help') throw new UsageAsked(usage);
  const command = Object.entries(commands).find(([one]) => one === name)?.[1];
  if (!command) throw new RangeError(name === undefined ? usage : `there is no "${name}" here\n\n${usage}`);
  const { takes, optional = 0, options } = command;
  if (given.length > takes.length || given.length < takes.length - optional)
    throw new RangeError(`${name} takes ${takes.join(' and ') || 'no more words'}, see npm run events -- help`);
  const foreign = Object.keys(values).filter((option) => !options.includes(option as Option));
  if (foreign.length > 0)
    throw new RangeError(
      `${name} takes no --${foreign.join(', --')}; it takes ${options.map((option) => `--${option}`).join(', ') || 'none'}`,
    );
  return command.request(given, values, now);
}

function parsed(args: readonly string[]) {
  const [text, flag] = [{ type: 'string' }, { type: 'boolean' }] as const;
  const options = {
    ...{
      consumer: text,
      tenant: text,
      key: text,
      correlation: text,
      since: text,
      reason: text,
      limit: text,
      grace: text,
      type: text,
    },
    ...{ 'outbox-before': text, 'inbox-before': text, 'rejected-before': text, all: flag, rebuild: flag, json: flag },
  };
  return readCommandLine(usage, { allowPositionals: true, options }, args);
}

function filterOf({ consumer, tenant }: Pick<Values, 'consumer' | 'tenant'>): Filter {
  return { ...(consumer !== undefined && { consumer }), ...(tenant && { tenantId: uuidOf('--tenant', tenant) }) };
}

function parkedOf({ type, ...values }: Pick<Values, 'consumer' | 'tenant' | 'type'>): ParkedFilter {
  if (type !== undefined && !Object.hasOwn(eventTypes, type))
    throw new RangeError(`--type must be a type of event, such as fivepoint.deal.contract-signed.v1, not "${type}"`);
  return { ...filterOf(values), ...(type !== undefined && { type }) };
}

function scopeOf({ key, tenant, correlation, since }: Values, now: Date): ReplayScope {
  return {
    ...(key !== undefined && { key }),
    ...(tenant !== undefined && { tenantId: uuidOf('--tenant', tenant) }),
    ...(correlation !== undefined && { correlationId: correlation }),
    ...(since !== undefined && { since: momentOf('--since', since, now) }),
  };
}

function uuidOf(what: string, text: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text))
    throw new RangeError(`${what} must be a UUID, not "${text}"`);
  return text.toLowerCase();
}
