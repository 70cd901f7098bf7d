import { camel, consumerPath, type Handoff } from './handoff';

/** The new files of a handoff, by path, each as it compiles and passes from the start; what is particular to it is for its author to add. */
export function newFiles(handoff: Handoff): Map<string, string> {
  const { from, to, event } = handoff;
  const contract = `libs/contracts/events/${from}/${event}.v1`;
  const shape = to === 'planning' ? inPlanning : from === 'planning' ? ofPlanning : betweenOthers;
  return new Map([
    [`${contract}.schema.json`, schema(handoff)],
    [`${contract}.example.json`, example(handoff)],
    [announcePath(handoff), announce(handoff)],
    [consumerPath(handoff), shape.consumer(handoff)],
    [specPath(handoff), shape.spec(handoff)],
  ]);
}

export const announcePath = ({ from, thing, event }: Handoff): string =>
  `apps/${from}/src/${thing}/announce-${event}.ts`;

export const specPath = (handoff: Handoff): string => consumerPath(handoff).replace(/\.ts$/, '.int.spec.ts');

/** Indented, so that the formatter keeps one value a line. */
const json = (value: object): string => JSON.stringify(value, null, 2);

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The id of what the event is about, where that is not the account itself. */
const ownId = ({ idField }: Handoff): string | null => (idField === 'accountId' ? null : idField);

function schema(handoff: Handoff): string {
  const { from, to, event, words, term, thing } = handoff;
  const id = ownId(handoff);
  const uuid = '../common.schema.json#/$defs/Uuid';
  return json({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `https://fivepoint.example/events/${from}/${event}.v1.schema.json`,
    title: `${sentence(words)} (${term})`,
    description: `${sentence(from)} says that this became true: ${words}. ${sentence(to)} acts on it.`,
    'x-owner': from,
    'x-key': '/accountId',
    type: 'object',
    properties: {
      ...(id && { [id]: { description: `The ${thing.replaceAll('-', ' ')} that it is about.`, $ref: uuid } }),
      accountId: { description: 'The account (客户).', $ref: uuid },
    },
    required: [...(id ? [id] : []), 'accountId'],
  });
}

/** Ids of the story that all examples tell: its account, and its things where it has them. */
const story: Readonly<Record<string, string>> = {
  accountId: '019b8b80-0000-7000-8000-000000000011',
  contractId: '019b8b80-0000-7000-8000-000000000080',
  dealId: '019b8b80-0000-7000-8000-000000000070',
};

function example(handoff: Handoff): string {
  const id = ownId(handoff);
  return json({
    ...(id && { [id]: story[id] ?? '019b8b80-0000-7000-8000-0000000000f0' }),
    accountId: story['accountId'],
  });
}

function announce({ from, to, name, type, words, idField }: Handoff): string {
  return `import type { ${name}V1 } from '@fivepoint/contracts';
import type { Command } from '@fivepoint/service';

/** ${from} → ${to}: ${words}. Called by the command that makes it true; \`correlationId\` is the turn of what it is about. */
export function announce${name}(command: Command, correlationId: string, data: ${name}V1): void {
  command.emit({
    type: '${type}',
    key: data.accountId,
    subject: data.${idField},
    correlationId,
    data,
  });
}
`;
}

function consumer({ from, to, name, type, words }: Handoff): string {
  return `import { on } from '@fivepoint/messaging';
import { type Command, notKnownYet } from '@fivepoint/service';

/** ${from} → ${to}: ${words}. */
export const on${name} = on('${type}', async (command: Command, { data, origin }) => {
  // Recorded history opens no work.
  if (origin === 'import') return undefined;
  const missing = await notKnownYet(command, 'account', data.accountId);
  if (missing) return missing;
  // Here goes the command that a resolver of ${to} would call, and its refusal is the answer:
  //   const done = await …(command, data);
  //   return done instanceof DomainError ? done : undefined;
  return undefined;
});
`;
}

/** Planning has the accounts themselves: an event about one that it does not have is parked. */
function consumerInPlanning({ from, name, type, words }: Handoff): string {
  return `import { on } from '@fivepoint/messaging';
import { type Command, NotFound } from '@fivepoint/service';
import { Account } from '../account/account';

/** ${from} → planning: ${words}. */
export const on${name} = on('${type}', async (command: Command, { data }) => {
  if (!(await command.manager.existsBy(Account, { tenantId: command.tenantId, id: data.accountId })))
    return new NotFound('Account', data.accountId);
  // Here goes the command that a resolver of planning would call, and its refusal is the answer:
  //   const done = await …(command, data);
  //   return done instanceof DomainError ? done : undefined;
  return undefined;
});
`;
}

