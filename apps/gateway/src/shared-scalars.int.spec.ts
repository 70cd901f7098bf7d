import { type House, house } from './spec/house';
import { secret, type ThrowAwaySubgraph, throwAwaySubgraph } from './spec/throw-away-subgraph';

const right = {
  UUID: 'UUID must be a UUID, such as 019b8b80-0000-7000-8000-000000000001',
  LocalDate: 'LocalDate must be a real day written YYYY-MM-DD, such as 2026-03-31, in the years 0001 to 9999',
  DateTime: 'DateTime must be an instant in RFC 3339, such as 2026-03-31T02:00:00Z, in the years 0001 to 9999',
  Decimal:
    'Decimal must be a string such as "1250000.00": at most 18 digits, with or without a point and at most 6 behind it; no separators, no exponent',
};
const id = '019b8b80-0000-7000-8000-000000000001';

describe('a value of a shared scalar', () => {
  let subgraphs: ThrowAwaySubgraph[];
  let here: House;

  beforeAll(async () => {
    const notes = await throwAwaySubgraph(
      'notes',
      `scalar UUID scalar LocalDate scalar DateTime scalar Decimal
       type Query { note(id: UUID!): String, notes(filter: NoteFilter, at: DateTime): String }
       input NoteFilter { ids: [UUID!], day: LocalDate, price: Price, name: String }
       input Price { amount: Decimal! }`,
      () => ({ Query: { note: () => 'one', notes: () => 'many' } }),
    );
    const deals = await throwAwaySubgraph('deals', 'type Query { deals: String }', () => ({
      Query: { deals: () => 'all' },
    }));
    subgraphs = [notes, deals];
    here = await house('local', subgraphs);
  });
  afterAll(async () => {
    await here.stop();
    await Promise.all(subgraphs.map((one) => one.stop()));
  });

  const refused = async (query: string, message: string, variables: object = {}) => {
    const before = subgraphs.map(({ requests }) => requests.length);
    // twice, for the second time the text is known
    for (let attempt = 1; attempt <= 2; attempt += 1)
      expect(await here.client.raw(query, variables)).toEqual({
        errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }],
      });
    expect(subgraphs.map(({ requests }) => requests.length)).toEqual(before);
  };

  it.each([
    [`{ note(id: "${secret}") deals }`, `The value of "note.id" is not valid: ${right.UUID}`],
    [`{ one: note(id: 1) deals }`, `The value of "note.id" is not valid: ${right.UUID}`],
    [`{ note(id: ["${id}"]) deals }`, `The value of "note.id" is not valid: ${right.UUID}`],
    [
      `{ notes(filter: { ids: ["${id}", "x"] }) deals }`,
      `The value of "notes.filter.ids[1]" is not valid: ${right.UUID}`,
    ],
    ['{ notes(filter: { ids: "x" }) deals }', `The value of "notes.filter.ids" is not valid: ${right.UUID}`],
    [
      '{ notes(filter: { day: "2026-02-30" }) deals }',
      `The value of "notes.filter.day" is not valid: ${right.LocalDate}`,
    ],
    [
      '{ notes(filter: { price: { amount: "1,000" } }) deals }',
      `The value of "notes.filter.price.amount" is not valid: ${right.Decimal}`,
    ],
    [
      '{ ...N deals } fragment N on Query { notes(at: "now") }',
      `The value of "notes.at" is not valid: ${right.DateTime}`,
    ],
    ['query ($id: UUID! = "x") { note(id: $id) deals }', `The value of "id" is not valid: ${right.UUID}`],
    [
      '{ note(id: "x") notes(at: "now") deals }',
      `The value of "note.id" is not valid: ${right.UUID}; The value of "notes.at" is not valid: ${right.DateTime}`,
    ],
  ])('in the text is refused before any service is asked: %s', (query, message) => refused(query, message));

  it('is told of five times at most', () =>
    refused(
      `{ notes(filter: { ids: [${'"x" '.repeat(6)}] }) }`,
      [0, 1, 2, 3, 4].map((at) => `The value of "notes.filter.ids[${at}]" is not valid: ${right.UUID}`).join('; '),
    ));

  it('as a variable is refused in the same words', async () => {
    await refused('query ($id: UUID!) { note(id: $id) deals }', `The value of "id" is not valid: ${right.UUID}`, {
      id: secret,
    });
    await refused(
      'query ($filter: NoteFilter) { notes(filter: $filter) deals }',
      `The value of "filter.day" is not valid: ${right.LocalDate}`,
      { filter: { day: 'today' } },
    );
  });

  it('that fits is passed on, however it is written', async () => {
    const query = `query ($id: UUID!, $day: LocalDate, $ids: [UUID!] = ["${id}"]) {
      note(id: "${id.toUpperCase()}")
      again: note(id: $id)
      notes(filter: { ids: null, day: $day, price: { amount: 1000.5 }, name: "x" }, at: "2026-03-31T02:00:00Z")
      single: notes(filter: { ids: "${id}", price: { amount: "-1.5" } }, at: null)
      many: notes(filter: { ids: $ids, price: { amount: 1 } })
      deals
    }`;
    expect(await here.client.raw(query, { id, day: '2026-03-31' })).toEqual({
      data: { note: 'one', again: 'one', notes: 'many', single: 'many', many: 'many', deals: 'all' },
    });
  });
});
