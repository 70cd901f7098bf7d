import { type GraphAnswer, type GraphClient, type ServiceUnderTest } from '@fivepoint/testing';
import { notesUnderTest } from '../spec/notes';
import { cursorOf } from './page';

const write = `mutation ($input: WriteNoteInput!) { writeNote(input: $input) { __typename ... on Note { id title day number } } }`;
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

  it.each([1e30, 1.5, '1e30', `1${'0'.repeat(18)}`, '1,000', '0.0000001', '', '-', 'NaN'])(
    'an amount is not %j',
    async (amount) => {
      refusedWith(
        await client.raw(write, { input: { title: 'x', price: { amount, currency: 'CNY' } } }),
        /^The value of "input.price.amount" is not valid: Decimal must be .* at most 18 digits/,
      );
    },
  );

  it('that the database is the first to notice is told without its words', async () => {
    refusedWith(
      await client.raw(write, { input: { title: 'x', number: 40_000 } }),
      'A number is larger than can be kept; send one nearer to zero.',
    );
  });

  describe('a cursor', () => {
    const id = '0197f2b0-0000-7000-8000-000000000001';
    const page = (field: string, after: string) =>
      client.raw(
        `query ($field: NoteOrderField!, $after: String) { notes(orderBy: { field: $field }, after: $after) { nodes { id } } }`,
        { field, after },
      );
    const none = /^after: must be a cursor that this list gave you/;

    it.each([
      ['CREATED_AT', [], 'x'],
      ['CREATED_AT', [id], id],
      ['DAY', ['0000-01-01'], id],
      ['DAY', ['2026-02-30'], id],
      ['DAY', ['2026-02-03'], 'x'],
      ['DAY', [], id],
      ['WRITTEN_AT', ['yesterday'], id],
      ['WRITTEN_AT', ['0000-01-01T00:00:00.000000Z'], id],
      ['WRITTEN_AT', ['2026-01-01T24:00:00.000000Z'], id],
      ['WRITTEN_AT', ['+012026-01-01T00:00:00.000000Z'], id],
      ['NUMBER', ['40000'], id],
      ['NUMBER', ['1.5'], id],
      ['PRICE', ['CNY', '9223372036854775808'], id],
      ['PRICE', ['CNY'], id],
      ['TITLE', ['a\0b'], id],
      ['TITLE', ['a\ud83d'], id],
    ])('of a list by %s is none with the values %j and the id %s', async (field, values, rowId) => {
      refusedWith(await page(field, cursorOf({ order: `Note ${field} ASC`, values, id: rowId })), none);
    });

    it.each([
      '',
      'not base64',
      Buffer.from('[1,2]').toString('base64url'),
      Buffer.from('{}').toString('base64url'),
      Buffer.from('[]').toString('base64url'),
    ])('is not %j', async (after) => refusedWith(await page('CREATED_AT', after), none));

    it.each(['Note CREATED_AT DESC', 'Note DAY ASC', 'Other CREATED_AT ASC'])(
      'of another order, %s, is told as what it is',
      async (order) =>
        refusedWith(
          await page('CREATED_AT', cursorOf({ order, values: [], id })),
          'after: is a cursor of another order; go on with the same orderBy, or begin again without it',
        ),
    );
  });

  describe('out of range', () => {
    const refusals = `mutation ($input: WriteNoteInput!) {
      writeNote(input: $input) { __typename ... on DomainError { code message } ... on InvalidInput { problems { path message } } }
    }`;
    const text = (max: number) => `must have 1 to ${max} characters, and not only blanks`;

    it('is an answer of the command, with every problem and its place, however deep it is', async () => {
      const input = {
        idempotencyKey: ' ',
        title: '',
        lines: [{ text: 'short' }, { text: 'fine', below: [{ text: 'too long' }] }],
        end: { text: 'too long, too' },
        price: { amount: '1.5', currency: 'JPY' },
      };
      const problems = [
        { path: 'idempotencyKey', message: text(200) },
        { path: 'title', message: text(50) },
        { path: 'lines.1.below.0.text', message: text(5) },
        { path: 'end.text', message: text(5) },
        {
          path: 'price.amount',
          message: 'JPY has 0 decimals, so the amount must look like 1250000, not 1.5',
        },
      ];
      const { writeNote } = await client.query<{ writeNote: { problems: { path: string }[] } }>(refusals, { input });
      expect(writeNote).toMatchObject({ __typename: 'InvalidInput', code: 'INVALID_INPUT' });
      expect([...writeNote.problems].sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual(
        [...problems].sort((a, b) => (a.path < b.path ? -1 : 1)),
      );
    });

    it.each([
      ['lines', { lines: [] }, 'must be 1 to 3; write the rest on another note'],
      ['lines', { lines: Array(4).fill({ text: 'a' }) }, 'must be 1 to 3; write the rest on another note'],
      ['title', { title: '字'.repeat(51) }, text(50)],
      ['title', { title: '\u200b \u2060\u0007' }, text(50)],
      ['price.currency', { price: { amount: '1', currency: 'cny' } }, /^must be an active ISO 4217 code in upper case/],
      ['price.currency', { price: { amount: '1', currency: 'XXX' } }, /^must be an active ISO 4217 code in upper case/],
      ['price.amount', { price: { amount: '99999999999999999', currency: 'CNY' } }, /^money must be within/],
    ])('%s: %j', async (path, fields, message) => {
      const right = typeof message === 'string' ? message : expect.stringMatching(message);
      expect(await client.query(refusals, { input: { title: 'x', ...fields } })).toMatchObject({
        writeNote: { problems: [{ path, message: right as string }] },
      });
    });

    it('and nothing of what is in range is refused', async () => {
      const input = {
        title: '😀'.repeat(50),
        lines: [{ text: '五个汉字呀' }],
        price: { amount: '92233720368547758.07', currency: 'CNY' },
      };
      expect(await client.query(write, { input })).toMatchObject({ writeNote: { __typename: 'Note' } });
    });

    it('nor are the blanks around a text, which are not kept, in whatever script and however deep', async () => {
      const of5 = ' \u3000short\n ';
      const input = { title: ' trimmed \u3000', lines: [{ text: of5, below: [{ text: of5 }] }], end: { text: of5 } };
      const keyed = (idempotencyKey: string) => client.query(write, { input: { ...input, idempotencyKey } });
      const written = await keyed(' blank ');
      expect(written).toMatchObject({ writeNote: { __typename: 'Note', title: 'trimmed' } });
      expect(await keyed('blank')).toEqual(written);
      const record = `mutation ($rows: [PastNoteRow!]!) { recordPastNotes(input: { rows: $rows }) { rows { externalId status } } }`;
      expect(await client.query(record, { rows: [{ externalId: ` y${' '.repeat(100)}` }] })).toEqual({
        recordPastNotes: { rows: [{ externalId: 'y', status: 'RECORDED' }] },
      });
    });

    it('nor is what looks like another text and is written otherwise: it is kept as that', async () => {
      const titles = ['\u200b Cafe\u0301\u2060\ufeff\u0007', '葛\u{e0100}'].map(async (title) => {
        const written = await client.query<{ writeNote: { title: string } }>(write, { input: { title } });
        return written.writeNote.title;
      });
      expect(await Promise.all(titles)).toEqual(['Caf\u00e9', '葛\u{e0100}']);
      const found = 'query ($filter: NoteFilter) { notes(filter: $filter) { nodes { title } } }';
      for (const titleContains of ['CAFE\u0301', 'caf\u00e9'])
        expect(await client.query(found, { filter: { titleContains } })).toEqual({
          notes: { nodes: [{ title: 'Caf\u00e9' }] },
        });
    });

    it('is an error of a query, which has no such answer', async () => {
      const page = (first: number) =>
        client.raw('query ($first: Int!) { notes(first: $first) { nodes { id } } }', { first });
      refusedWith(await page(0), 'first: must be at least 1');
      refusedWith(await page(101), 'first: must be at most 100; follow pageInfo.endCursor for more');
    });

    it('also below the root, and whatever is out of it: a page, a number, a day, a span that ends before it begins', async () => {
      const below = (args: string) => client.raw(`{ notes { nodes { notesOnIt(${args}) { nodes { id } } } } }`);
      refusedWith(await client.raw('{ notes(first: -1) { nodes { id } } }'), 'first: must be at least 1');
      const answer = await below('first: -1');
      expect(answer.errors?.[0]).toMatchObject({
        message: 'first: must be at least 1',
        path: expect.anything() as unknown,
      });
      const reversed = { dueFrom: '2026-03-02', dueTo: '2026-03-01' };
      const spans = 'query ($filter: NoteFilter) { notes(filter: $filter) { nodes { id } totalCount } }';
      refusedWith(
        await client.raw(spans, { filter: reversed }),
        'filter.dueTo: must not be before dueFrom, 2026-03-02',
      );
      expect(
        (await below('filter: { dueFrom: "2026-03-02", dueTo: "2026-03-01" }')).errors?.map(({ message }) => message),
      ).toContain('filter.dueTo: must not be before dueFrom, 2026-03-02');
      for (const span of [
        { dueFrom: '2026-03-01', dueTo: '2026-03-01' },
        { dueFrom: '2026-03-02', dueTo: null },
      ])
        expect((await client.raw(spans, { filter: span })).errors).toBeUndefined();
      refusedWith(
        await client.raw(spans, { filter: { dueFrom: '99999-01-01' } }),
        /^The value of "filter.dueFrom" is not valid: LocalDate must be/,
      );
    });

    it('costs a bulk command only its own row', async () => {
      const record = `mutation ($rows: [PastNoteRow!]!) { recordPastNotes(input: { rows: $rows }) { rows { status code problem } } }`;
      const rows = ['one', 'much too long', 'two'].map((externalId) => ({ externalId }));
      expect(await client.query(record, { rows })).toEqual({
        recordPastNotes: {
          rows: [
            { status: 'RECORDED', code: null, problem: null },
            { status: 'REFUSED', code: 'INVALID_INPUT', problem: `externalId: ${text(5)}` },
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