/** Planning tells of an account's registration first, and in the same stream: to wait for it would be to wait for what stands behind. */
function consumerOfPlanning({ to, name, type, words }: Handoff): string {
  return `import { on } from '@fivepoint/messaging';
import { type Command, known, NotFound } from '@fivepoint/service';

/** planning → ${to}: ${words}. */
export const on${name} = on('${type}', async (command: Command, { data, origin }) => {
  // Recorded history opens no work.
  if (origin === 'import') return undefined;
  // Planning's events of an account come in order: the one that registered it has come before.
  if (!(await known(command.manager, command.tenantId, 'account', data.accountId)))
    return new NotFound('Account', data.accountId);
  // Here goes the command that a resolver of ${to} would call, and its refusal is the answer:
  //   const done = await …(command, data);
  //   return done instanceof DomainError ? done : undefined;
  return undefined;
});
`;
}

/** A spec of the reader, on its real database, with the owner's example. */
const specOf = ({ from, to, words }: Handoff, imports: string, test: string): string => `${imports}
import { ${camel(to)} as definition } from '../service';

describe('when ${from} says: ${words}', () => {
  let service: ServiceUnderTest;

  beforeAll(async () => {
    service = await serviceUnderTest(definition);
  });
  afterAll(() => service.stop());

  ${test.trim()}
});
`;

function spec(handoff: Handoff): string {
  const { to, type, idField } = handoff;
  return specOf(
    handoff,
    `import { eventually, exampleOf, serviceUnderTest, type ServiceUnderTest } from '@fivepoint/testing';`,
    `
  it('waits for its account, and is handled as soon as that is known', async () => {
    const data = exampleOf('${type}');
    const { accountId } = data;
    const event = await service.receive('${type}', data, { subject: data.${idField}, unfinished: true });
    await eventually(async () => expect(await service.outcome(event)).not.toEqual({ '${to}': 'RECEIVED' }));
    expect(await service.outcome(event)).toEqual({ '${to}': 'WAITING' });
    await service.receive(
      'fivepoint.planning.account-registered.v1',
      { accountId, name: '湖南电信', level: 'PROVINCE' },
      { subject: accountId },
    );
    await service.receiveAgain(event);
    expect(await service.parked()).toEqual([]);
    expect(await service.outcome(event)).toEqual({ '${to}': 'DONE' });
  });`,
  );
}

function specInPlanning(handoff: Handoff): string {
  const { type, idField } = handoff;
  return specOf(
    handoff,
    `import { exampleOf, serviceUnderTest, type ServiceUnderTest } from '@fivepoint/testing';
import { makeAccount } from '../spec/house';`,
    `
  it('is handled for an account that planning has', async () => {
    const accountId = await makeAccount(await service.as());
    const data = { ...exampleOf('${type}'), accountId };
    const event = await service.receive('${type}', data, { subject: data.${idField} });
    expect(await service.parked()).toEqual([]);
    expect(await service.outcome(event)).toMatchObject({ planning: 'DONE' });
  });`,
  );
}

function specOfPlanning(handoff: Handoff): string {
  const { to, type, idField } = handoff;
  return specOf(
    handoff,
    `import { exampleOf, serviceUnderTest, type ServiceUnderTest } from '@fivepoint/testing';`,
    `
  it('is handled for an account of which planning has told before', async () => {
    const data = exampleOf('${type}');
    const { accountId } = data;
    await service.receive(
      'fivepoint.planning.account-registered.v1',
      { accountId, name: '湖南电信', level: 'PROVINCE' },
      { subject: accountId },
    );
    const event = await service.receive('${type}', data, { subject: data.${idField} });
    expect(await service.parked()).toEqual([]);
    expect(await service.outcome(event)).toEqual({ '${to}': 'DONE' });
  });`,
  );
}

/** How the reader comes by the account, which differs with who tells and who is told. */
const inPlanning = { consumer: consumerInPlanning, spec: specInPlanning };
const ofPlanning = { consumer: consumerOfPlanning, spec: specOfPlanning };
const betweenOthers = { consumer, spec };
