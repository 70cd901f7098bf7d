import { type LocalDate, Money } from '@fivepoint/kernel';
import { MoneyValue } from '@fivepoint/service';
import { settlementDay } from './settle-contract';

const cny = (amount: string) => MoneyValue.of(Money.parse(amount, 'CNY'));
const contract = { dealId: 'd', amount: cny('100.00') };
const instalment = (amount: string, collectedOn: string | null) => ({
  amount: cny(amount),
  collectedOn: collectedOn as LocalDate | null,
});

describe('a contract is settled', () => {
  it('on the day of its last payment, whichever instalment that was', () => {
    const instalments = [instalment('60.00', '2026-07-20'), instalment('40.00', '2026-03-01')];
    expect(settlementDay(contract, instalments)).toBe('2026-07-20');
  });

  it('not while anything of it is open', () => {
    const open = [instalment('60.00', '2026-07-20'), instalment('40.00', null)];
    expect(settlementDay(contract, open)).toBeNull();
    expect(settlementDay(contract, [])).toBeNull();
  });

  it('not while only a part of it is recorded, or deal has not told how much it is', () => {
    const paid = [instalment('60.00', '2026-07-20')];
    expect(settlementDay(contract, paid)).toBeNull();
    expect(settlementDay({ dealId: null, amount: cny('60.00') }, paid)).toBeNull();
    expect(settlementDay({ dealId: 'd', amount: cny('60.00') }, paid)).toBe('2026-07-20');
  });
});
