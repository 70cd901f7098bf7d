import { uuidv7 } from '@fivepoint/kernel';
import { cny, mutate } from '@fivepoint/testing';
import { house, record, refusals } from '../spec/house';

const allocate = `mutation ($input: AllocateReceiptInput!) { allocateReceipt(input: $input) { __typename
  ... on Receipt { id status nextStatuses allocated { amount } unapplied { amount } account { id } version
    entries { nodes { kind amount { amount } effectiveOn instalment { number } receipt { id } } } }
  ... on TransitionRefused { fromState toState } ... on VersionConflict { expectedVersion actualVersion } ${refusals} } }`;

describe('receipts', () => {
  const at = house();

  const allocated = async (input: object) => mutate(at.finance, allocate, input);
  const payments = async (accountId: string) =>
    (await at.service.published('fivepoint.receivables.payment-received.v1')).filter(({ key }) => key === accountId);
  const collections = async (accountId: string) =>
    (await at.service.published('fivepoint.receivables.instalment-collected.v1')).filter(
      ({ key }) => key === accountId,
    );
  const settlements = async (contractId: string) =>
    (await at.service.published('fivepoint.receivables.contract-settled.v1')).filter(
      ({ subject }) => subject === contractId,
    );
  const outstanding = async (contractId: string) =>
    (await at.instalments(contractId)).map((instalment) => instalment.outstanding.amount);
  const credit = async (accountId: string) => {
    const { _entities } = await at.finance.query<{ _entities: { unappliedCredit: unknown }[] }>(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Account { unappliedCredit { amount currency } } } }',
      { r: [{ __typename: 'Account', id: accountId }] },
    );
    return _entities[0]?.unappliedCredit;
  };

  it('pay the oldest due first, tell each payment, and what is left', async () => {
    const planLineId = uuidv7();
    const { contractId, accountId, correlationId, instalments } = await at.contract({ planLineId });
    await at.reach(contractId, 'DELIVERY', '2026-05-01');
    const receipt = await at.receive({ contractId, amount: cny('350000.00'), payer: '湖南电信' });
    expect(receipt).toMatchObject({
      __typename: 'Receipt',
      status: 'APPLIED',
      allocated: { amount: '350000.00' },
      unapplied: { amount: '0.00' },
      account: { id: accountId },
    });
    expect(await outstanding(contractId)).toEqual(['0.00', '350000.01', '250000.00', '50000.00']);
    const shared = { receiptId: receipt.id, accountId, contractId, receivedOn: '2026-11-20', planLineId };
    const events = await payments(accountId);
    expect(events.map(({ data }) => data)).toEqual([
      {
        ...shared,
        instalmentId: instalments[0]?.id,
        amount: cny('300000.00'),
        instalmentOutstanding: cny('0.00'),
        contractOutstanding: cny('700000.01'),
      },
      {
        ...shared,
        instalmentId: instalments[1]?.id,
        amount: cny('50000.00'),
        instalmentOutstanding: cny('350000.01'),
        contractOutstanding: cny('650000.01'),
      },
    ]);
    expect(events).toMatchObject([{ subject: receipt.id, correlationId }, { correlationId }]);
    expect(JSON.stringify(events)).not.toContain('湖南电信');
    expect((await collections(accountId)).map(({ data }) => data)).toEqual([
      {
        instalmentId: instalments[0]?.id,
        contractId,
        accountId,
        amount: cny('300000.00'),
        trigger: 'SIGNING',
        collectedOn: '2026-11-20',
        dueOn: '2026-04-02',
        daysLate: 232,
      },
    ]);
  });

  it('settle the contract with the last of them; what is more is credit of the account', async () => {
    const { contractId, accountId } = await at.contract();
    await at.receive({ contractId, amount: cny('900000.00'), receivedOn: '2026-11-21' });
    expect(await settlements(contractId)).toEqual([]);
    const last = await at.receive({ contractId, amount: cny('100010.01') });
    expect(last).toMatchObject({ status: 'UNAPPLIED', unapplied: { amount: '10.00' } });
    expect(await outstanding(contractId)).toEqual(['0.00', '0.00', '0.00', '0.00']);
    // The value dates decide, not the order in which the receipts were recorded.
    expect((await settlements(contractId)).map(({ data }) => data)).toEqual([
      { contractId, accountId, amount: cny('1000000.01'), settledOn: '2026-11-21' },
    ]);
    const untriggered = (await collections(accountId)).filter(({ data }) => data.trigger !== 'SIGNING');
    expect(untriggered.map(({ data }) => [data.dueOn, data.daysLate])).toEqual(Array(3).fill([undefined, undefined]));
    expect(await credit(accountId)).toEqual([cny('10.00')]);
    await at.receive({ contractId, amount: cny('5.00') });
    expect(await settlements(contractId)).toHaveLength(1);
    expect(await credit(accountId)).toEqual([cny('15.00')]);
  });

  it('are one when they come twice, whatever blanks the number is printed with, and also at once', async () => {
    const { contractId, accountId } = await at.contract();
    const bankSerial = `S ${uuidv7()}`;
    const input = { contractId, amount: cny('100.00'), bankSerial };
    const first = await at.receive(input);
    expect(await at.receive({ ...input, bankSerial: bankSerial.replace(' ', ''), ownAccount: '62220001' })).toEqual(
      first,
    );
    expect(await at.receive({ ...input, amount: cny('100.01') })).toEqual({
      __typename: 'ReceiptSerialReused',
      receipt: { id: first.id, amount: { amount: '100.00' } },
    });
    const twice = { ...input, bankSerial: uuidv7() };
    const answers = await Promise.all([1, 2, 3, 4].map(() => at.receive(twice)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    const amounts = ['1.00', '2.00', '3.00'].map(cny);
    const another = await at.contract();
    const contradictory = { ...input, contractId: another.contractId, bankSerial: uuidv7() };
    const kinds = (await Promise.all(amounts.map((amount) => at.receive({ ...contradictory, amount })))).map(
      ({ __typename }) => __typename,
    );
    expect(kinds.sort()).toEqual(['Receipt', 'ReceiptSerialReused', 'ReceiptSerialReused']);
    expect(await at.receive({ ...input, ownAccount: '6222 0002' })).toMatchObject({ __typename: 'Receipt' });
    expect((await outstanding(contractId))[0]).toBe('299700.00');
    expect(await payments(accountId)).toHaveLength(3);
  });

  it('say when an instalment was paid in full by their value dates, in whatever order they are recorded', async () => {
    const terms = [{ name: '全款', basisPoints: 10_000, trigger: 'SIGNING' as const, dueDays: 0 }];
    const { contractId, accountId } = await at.contract({ amount: cny('1000.00'), paymentTerms: terms });
    await at.receive({ contractId, amount: cny('600.00'), receivedOn: '2026-11-20' });
    await at.receive({ contractId, amount: cny('400.00'), receivedOn: '2026-01-10' });
    expect(await at.instalments(contractId)).toMatchObject([{ status: 'COLLECTED', collectedOn: '2026-11-20' }]);
    expect((await collections(accountId)).map(({ data }) => data)).toMatchObject([
      { collectedOn: '2026-11-20', dueOn: '2026-03-18', daysLate: 247 },
    ]);
    expect((await settlements(contractId)).map(({ data }) => data)).toMatchObject([{ settledOn: '2026-11-20' }]);
  });

  it('that come at the same time are counted each, once, and settle the contract once', async () => {
    const { contractId, accountId, instalments } = await at.contract();
    const claim = 'mutation ($input: ClaimInstalmentInput!) { claimInstalment(input: $input) { __typename } }';
    await Promise.all([
      ...Array.from({ length: 10 }, () => at.receive({ contractId, amount: cny('100000.01') })),
      at.finance.query(claim, { input: { instalmentId: instalments[0]?.id } }),
      at.reach(contractId, 'DELIVERY', '2026-05-01'),
    ]);
    expect(await outstanding(contractId)).toEqual(['0.00', '0.00', '0.00', '0.00']);
    expect((await at.instalments(contractId)).map(({ status }) => status)).toEqual(Array(4).fill('COLLECTED'));
    expect(await credit(accountId)).toEqual([cny('0.09')]);
    expect(await settlements(contractId)).toHaveLength(1);
    expect(await collections(accountId)).toHaveLength(4);
    const left = (await payments(accountId)).map(({ data }) => data.contractOutstanding.amount);
    expect(left).toEqual([...left].sort((a, b) => Number(b) - Number(a)));
    expect(left.at(-1)).toBe('0.00');
  });

  it('pay chosen instalments of several contracts of one account, each no more than its outstanding', async () => {
    const one = await at.contract();
    const two = await at.contract({ accountId: one.accountId });
    const choice = (at: number, of: typeof one, amount: string) => ({
      instalmentId: of.instalments[at]?.id,
      amount: cny(amount),
    });
    const allocations = [choice(2, two, '250000.00'), choice(0, one, '1.00')];
    const receipt = await at.receive({ allocations, amount: cny('300000.00') });
    expect(receipt).toMatchObject({ status: 'UNAPPLIED', unapplied: { amount: '49999.00' } });
    expect(await outstanding(one.contractId)).toEqual(['299999.00', '400000.01', '250000.00', '50000.00']);
    expect(await outstanding(two.contractId)).toEqual(['300000.00', '400000.01', '0.00', '50000.00']);
    const tooMuch = { allocations: [choice(0, one, '299999.01')], amount: cny('299999.01') };
    expect(await at.receive(tooMuch)).toMatchObject({
      problems: [{ path: 'allocations.0.amount', message: expect.stringContaining('CNY 299999.00') as string }],
    });
    const elsewhere = await at.contract();
    const mixed = { allocations: [choice(0, one, '1.00'), choice(0, elsewhere, '1.00')], amount: cny('2.00') };
    expect(await at.receive(mixed)).toMatchObject({ problems: [{ path: 'allocations' }] });
  });

  it('are refused with the reason, and leave nothing behind', async () => {
    const { contractId, accountId, instalments } = await at.contract();
    const bankSerial = uuidv7();
    const refused = (over: object) => at.receive({ contractId, amount: cny('1.00'), bankSerial, ...over });
    expect(await refused({ amount: { amount: '1.00', currency: 'USD' } })).toMatchObject({
      problems: [{ path: 'amount', message: expect.stringContaining('currency of the contract, CNY') as string }],
    });
    expect(await refused({ amount: cny('0.00') })).toMatchObject({ problems: [{ path: 'amount' }] });
    for (const receivedOn of ['2026-11-25', '0001-01-01'])
      expect(await refused({ receivedOn })).toMatchObject({ problems: [{ path: 'receivedOn' }] });
    const allocations = [{ instalmentId: instalments[0]?.id, amount: cny('1.00') }];
    expect(await refused({ allocations })).toMatchObject({ problems: [{ path: 'allocations' }] });
    const unknown = uuidv7();
    expect(await refused({ contractId: unknown })).toMatchObject({ __typename: 'NotFound', entity: 'Contract' });
    expect(
      await refused({ contractId: null, allocations: [{ instalmentId: unknown, amount: cny('1.00') }] }),
    ).toMatchObject({ __typename: 'NotFound', entity: 'Instalment', id: unknown });
    const rep = await at.service.as({ roles: ['REP'], teams: ['north'] });
    const input = { contractId, amount: cny('1.00'), bankSerial, ownAccount: '1', receivedOn: '2026-11-20' };
    expect((await rep.raw(record, { input })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect(await payments(accountId)).toEqual([]);
    expect((await refused({})).__typename).toBe('Receipt');
  });

  describe('of unknown payers', () => {
    it('wait in suspense until somebody knows whose money it is, and count from that day', async () => {
      const { contractId, accountId, instalments } = await at.contract();
      const waiting = await at.receive({ amount: cny('300500.00'), payer: '某公司' });
      expect(waiting).toMatchObject({ status: 'SUSPENSE', account: null, unapplied: { amount: '300500.00' } });
      const suspended = await at.finance.query<{ receipts: { nodes: { id: string }[] } }>(
        '{ receipts(filter: { statuses: [SUSPENSE] }) { nodes { id } } }',
      );
      expect(suspended.receipts.nodes).toEqual([{ id: waiting.id }]);
      expect(await payments(accountId)).toEqual([]);

      const instalmentId = instalments[0]?.id;
      const allocations = [{ instalmentId, amount: cny('300000.00') }];
      const found = await allocated({ receiptId: waiting.id, allocations, expectedVersion: 1 });
      expect(found).toMatchObject({
        status: 'UNAPPLIED',
        nextStatuses: ['UNAPPLIED', 'APPLIED'],
        account: { id: accountId },
        unapplied: { amount: '500.00' },
        version: 2,
        entries: {
          nodes: [
            { kind: 'RECEIPT', amount: { amount: '300500.00' }, effectiveOn: '2026-11-20', instalment: null },
            { kind: 'IDENTIFICATION', amount: { amount: '300500.00' }, effectiveOn: '2026-11-24', instalment: null },
            {
              kind: 'ALLOCATION',
              amount: { amount: '300000.00' },
              effectiveOn: '2026-11-24',
              instalment: { number: 1 },
            },
          ],
        },
      });
      // The customer paid on the value date, however long we looked for the payer.
      expect((await collections(accountId))[0]?.data).toMatchObject({ instalmentId, collectedOn: '2026-11-20' });
      expect(await credit(accountId)).toEqual([cny('500.00')]);

      expect(await allocated({ receiptId: waiting.id, contractId })).toMatchObject({
        status: 'APPLIED',
        nextStatuses: [],
      });
      expect(await credit(accountId)).toEqual([]);
      expect((await outstanding(contractId))[1]).toBe('399500.01');
      expect(await allocated({ receiptId: waiting.id, contractId })).toMatchObject({
        __typename: 'TransitionRefused',
        fromState: 'APPLIED',
      });
    });

    it("never pay another account's instalments once they are identified, nor more than is left", async () => {
      const one = await at.contract();
      const other = await at.contract();
      const { id: receiptId } = await at.receive({ contractId: one.contractId, amount: cny('1000010.01') });
      expect(await allocated({ receiptId, contractId: other.contractId })).toMatchObject({
        problems: [{ path: 'allocations' }],
      });
      expect(await allocated({ receiptId, contractId: one.contractId })).toMatchObject({
        problems: [{ path: 'contractId', message: 'nothing is outstanding on this contract' }],
      });
      expect(await allocated({ receiptId })).toMatchObject({ problems: [{ path: 'contractId' }] });
      const next = await at.contract({ accountId: one.accountId });
      const allocations = [{ instalmentId: next.instalments[0]?.id, amount: cny('10.01') }];
      expect(await allocated({ receiptId, allocations })).toMatchObject({
        problems: [{ path: 'allocations', message: 'sum to CNY 10.01, but only CNY 10.00 are there' }],
      });
      const stale = { receiptId, contractId: next.contractId, expectedVersion: 7 };
      expect(await allocated(stale)).toMatchObject({ __typename: 'VersionConflict', actualVersion: 1 });
      expect(await allocated({ receiptId, contractId: next.contractId })).toMatchObject({ status: 'APPLIED' });
    });

    it('is refused to who has not seen that a part of it has gone already', async () => {
      const { contractId, accountId } = await at.contract();
      const { id: receiptId } = await at.receive({ contractId, amount: cny('1000008.01') });
      const { instalments } = await at.contract({ accountId });
      const oneMore = { receiptId, allocations: [{ instalmentId: instalments[0]?.id, amount: cny('1.00') }] };
      expect(await allocated({ ...oneMore, expectedVersion: 1 })).toMatchObject({ status: 'UNAPPLIED', version: 2 });
      expect(await allocated({ ...oneMore, expectedVersion: 1 })).toEqual({
        __typename: 'VersionConflict',
        expectedVersion: 1,
        actualVersion: 2,
      });
    });
  });
});
