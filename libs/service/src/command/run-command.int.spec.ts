import { connected, type GraphClient, type ServiceUnderTest, whileLocked } from '@fivepoint/testing';
import { between, notesUnderTest } from '../spec/notes';

const write = `mutation ($input: WriteNoteInput!) {
  writeNote(input: $input) { __typename ... on Note { id } ... on DomainError { code } }
}`;

describe('two commands that write at the same moment what may be there once', () => {
  let service: ServiceUnderTest;
  let client: GraphClient;

  beforeAll(async () => {
    service = await notesUnderTest();
    client = await service.as();
  });
  afterEach(() => void (between.looking = async () => undefined));
  afterAll(() => service.stop());

  /** Both have looked and found nothing before either of them writes. */
  const bothHaveLooked = () => {
    let looked = 0;
    let go: () => void;
    const both = new Promise<void>((resolve) => (go = resolve));
    between.looking = () => {
      looked += 1;
      if (looked === 2) go();
      return both;
    };
  };

  it('the second is tried again, finds the row and answers what it would have answered later', async () => {
    bothHaveLooked();
    const answers = await Promise.all([1, 2].map(() => client.query(write, { input: { title: 'once' } })));
    expect(answers).toEqual(
      expect.arrayContaining([
        { writeNote: { __typename: 'Note', id: expect.any(String) } },
        { writeNote: { __typename: 'InvalidInput', code: 'INVALID_INPUT' } },
      ]),
    );
  });

  it('and where trying again does not help, it is a CONFLICT, and nothing was changed', async () => {
    await client.query(write, { input: { title: 'there' } });
    let tries = 0;
    between.looking = async () => void (tries += 1);
    expect(await client.raw(write, { input: { title: 'THERE', idempotencyKey: 'k' } })).toEqual({
      data: { writeNote: null },
      errors: [
        expect.objectContaining({
          message:
            'Somebody else wrote the same at the same moment and nothing was changed: read it again, then repeat.',
          extensions: { code: 'CONFLICT' },
        }),
      ],
    });
    expect(tries).toBe(2);
    const { writeNote } = await client.query<{ writeNote: { __typename: string } }>(write, {
      input: { title: 'else', idempotencyKey: 'k' },
    });
    expect(writeNote.__typename).toBe('Note');
  });
});

describe('commands that the database cannot do now', () => {
  let service: ServiceUnderTest;
  let client: GraphClient;

  beforeEach(async () => {
    service = await notesUnderTest();
    client = await service.as();
  });
  afterEach(() => service.stop());

  it('give up behind a lock that is not let go, change nothing, and keep no reader from its answer', async () => {
    // More than the pool has connections.
    const many = Array.from({ length: 20 }, (_, number) => number);
    await whileLocked(service.superuserUrl, 'lock table note in exclusive mode', [], async () => {
      const writing = many.map((n) => client.raw(write, { input: { title: `held ${n}`, idempotencyKey: `${n}` } }));
      const reading = client.query('{ notes { nodes { id } } }');
      const answers = await Promise.all(writing);
      expect(answers.map(({ errors }) => errors?.[0]?.extensions?.['code'])).toEqual(many.map(() => 'CONFLICT'));
      expect(await reading).toEqual({ notes: { nodes: [] } });
    });
    const again = await client.query<{ writeNote: { __typename: string } }>(write, {
      input: { title: 'held 0', idempotencyKey: '0' },
    });
    expect(again.writeNote.__typename).toBe('Note');
  });

  it('say while its disk is full that one may ask again, change nothing, and are done once there is room', async () => {
    const database = (sql: string) => connected(service.superuserUrl, (admin) => admin.query(sql));
    await database(`
      create function no_room() returns trigger language plpgsql as $$ begin
        raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$;
      create trigger no_room before insert on audit_entry for each row execute function no_room()`);
    const input = { title: 'room', idempotencyKey: 'room' };
    const { data, errors } = await client.raw(write, { input });
    expect(data).toEqual({ writeNote: null });
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
    expect(JSON.stringify(errors)).not.toContain('device');
    expect(await client.query('{ notes { nodes { id } } }')).toEqual({ notes: { nodes: [] } });
    await database('drop trigger no_room on audit_entry');
    for (const _time of [1, 2])
      expect(await client.query(write, { input })).toMatchObject({ writeNote: { __typename: 'Note' } });
    expect(await client.query('{ notes { nodes { title } } }')).toEqual({ notes: { nodes: [{ title: 'room' }] } });
  });
});
