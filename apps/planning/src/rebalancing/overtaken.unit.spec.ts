import { Money } from '@fivepoint/kernel';
import { MoneyValue } from '@fivepoint/service';
import { overtaken } from './overtaken';

const cny = (minor: bigint) => MoneyValue.of(Money.of(minor, 'CNY'));
const target = (repId: string, role: 'DONOR' | 'RECEIVER', over: Record<string, bigint>) => ({
  repId,
  role,
  actual: cny(0n),
  headRoom: cny(0n),
  change: cny(0n),
  after: cny(0n),
  ...Object.fromEntries(Object.entries(over).map(([name, minor]) => [name, cny(minor)])),
});

describe('what bookings since a proposal make impossible', () => {
  const donor = target('donor', 'DONOR', { actual: 300n, headRoom: -70n, change: -70n, after: 430n });
  const receiver = target('receiver', 'RECEIVER', { actual: 500n, headRoom: 40n, change: 40n, after: 640n });
  const of = (...actuals: [string, bigint][]) => overtaken([donor, receiver], new Map(actuals));

  it('is nothing while donors stay within what is left to them and receivers have the room', () => {
    expect(of(['donor', 300n], ['receiver', 500n])).toEqual([]);
    expect(of(['donor', 430n], ['receiver', 9_000n])).toEqual([]);
  });

  it('is the cut of a donor who has booked more than would be left', () => {
    expect(of(['donor', 431n], ['receiver', 500n])).toEqual([
      { repId: 'donor', actual: 431n, why: 'BOOKED_MORE_THAN_LEFT' },
    ]);
  });

  it('is the increase of a receiver whose bookings have shrunk below it', () => {
    expect(of(['receiver', 499n])).toEqual([{ repId: 'receiver', actual: 499n, why: 'NO_HEAD_ROOM_ANY_MORE' }]);
    expect(of()).toEqual([{ repId: 'receiver', actual: 0n, why: 'NO_HEAD_ROOM_ANY_MORE' }]);
  });

  it('is never that of who gets nothing, however the bookings shrink', () => {
    const untouched = target('c', 'RECEIVER', { actual: 500n, headRoom: 10n, after: 600n });
    expect(overtaken([untouched], new Map())).toEqual([]);
  });
});
