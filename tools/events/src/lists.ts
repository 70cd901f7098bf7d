import { type ServiceName, serviceNames } from '@fivepoint/contracts';
import type { ConsumerLag, MissingEvent } from '@fivepoint/messaging';
import { consumerNamed, type EventsHouse, type ServiceEvents } from './events-house';
import type { Filter } from './options';
import type { ExitCode, Print } from './send-again';
import { table } from './table';

/** One thing to look at: how it is read from each service, and shown to a person. */
interface List<T> {
  read(events: ServiceEvents, filter: Filter, service: ServiceName): Promise<T[]>;
  show(rows: readonly T[]): string[];
}

type Publication = Awaited<ReturnType<ServiceEvents['publications']>>[number] & { service: ServiceName };

const lag: List<ConsumerLag | Publication> = {
  async read(events, filter, service) {
    const lags = await events.consumerLag(filter);
    if (filter.consumer !== undefined || filter.tenantId !== undefined) return lags;
    return [...lags, ...(await events.publications()).map((one) => ({ service, ...one }))];
  },
  show(rows) {
    const lags = rows.filter((row) => 'consumer' in row);
    const publications = rows.filter((row) => 'transport' in row);
    return [
      ...(lags.length > 0
        ? table(
            ['consumer', 'reads', 'pending', 'waiting', 'parked', 'missing', 'oldest s'],
            lags.map((one) => [
              ...[one.consumer, one.topic, one.pending, one.waiting, one.parked, one.missing],
              Math.round(one.oldestSeconds),
            ]),
          )
        : ['nobody has received anything']),
      ...(publications.length > 0
        ? [
            '',
            ...table(
              ['outbox of', 'published by', 'unpublished', 'oldest s'],
              publications.map((one) => [one.service, one.transport, one.unpublished, Math.round(one.oldestSeconds)]),
            ),
          ]
        : []),
    ];
  },
};

const missing: List<MissingEvent> = {
  read: (events, filter) => events.listMissing(filter),
  show: (rows) =>
    rows.length === 0
      ? ['nothing is missing']
      : [
          ...table(
            ['consumer', 'topic', 'tenant', 'key', 'missing', 'latest received'],
            rows.map((one) => [one.consumer, one.topic, one.tenantId, one.key, one.sequence, one.received]),
          ),
          '',
          'npm run events -- replay <consumer> --key <key> fills them',
        ],
};

const lists = { lag, missing } as const;

/** Shows one list, of every service within reach or of one consumer's. */
export async function show(
  house: EventsHouse,
  { kind, filter, json }: { kind: keyof typeof lists; filter: Filter; json: boolean },
  print: Print,
): Promise<ExitCode> {
  const { read, show: shown } = lists[kind] as List<object>;
  const services = concerned(house, filter);
  const rows: object[] = [];
  for (const service of services) rows.push(...(await read(house.events(service), filter, service)));
  for (const line of json ? rows.map(asJson) : shown(rows)) print(line);
  if (!json) sayUnreached(house, filter, print);
  return 0;
}

/** The services that a look is about: all within reach, or the one of the consumer. */
export const concerned = (house: EventsHouse, { consumer }: Filter): ServiceName[] =>
  consumer === undefined ? house.reachable() : [consumerNamed(consumer).service];

export function sayUnreached(house: EventsHouse, filter: Filter, print: Print): void {
  const unreached = serviceNames.filter((name) => !house.reachable().includes(name));
  if (filter.consumer === undefined && unreached.length > 0)
    print(`\nwithout ${unreached.join(', ')}, whose database is not named or not there`);
}

export const asJson = (row: object): string => JSON.stringify(row, bytesAsBase64);

/** A Buffer has become an object of numbers when the replacer sees it. */
function bytesAsBase64(_name: string, value: unknown): unknown {
  const isBuffer = value !== null && typeof value === 'object' && Reflect.get(value, 'type') === 'Buffer';
  return isBuffer ? Buffer.from(Reflect.get(value, 'data') as number[]).toString('base64') : value;
}
