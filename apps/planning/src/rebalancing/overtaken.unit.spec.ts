import { Money } from '@fivepoint/kernel';
import { MoneyValue } from '@fivepoint/service';
import { overtaken, type StandsNow } from './overtaken';

const cny = (minor: bigint) => MoneyValue.of(Money.of(minor, 'CNY'));

describe('what has changed since a proposal so that it cannot be approved', () => {
  const donor = { repId: 'donor', role: 'DONOR' as const, change: cny(-70n), after: cny(430n) };
  const receiver = { repId: 'receiver', role: 'RECEIVER' as const, change: cny(40n), after: cny(640n) };
  const of = (...now: [string, StandsNow][]) => overtaken([donor, receiver], new Map(now)).map(({ why }) => why);

  it('is nothing while donors lack something and stay within what is left, and receivers have the room', () => {
    expect(of(['donor', { actual: 430n, headRoom: -1n }], ['receiver', { actual: 0n, headRoom: 40n }])).toEqual([]);
  });

  it('is the cut of a donor who has booked more than would be left, or can reach the target by now', () => {
    expect(of(['donor', { actual: 431n, headRoom: 5n }])).toEqual(['BOOKED_MORE_THAN_LEFT']);
    expect(of(['donor', { actual: 300n, headRoom: 0n }])).toEqual(['LACKS_NOTHING_ANY_MORE']);
  });

  it('is the increase of a receiver who cannot deliver it any more, however much is booked', () => {
    expect(of(['receiver', { actual: 9_000n, headRoom: 39n }])).toEqual(['NO_HEAD_ROOM_ANY_MORE']);
  });

  it('is never that of who gets nothing, nor of who has no target any more', () => {
    const untouched = { ...receiver, change: cny(0n) };
    expect(overtaken([untouched], new Map([['receiver', { actual: 0n, headRoom: -9n }]]))).toEqual([]);
    expect(of()).toEqual([]);
  });
});
