import fc from 'fast-check';
import { accountOf, detailsOf } from './details';

describe('what a timeline says of an event', () => {
  it('is its texts, numbers, flags and sums of money, without ids, lists and nested parts', () => {
    const data = {
      contractId: '019b8b80-0000-7000-8000-000000000001',
      contactIds: [],
      kind: 'NEW',
      amount: { amount: '1250000.00', currency: 'CNY' },
      deemed: false,
      warrantyMonths: 12,
      paymentTerms: [{ name: '首付款' }],
      bant: { budget: {} },
      rival: null,
      unitIdle: true,
      rate: { amount: '1', unit: '%' },
      currencyOnly: { currency: 'CNY' },
    };
    expect(detailsOf(data)).toEqual([
      { name: 'kind', value: 'NEW' },
      { name: 'amount', value: '1250000.00 CNY' },
      { name: 'deemed', value: 'false' },
      { name: 'warrantyMonths', value: '12' },
      { name: 'unitIdle', value: 'true' },
    ]);
  });

  it('is twelve things at most, and nothing of what is neither', () => {
    const thirteen = Object.fromEntries(Array.from({ length: 13 }, (_, n) => [`n${n}`, n]));
    expect(detailsOf(thirteen)).toHaveLength(12);
    expect(detailsOf({ there: 'x'.repeat(200), absent: undefined })).toEqual([
      { name: 'there', value: 'x'.repeat(200) },
    ]);
  });

  it('is small, whatever the event carries', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string({ maxLength: 2000 }), fc.integer())), (data) => {
        const details = detailsOf(data);
        expect(details.length).toBeLessThanOrEqual(12);
        for (const { value } of details) expect([...value].length).toBeLessThanOrEqual(200);
      }),
    );
  });
});

describe('what jsonb cannot hold', () => {
  it('is replaced: half a character, also where a long text is cut, and NUL', () => {
    const valueOf = (text: string) => detailsOf({ text })[0]?.value ?? '';
    expect(valueOf('a\ud83d\0b😀')).toBe('a\ufffd\ufffdb😀');
    expect([...valueOf('😀'.repeat(300))]).toHaveLength(200);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(valueOf(text)).not.toMatch(/[\p{Surrogate}\0]/u);
      }),
    );
  });
});

describe('the account of an event', () => {
  it('is the one it names, null while it is not known, and undefined where it is about none', () => {
    expect(accountOf({ accountId: 'a' })).toBe('a');
    expect(accountOf({ referrerAccountId: 'a', referredAccountId: 'b' })).toBe('a');
    expect(accountOf({ leadId: 'l', accountId: null })).toBeNull();
    expect(accountOf({ productId: 'p' })).toBeUndefined();
  });
});
