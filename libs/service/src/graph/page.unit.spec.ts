import { validateSync } from 'class-validator';
import { connectionOf, cursorOf, keysetOf, PageArgs } from './page';

const id = '0197f2b0-0000-7000-8000-000000000001';
const order = 'Note BY ASC';
const refusal = 'after: must be a cursor that this list gave you, such as the endCursor of its last page';
const through = (values: unknown[], ...types: string[]) => {
  try {
    const keyset = keysetOf(cursorOf({ order, values: values as string[], id }), order, types);
    return keyset.values.length === values.length && keyset.values.every((value, index) => value === values[index]);
  } catch (error) {
    expect(error).toMatchObject({ message: refusal, extensions: { code: 'BAD_USER_INPUT' } });
    return false;
  }
};

describe('a cursor', () => {
  it('leads back to the row that it was given for', () => {
    expect(keysetOf(cursorOf({ order, values: ['CNY', '100'], id }), order, ['character', 'bigint'])).toEqual({
      order,
      values: ['CNY', '100'],
      id,
    });
    expect(keysetOf(cursorOf({ order, values: [], id }), order, [])).toEqual({ order, values: [], id });
  });

  it.each([
    ['uuid', id],
    ['date', '0001-01-01'],
    ['date', 'infinity'],
    ['date', '-infinity'],
    ['timestamp with time zone', '2026-06-01T08:00:00.000001Z'],
    ['smallint', '-32768'],
    ['integer', '2147483647'],
    ['bigint', '-9223372036854775808'],
    ['text', '湖南电信'],
    ['text', ''],
  ])('of a list by %s may hold %j', (type, value) => {
    expect(through([value], type)).toBe(true);
  });

  it.each([
    ['uuid', 'x'],
    ['uuid', `x${id}`],
    ['uuid', `${id}x`],
    ['date', '2026-02-30'],
    ['date', 'infinityx'],
    ['date', 'xinfinity'],
    ['timestamp with time zone', '2026-06-01'],
    ['timestamp with time zone', '2026-06-01T08:00:00.000Z'],
    ['timestamp with time zone', '2026-06-01T24:00:00.000000Z'],
    ['timestamp with time zone', '0000-06-01T08:00:00.000000Z'],
    ['timestamp with time zone', '2026-06-01Tx08:00:00.000000Z'],
    ['timestamp with time zone', '2026-06-01T08:00:00.000000Zx'],
    ['timestamp with time zone', '2026-06-01x08:00:00.000000Z'],
    ['timestamp with time zone', '+012026-06-01T08:00:00.000000Z'],
    ['smallint', '32768'],
    ['integer', '2147483648'],
    ['integer', '1.5'],
    ['integer', '1 '],
    ['integer', 'x1'],
    ['integer', ''],
    ['bigint', '9223372036854775808'],
    ['bigint', '10000000000000000000'],
    ['text', 'a\u0000b'],
    ['text', 7],
    ['text', null],
  ])('of a list by %s cannot hold %j', (type, value) => {
    expect(through([value], type)).toBe(false);
  });

  it('holds a value for each that the list is sorted by, and each of its own type', () => {
    expect(through(['CNY', '1'], 'character', 'bigint')).toBe(true);
    expect(through(['1', 'CNY'], 'character', 'bigint')).toBe(false);
    expect(through(['CNY'], 'character', 'bigint')).toBe(false);
    expect(through(['CNY', '1', '1'], 'character', 'bigint')).toBe(false);
  });

  it('goes on in the order that it was given in, and in no other', () => {
    const cursor = cursorOf({ order: 'Note BY DESC', values: ['a'], id });
    expect(() => keysetOf(cursor, order, ['text'])).toThrow('after: is a cursor of another order');
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '['],
    ['no list', '{"length":2}'],
    ['a text', `"${order}"`],
    ['no texts', `["${order}",["a"],"${id}"]`],
    ['another order alone', '["Note BY DESC"]'],
    ['more than an order', `["and Note BY DESC","a","${id}"]`],
    ['an order and more', `["Note BY DESC, ID","a","${id}"]`],
    ['too little', `["${order}"]`],
    ['too much', `["${order}","a","${id}","b"]`],
    ['no id', `["${order}","a","b"]`],
    ['no order', `["a","${id}"]`],
  ])('is nothing that a client has made up: %s', (_, json) => {
    expect(() => keysetOf(Buffer.from(json).toString('base64url'), order, ['text'])).toThrow(refusal);
  });
});

describe('a page', () => {
  const problemsWith = (first: number) =>
    validateSync(Object.assign(new PageArgs(), { first })).flatMap(({ constraints }) =>
      Object.values(constraints ?? {}),
    );

  it('has 1 to 100 rows', () => {
    expect([problemsWith(1), problemsWith(100)]).toEqual([[], []]);
    expect(problemsWith(0)).toEqual(['must be at least 1']);
    expect(problemsWith(101)).toEqual(['must be at most 100; follow pageInfo.endCursor for more']);
  });

  it('counts its list when asked, and no earlier', async () => {
    const DealConnection = connectionOf(class Deal {});
    const page = Object.assign(new DealConnection(), { counted: jest.fn(async () => 7) });
    expect(page.counted).not.toHaveBeenCalled();
    expect(await (page as unknown as { totalCount(): Promise<number> }).totalCount()).toBe(7);
  });
});
