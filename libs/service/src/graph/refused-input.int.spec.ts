import { type GraphAnswer, type GraphClient, type ServiceUnderTest } from '@fivepoint/testing';
import { notesUnderTest } from '../spec/notes';
import { cursorOf } from './page';

const write = `mutation ($input: WriteNoteInput!) { writeNote(input: $input) { __typename ... on Note { id day number } } }`;
const secret = 'hunter2'.repeat(10_000);

describe('input that no retry can make right', () => {
  let service: ServiceUnderTest;
  let client: GraphClient;

  beforeAll(async () => {
    service = await notesUnderTest();
    client = await service.as();
    for (const title of ['a', 'b', 'c']) await client.query(write, { input: { title, number: 7 } });
  });
  afterAll(() => service.stop());

  const refusedWith = (answer: GraphAnswer, message: RegExp | string, code = 'BAD_USER_INPUT') =>
    expect(answer.errors).toEqual([
      expect.objectContaining({
        message: typeof message === 'string' ? message : expect.stringMatching(message),
        extensions: { code },
      }),
    ]);

  describe('text that cannot be kept', () => {
    it.each([
      ['the character NUL', 'a\0b'],
      ['half a surrogate pair', 'a\ud83d'],
    ])('with %s is refused wherever it stands, before anything is done', async (_, text) => {
      const readable = 'must be text without the character NUL (U+0000) and without half surrogate pairs';
      refusedWith(await client.raw(write, { input: { title: text } }), `"input.title" ${readable}`);
      refusedWith(await client.raw(write, { input: { title: 'x', idempotencyKey: text } }), /^"input.idempotencyKey" /);
      refusedWith(
        await client.raw(write, { input: { title: 'x', lines: [{ text: 'y' }, { text }] } }),
        /^"input.lines.1.text" /,
      );
      const literal = `mutation { writeNote(input: { title: ${JSON.stringify(text).replace('\ud83d', '\\ud83d')} }) { __typename } }`;
      const answer = await client.raw(literal);
      expect(answer.errors).toHaveLength(1);
      expect(answer.data).toBeUndefined();
    });

    it('is not text that only looks strange', async () => {
      const title = '💡 \u0001 合同';
      expect(await client.query(write, { input: { title } })).toMatchObject({ writeNote: { __typename: 'Note' } });
    });
  });

  describe('a day or a time', () => {
    it.each(['0000-01-01', '2026-02-30', '26-01-01', '12026-01-01', 'today'])('is not %s', async (day) => {
      const right = 'LocalDate must be a real day written YYYY-MM-DD, such as 2026-03-31, in the years 0001 to 9999';
      refusedWith(
        await client.raw(write, { input: { title: 'x', day } }),
        `The value of "input.day" is not valid: ${right}`,
      );
      const literal = `mutation { writeNote(input: { title: "x", day: "${day}" }) { __typename } }`;
      refusedWith(await client.raw(literal), right, 'GRAPHQL_VALIDATION_FAILED');
    });

    it.each(['0000-12-31T23:59:59Z', '2026-02-30T00:00:00Z', 'now'])('is not %s, either', async (at) => {
      refusedWith(await client.raw(write, { input: { title: 'x', at } }), /"input.at" is not valid: DateTime must be /);
    });

    it('may be the first and the last', async () => {
      for (const day of ['0001-01-01', '9999-12-31'])
        expect(await client.query(write, { input: { title: day, day } })).toMatchObject({ writeNote: { day } });
    });
  });

  it('that the database is the first to notice is told without its words', async () => {
    refusedWith(
      await client.raw(write, { input: { title: 'x', number: 40_000 } }),
      'A number is larger than can be kept; send one nearer to zero.',
    );
  });

  describe('a cursor', () => {
    const id = '0197f2b0-0000-7000-8000-000000000001';
    const page = (by: string, after: string) =>
      client.raw(`query ($by: String!, $after: String) { notes(by: $by, after: $after) { nodes { id } } }`, {
        by,
        after,
      });

    it.each([
      ['id', 'x', id],
      ['id', id, 'x'],
      ['day', '0000-01-01', id],
      ['day', '2026-02-30', id],
      ['createdAt', 'yesterday', id],
      ['createdAt', '0000-01-01T00:00:00.000Z', id],
      ['createdAt', '+012026-01-01T00:00:00.000Z', id],
      ['number', '40000', id],
      ['number', '1.5', id],
      ['title', 'a\0b', id],
      ['title', 'a\ud83d', id],
    ])('of a list by %s is none with the value %j and the id %s', async (by, value, rowId) => {
      refusedWith(await page(by, cursorOf({ value, id: rowId })), /^after must be a cursor that this list gave you/);
    });

    it.each(['not base64', Buffer.from('[1,2]').toString('base64url'), Buffer.from('{}').toString('base64url')])(
      'is not %s',
      async (after) => refusedWith(await page('id', after), /^after must be a cursor that this list gave you/),
    );

    it.each(['id', 'day', 'createdAt', 'number', 'title'])('of a list by %s leads on', async (by) => {
      const one = `query ($by: String!, $after: String) { notes(by: $by, first: 1, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } } }`;
      interface Page {
        notes: { nodes: { id: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
      }
      const seen: string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const { notes }: Page = await client.query<Page>(one, { by, after });
        seen.push(...notes.nodes.map((note) => note.id));
        after = notes.pageInfo.endCursor;
        more = notes.pageInfo.hasNextPage;
      }
      const { notes } = await client.query<{ notes: { totalCount: number } }>('{ notes { totalCount } }');
      expect(new Set(seen).size).toBe(notes.totalCount);
      expect(seen).toHaveLength(notes.totalCount);
    });
  });

  describe('an input within an input', () => {
    it('is validated however deep it is, though no field asks for it', async () => {
      const lines = [{ text: 'short' }, { text: 'fine', below: [{ text: 'too long' }] }];
      refusedWith(
        await client.raw(write, { input: { title: '', lines, end: { text: 'too long, too' } } }),
        'title must have 1 to 50 characters; lines.1.below.0: text may have at most 5 characters; end: text may have at most 5 characters',
      );
    });

    it('costs a bulk command only its own row', async () => {
      const record = `mutation ($rows: [PastNoteRow!]!) { recordPastNotes(input: { rows: $rows }) { rows { status code problem } } }`;
      const rows = ['one', 'much too long', 'two'].map((externalId) => ({ externalId }));
      expect(await client.query(record, { rows })).toEqual({
        recordPastNotes: {
          rows: [
            { status: 'RECORDED', code: null, problem: null },
            { status: 'REFUSED', code: 'BAD_USER_INPUT', problem: 'externalId may have at most 5 characters' },
            { status: 'RECORDED', code: null, problem: null },
          ],
        },
      });
    });
  });

  describe('is not repeated', () => {
    it.each([
      ['aboutId', secret],
      ['colour', secret],
      ['day', secret],
      ['at', secret],
      ['number', secret],
      ['title', { secret }],
      ['lines', [{ text: 'a', [secret]: 1 }]],
      ['end', secret],
    ])('as a variable: %s', async (field, value) => {
      const answer = await client.raw(write, { input: { title: 'x', [field]: value } });
      expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      expect(JSON.stringify(answer).length).toBeLessThan(500);
      expect(answer.errors?.[0]?.message).toContain(field === 'lines' ? 'input.lines' : `input.${field}`);
      if (field !== 'lines') expect(JSON.stringify(answer)).not.toContain('hunter2');
    });

    it('though it looks like the end of a message', async () => {
      refusedWith(
        await client.raw(write, { input: { title: 'x', number: 'a; hunter2', lines: [{ text: 'b', below: [{}] }] } }),
        'The value of "input.number" is not valid: Int cannot represent non-integer value; ' +
          'The value of "input.lines[0].below[0]" is not valid: Field "text" of required type "String!" was not provided.',
      );
    });

    it('a hundred thousand times: the first problems are enough', async () => {
      const answer = await client.raw(write, { input: { title: 'x', lines: Array(100_000).fill({ text: 1 }) } });
      refusedWith(
        answer,
        /^(The value of "input.lines\[\d\].text" is not valid: String cannot represent[^;]*(; |$)){5}$/,
      );
    });

    it.each(['aboutId', 'colour', 'day', 'at', 'number', 'lines', 'end'])('in the text: %s', async (field) => {
      const answer = await client.raw(
        `mutation { writeNote(input: { title: "x", ${field}: "${secret}" }) { __typename } }`,
      );
      expect(answer.errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
      expect(JSON.stringify(answer)).not.toContain('hunter2');
    });
  });
});
