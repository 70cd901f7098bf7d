import { Money } from '@fivepoint/kernel';
import { MoneyValue } from '@fivepoint/service';
import { type LineWord, saysTheSame } from './plan-line-version';

describe('what two versions say of a line', () => {
  const yuan = (minor: bigint) => MoneyValue.of(Money.of(minor, 'CNY'));
  const word = (over: Partial<LineWord> = {}): LineWord => ({
    ...{ ownerId: 'li', team: 'north', target: yuan(3n), floor: yuan(1n), stretch: null, playIds: ['a', 'b'] },
    ...over,
  });

  it('is the same when nothing differs, in whatever order its plays stand', () => {
    expect(saysTheSame(word(), word())).toBe(true);
    expect(saysTheSame(word(), word({ playIds: ['b', 'a'] }))).toBe(true);
    expect(saysTheSame(word({ stretch: yuan(3n) }), word({ stretch: yuan(3n) }))).toBe(true);
  });

  it.each<[string, Partial<LineWord>]>([
    ['target', { target: yuan(4n) }],
    ['currency', { target: MoneyValue.of(Money.of(3n, 'USD')) }],
    ['floor', { floor: yuan(0n) }],
    ['stretch', { stretch: yuan(3n) }],
    ['owner', { ownerId: 'wang' }],
    ['team', { team: 'south' }],
    ['plays', { playIds: ['a'] }],
  ])('is not the same with another %s', (_, over) => {
    expect(saysTheSame(word(), word(over))).toBe(false);
    expect(saysTheSame(word(over), word())).toBe(false);
  });
});
