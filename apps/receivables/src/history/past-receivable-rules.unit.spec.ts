import { type LocalDate, Money } from '@fivepoint/kernel';
import { MoneyValue } from '@fivepoint/service';
import type { PastReceivableRow } from './history.inputs';
import { contradictions, pastReceivableProblems } from './past-receivable-rules';

const day = (text: string) => text as LocalDate;
const row = (over: Partial<PastReceivableRow> = {}): PastReceivableRow => ({
  externalId: '0000611365',
  contractId: 'c',
  accountId: 'a',
  amount: { amount: '55.94', currency: 'USD' },
  invoicedOn: day('2013-01-02'),
  dueOn: day('2013-02-01'),
  receivedOn: day('2013-01-15'),
  disputed: false,
  ownerId: 'o',
  team: 'north',
  ...over,
});

describe('a past receivable', () => {
  const problems = (over: Partial<PastReceivableRow>) => pastReceivableProblems(row(over), day('2026-11-24'));
  const paths = (over: Partial<PastReceivableRow>) => problems(over).map(({ path }) => path);

  it('is recorded as it was, also when it is open, or was paid before it was due', () => {
    expect(paths({})).toEqual([]);
    expect(paths({ receivedOn: null, disputed: true })).toEqual([]);
    expect(paths({ receivedOn: day('2012-12-24') })).toEqual([]);
  });

  it('must make sense by itself', () => {
    expect(problems({ amount: { amount: '0', currency: 'USD' } })).toEqual([
      { path: 'amount', message: 'must be more than zero' },
    ]);
    expect(problems({ dueOn: day('2013-01-01') })).toEqual([
      { path: 'dueOn', message: 'must not be before invoicedOn, 2013-01-02' },
    ]);
    expect(paths({ dueOn: day('2013-01-02') })).toEqual([]);
    expect(paths({ invoicedOn: day('0213-01-02'), receivedOn: day('1899-12-31') })).toEqual([
      'invoicedOn',
      'receivedOn',
    ]);
    expect(paths({ invoicedOn: day('1900-01-01') })).toEqual([]);
  });

  it('has happened: neither its invoice nor its payment is still to come, only its due date may be', () => {
    const onTheDay = { invoicedOn: day('2026-11-24'), receivedOn: day('2026-11-24'), dueOn: day('2026-12-24') };
    expect(paths(onTheDay)).toEqual([]);
    expect(paths({ ...onTheDay, receivedOn: day('2026-11-25') })).toEqual(['receivedOn']);
    expect(paths({ ...onTheDay, invoicedOn: day('2026-11-25') })).toEqual(['invoicedOn']);
  });
});

describe('what is known of the contract', () => {
  const usd = (amount: string) => Money.parse(amount, 'USD');
  const contract = { origin: 'IMPORTED' as const, accountId: 'a', dealId: 'd', amount: MoneyValue.of(usd('100.00')) };
  const recorded = [{ amount: MoneyValue.of(usd('60.00')) }];
  const problems = (
    over: Partial<typeof contract> | { accountId: null } | { dealId: null } | { origin: 'LIVE' },
    amount: Money,
    others = recorded,
  ) => contradictions({ ...contract, ...over }, others, row(), amount).map(({ path, message }) => `${path} ${message}`);

  it('bounds its receivables once deal has told of it', () => {
    expect(problems({}, usd('40.00'))).toEqual([]);
    for (const amount of ['40.01', '92233720368547758.07'])
      expect(problems({}, usd(amount))).toEqual([
        'amount must be at most what the contract has beside its other receivables, USD 40.00',
      ]);
    expect(problems({ dealId: null }, usd('1000.00'))).toEqual([]);
  });

  it('adds up: a receivable that makes it too large is refused by itself', () => {
    expect(problems({ dealId: null }, usd('92233720368547658.07'))).toEqual([]);
    expect(problems({ dealId: null }, usd('92233720368547658.08'))).toEqual([
      'amount makes the contract too large to be added up',
    ]);
  });

  it('has 100 receivables at most, for they are a list without pages', () => {
    const ofThem = (count: number) => problems({ dealId: null }, usd('1.00'), Array(count).fill(recorded[0]));
    expect(ofThem(99)).toEqual([]);
    expect(ofThem(100)).toEqual(['contractId has 100 receivables already; no contract has more']);
  });

  it('is not contradicted: account, currency, and a contract that was signed here', () => {
    expect(problems({ accountId: null }, usd('40.00'))).toEqual([]);
    expect(problems({ accountId: 'b' }, usd('40.00'))).toEqual(['accountId must be the account of the contract, b']);
    expect(problems({}, Money.parse('40.00', 'CNY'))).toEqual(['amount must be in the currency of the contract, USD']);
    expect(problems({ origin: 'LIVE' }, usd('40.00'))).toEqual([
      'contractId this contract was signed here, with instalments of its own; it has no history',
    ]);
  });
});
