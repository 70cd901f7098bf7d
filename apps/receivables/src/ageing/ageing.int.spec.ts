import { uuidv7 } from '@fivepoint/kernel';
import { cny } from '@fivepoint/testing';
import fc from 'fast-check';
import { house, rep } from '../spec/house';

interface Table {
  currency: string;
  outstanding: { amount: string };
  unappliedCredit: { amount: string };
  suspense: { amount: string };
  buckets: {
    fromDays: number | null;
    toDays: number | null;
    outstanding: { amount: string };
    instalmentCount: number;
  }[];
}

const query = `query ($asOf: LocalDate, $accountId: UUID) { receivablesAgeing(asOf: $asOf, accountId: $accountId) {
  asOf currency outstanding { amount } unappliedCredit { amount } suspense { amount }
  buckets { fromDays toDays outstanding { amount } instalmentCount } } }`;

describe('the ageing of receivables', () => {
  const at = house('spec');

  const aged = async (asOf: string | undefined, accountId?: string, graph = at.finance): Promise<Table[]> =>
    (await graph.query<{ receivablesAgeing: Table[] }>(query, { asOf, accountId })).receivablesAgeing;
  const amounts = (table: Table | undefined) => table?.buckets.map(({ outstanding }) => outstanding.amount);

  it('tells any past day as it was: by triggers, due dates and value dates', async () => {
    const { contractId, accountId } = await at.contract();
    await at.reach(contractId, 'DELIVERY', '2026-05-01');
    await at.receive({ contractId, amount: cny('300100.00'), receivedOn: '2026-06-10' });
    // Before the signing there was nothing; delivery and acceptance are no receivables before their day.
    expect(await aged('2026-03-17', accountId)).toEqual([]);
    expect(amounts((await aged('2026-04-02', accountId))[0])).toEqual(['300000.00', '0.00', '0.00', '0.00', '0.00']);
    expect(amounts((await aged('2026-05-01', accountId))[0])).toEqual([
      '400000.01',
      '300000.00',
      '0.00',
      '0.00',
      '0.00',
    ]);
    expect(amounts((await aged('2026-06-09', accountId))[0])).toEqual([
      '0.00',
      '400000.01',
      '0.00',
      '300000.00',
      '0.00',
    ]);
    expect(amounts((await aged('2026-06-10', accountId))[0])).toEqual(['0.00', '399900.01', '0.00', '0.00', '0.00']);
    const [today] = await aged('2026-11-24', accountId);
    expect(await aged(undefined, accountId)).toEqual([today]);
    expect(amounts(today)).toEqual(['0.00', '0.00', '0.00', '0.00', '399900.01']);
    expect(today?.buckets.map(({ instalmentCount }) => instalmentCount)).toEqual([0, 0, 0, 0, 1]);
    expect(today).toMatchObject({ outstanding: { amount: '399900.01' }, unappliedCredit: { amount: '0.00' } });
  });

  it('has credit and suspense as lines of their own, from the day on which each came to be', async () => {
    const { contractId, accountId } = await at.contract();
    await at.receive({ contractId, amount: cny('1000005.01'), receivedOn: '2026-10-10' });
    const { id: receiptId } = await at.receive({ amount: cny('7.00'), receivedOn: '2026-10-10' });
    const next = await at.contract({ accountId });
    await at.finance.query(
      'mutation ($input: AllocateReceiptInput!) { allocateReceipt(input: $input) { __typename } }',
      { input: { receiptId, allocations: [{ instalmentId: next.instalments[0]?.id, amount: cny('1.00') }] } },
    );
    const lines = ([table]: Table[]) => [
      table?.outstanding.amount,
      table?.unappliedCredit.amount,
      table?.suspense.amount,
    ];
    expect(lines(await aged('2026-10-10'))).toEqual(['300000.00', '5.00', '7.00']);
    expect(lines(await aged('2026-11-23'))).toEqual(['300000.00', '5.00', '7.00']);
    expect(lines(await aged('2026-11-24'))).toEqual(['299999.00', '11.00', '0.00']);
    expect(lines(await aged('2026-11-23', accountId))).toEqual(['300000.00', '5.00', '0.00']);
  });

  it('counts what the caller may see, by currency', async () => {
    await at.contract();
    await at.contract({ team: 'south', ownerId: uuidv7(), amount: { amount: '100', currency: 'JPY' } });
    await at.receive({ amount: cny('1.00') });
    const currencies = async (person: object) =>
      (await aged('2026-11-24', undefined, await at.service.as(person))).map(({ currency, suspense }) => [
        currency,
        suspense.amount,
      ]);
    expect(await currencies({ roles: ['FINANCE'] })).toEqual([
      ['CNY', '1.00'],
      ['JPY', '0'],
    ]);
    expect(await currencies({ roles: ['REP'], repId: rep, teams: [] })).toEqual([['CNY', '0.00']]);
    expect(await currencies({ roles: ['MANAGER'], teams: ['south'] })).toEqual([['JPY', '0']]);
    expect(await currencies({ roles: ['FINANCE'], tenantId: uuidv7() })).toEqual([]);
  });

  it('adds up more than any one amount may be', async () => {
    const { accountId } = await at.contract();
    const most = { amount: '92233720368547758.07', currency: 'USD' };
    for (let n = 0; n < 2; n++) await at.contract({ accountId, amount: most });
    await at.receive({ amount: most, receivedOn: '2026-11-20' });
    await at.receive({ amount: most, receivedOn: '2026-11-20' });
    const dollars = (await aged(undefined)).find(({ currency }) => currency === 'USD');
    expect(dollars?.outstanding.amount).toBe('55340232221128654.84');
    expect(dollars?.suspense.amount).toBe('184467440737095516.14');
  });

  it('sums to the outstanding of what is due, and the ledger to the receipts, after any sequence of receipts', async () => {
    const money = fc.record({
      kind: fc.constantFrom('contract', 'twice', 'suspense'),
      minor: fc.integer({ min: 1, max: 60_000_000 }),
      day: fc.integer({ min: 10, max: 24 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(money, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 10, max: 24 }),
        async (receipts, asOf) => {
          const { contractId, accountId } = await at.contract();
          await at.reach(contractId, 'DELIVERY', '2026-11-12');
          let known = 0;
          for (const { kind, minor, day } of receipts) {
            const amount = cny(decimal(minor));
            const input = { amount, receivedOn: `2026-11-${day}`, bankSerial: uuidv7() };
            await at.receive(kind === 'suspense' ? input : { ...input, contractId });
            if (kind === 'twice') await at.receive({ ...input, contractId });
            if (kind !== 'suspense') known += minor;
          }
          const instalments = await at.instalments(contractId);
          const collected = instalments.reduce((sum, one) => sum + minor(one.collected.amount), 0);
          const outstanding = instalments.reduce((sum, one) => sum + minor(one.outstanding.amount), 0);
          expect(collected + outstanding).toBe(100_000_001);
          expect(instalments.every((one) => minor(one.outstanding.amount) >= 0)).toBe(true);
          expect(collected).toBe(Math.min(known, 100_000_001));
          const settled = outstanding === 0;
          expect(instalments.every(({ status }) => (status === 'COLLECTED') === settled) || !settled).toBe(true);

          const [now] = await aged('2026-11-24', accountId);
          const due = instalments
            .filter(({ dueOn }) => dueOn)
            .reduce((sum, one) => sum + minor(one.outstanding.amount), 0);
          expect(sumOf(now)).toBe(due);
          expect(minor(now?.unappliedCredit.amount ?? '0.00')).toBe(known - collected);
          const [then] = await aged(`2026-11-${asOf}`, accountId);
          expect(sumOf(then)).toBe(minor(then?.outstanding.amount ?? '0.00'));
        },
      ),
      { numRuns: 12 },
    );
  });

  const minor = (amount: string) => Number(amount.replace('.', ''));
  const decimal = (units: number) => `${Math.floor(units / 100)}.${String(units % 100).padStart(2, '0')}`;
  const sumOf = (table: Table | undefined) =>
    (table?.buckets ?? []).reduce((sum, { outstanding }) => sum + minor(outstanding.amount), 0);
});
