import { systemClock } from '@fivepoint/kernel';
import type { ServiceDefinition } from '@fivepoint/service';
import type { GraphClient } from './graph-client';
import { masterDataOf } from './master-data-of';
import { mutate, type Result } from './mutate';
import { serviceUnderTest, type ServiceUnderTest } from './service-under-test';
import type { TestPerson } from './test-issuer';

type House<Name extends string> = Readonly<Record<Name, GraphClient>> & {
  readonly service: ServiceUnderTest;
  /** What its neighbours tell it. */
  readonly tell: ReturnType<typeof masterDataOf>;
  /** Runs a mutation; as the first of the people, unless another client is given. */
  readonly run: (mutation: string, input: object, client?: GraphClient) => Promise<Result>;
  /** The first day at the beginning of each spec; where none was given, it is today and stays so. */
  set today(day: string);
};

/**
 * A service on a database of its own for one spec file, or for each spec, with people at work. Call it within `describe`.
 * @param people the graph's clients by the names that specs give them
 * @param firstDay which day it is when a spec begins; left out, the clock is the machine's
 */
export function houseOf<Name extends string>(
  definition: ServiceDefinition,
  people: Readonly<Record<Name, Partial<TestPerson>>>,
  { per = 'file', firstDay }: { per?: 'file' | 'spec'; firstDay?: string } = {},
): House<Name> {
  const [before, after] = per === 'file' ? [beforeAll, afterAll] : [beforeEach, afterEach];
  const names = Object.keys(people) as Name[];
  const clients = new Map<Name, GraphClient>();
  const clientOf = (name: Name | undefined): GraphClient => {
    const client = name === undefined ? undefined : clients.get(name);
    if (!client) throw new Error(`nobody is at work as ${name} outside of a spec`);
    return client;
  };
  let service: ServiceUnderTest;
  let day = firstDay;

  beforeEach(() => {
    day = firstDay;
  });
  before(async () => {
    service = await serviceUnderTest(definition, firstDay ? { now: () => new Date(`${day}T04:00:00Z`) } : systemClock);
    for (const name of names) clients.set(name, await service.as(people[name]));
  });
  after(() => service.stop());

  const house = {
    get service() {
      return service;
    },
    tell: masterDataOf({ receive: (...event) => service.receive(...event) }),
    run: (mutation: string, input: object, client = clientOf(names[0])) => mutate(client, mutation, input),
    set today(other: string) {
      day = other;
    },
  };
  for (const name of names) Object.defineProperty(house, name, { get: () => clientOf(name) });
  return house as House<Name>;
}
