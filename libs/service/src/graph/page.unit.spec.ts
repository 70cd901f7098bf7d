import { cursorOf, keysetOf } from './page';

const id = '0197f2b0-0000-7000-8000-000000000001';
const refusal = 'after must be a cursor that this list gave you, such as the endCursor of its last page';
const through = (value: unknown, type: string) => {
  try {
    return keysetOf(cursorOf({ value: value as string, id }), type).value === value;
  } catch (error) {
    expect(error).toMatchObject({ message: refusal, extensions: { code: 'BAD_USER_INPUT' } });
    return false;
  }
};

describe('a cursor', () => {
  it('leads back to the row that it was given for', () => {
    expect(keysetOf(cursorOf({ value: '湖南电信', id }), 'text')).toEqual({ value: '湖南电信', id });
  });

  it.each([
    ['uuid', id],
    ['date', '0001-01-01'],
    ['timestamp with time zone', '2026-06-01T08:00:00.000Z'],
    ['smallint', '-32768'],
    ['integer', '2147483647'],
    ['bigint', '-9223372036854775808'],
    ['text', ''],
  ])('of a list by %s may hold %j', (type, value) => {
    expect(through(value, type)).toBe(true);
  });

  it.each([
    ['uuid', 'x'],
    ['uuid', `x${id}`],
    ['uuid', `${id}x`],
    ['date', '2026-02-30'],
    ['timestamp with time zone', '2026-06-01'],
    ['timestamp with time zone', '0000-06-01T08:00:00.000Z'],
    ['timestamp with time zone', '+012026-06-01T08:00:00.000Z'],
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
    expect(through(value, type)).toBe(false);
  });

  it.each([
    ['nothing', ''],
    ['no list', '{"length":2}'],
    ['too little', `["a"]`],
    ['too much', `["a","${id}","b"]`],
    ['no id', '["a","b"]'],
  ])('is nothing that a client has made up: %s', (_, json) => {
    expect(() => keysetOf(Buffer.from(json).toString('base64url'), 'text')).toThrow(refusal);
  });
});
