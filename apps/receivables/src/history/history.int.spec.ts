import { uuidv7 } from '@fivepoint/kernel';
import { cny, eventually, type Result, whileLocked } from '@fivepoint/testing';
import { house, rep, signed } from '../spec/house';

const record = `mutation ($input: RecordPastReceivablesInput!) {
  recordPastReceivables(input: $input) { rows { index externalId status id problem } } }`;

describe('recorded history', () => {
  const at = house();

  const usd = (amount: string) => ({ amount, currency: 'USD' });
  const row = (over: object) => ({
    externalId: `invoice ${uuidv7()}`,
    contractId: uuidv7(),
    amount: usd('55.94'),
    invoicedOn: '2013-01-02',
    dueOn: '2013-02-01',
    ownerId: rep,
    team: 'north',
    ...over,
  });
  const recorded = async (...rows: object[]) => {
    const admin = await at.service.as();
    const answer = await admin.query<{ recordPastReceivables: { rows: Result[] } }>(record, { input: { rows } });
    return answer.recordPastReceivables.rows;
  };
  const told = (accountId: string | null, contractId: string, amount = usd('55.94')) =>
    at.service.receive(
      'fivepoint.deal.contract-signed.v1',
      signed({ contractId, accountId, amount, downPayment: amount, signedOn: '2012-12-20', warrantyMonths: 0 }),
      { subject: contractId, origin: 'import' },
    );
  const contract = async (id: string) => {
    const { _entities } = await at.finance.query<{ _entities: Record<string, unknown>[] }>(
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Contract { settled settledOn outstanding { amount }
        instalments { number status externalId basisPoints triggeredOn dueOn collectedOn origin disputed
          disputes { nodes { status reason openedOn resolvedOn origin } } entries { nodes { kind effectiveOn } } } } } }`,
      { r: [{ __typename: 'Contract', id }] },
    );
    return _entities[0];
  };
  const published = async (accountId: string) => {
    const events = [
      ...(await at.service.published('fivepoint.receivables.dispute-opened.v1')),
      ...(await at.service.published('fivepoint.receivables.payment-received.v1')),
      ...(await at.service.published('fivepoint.receivables.instalment-collected.v1')),
      ...(await at.service.published('fivepoint.receivables.dispute-resolved.v1')),
      ...(await at.service.published('fivepoint.receivables.contract-settled.v1')),
    ].filter(({ key }) => key === accountId);
    return events.map(({ type, time, origin }) => [type.split('.')[2], time.slice(0, 10), origin]);
  };

  it('costs the other rows nothing when a row cannot be added up, or has not happened yet', async () => {
    const accountId = await at.knownAccount();
    const contractId = uuidv7();
    const most = usd('92233720368547758.07');
    const rows = [
      row({ accountId, contractId, amount: most }),
      row({ accountId, contractId, amount: most }),
      row({ accountId, receivedOn: '2026-11-25' }),
      row({ accountId }),
    ];
    expect((await recorded(...rows)).map(({ status, problem }) => [status, problem])).toEqual([
      ['RECORDED', null],
      ['REFUSED', 'amount: makes the contract too large to be added up'],
      ['REFUSED', 'receivedOn: must not be in the future; today is 2026-11-24'],
      ['RECORDED', null],
    ]);
  });

  it('is refused, row by row, where nobody knows the account or the owner', async () => {
    const accountId = await at.knownAccount();
    const unknown = uuidv7();
    const rows = [row({ accountId }), row({ accountId: unknown }), row({ accountId, ownerId: unknown })];
    expect((await recorded(...rows)).map(({ status, problem }) => [status, problem])).toEqual([
      ['RECORDED', null],
      ...['Account', 'Rep'].map((kind) => ['REFUSED', expect.stringContaining(`${kind} ${unknown}`)]),
    ]);
  });

  it('is recorded once, row by row, with its payment and its dispute, and published as history', async () => {
    const accountId = await at.knownAccount();
    const rows = [
      row({ accountId, receivedOn: '2013-02-11', disputed: true }),
      row({ accountId, disputed: true }),
      row({ accountId: uuidv7() }),
      row({ accountId, amount: { amount: '1.5', currency: 'JPY' } }),
      row({ accountId, dueOn: '2012-12-31' }),
    ];
    const first = await recorded(...rows);
    expect(first.map(({ status }) => status)).toEqual(['RECORDED', 'RECORDED', 'REFUSED', 'REFUSED', 'REFUSED']);
    const second = await recorded(...rows);
    expect(second.slice(0, 2)).toEqual(first.slice(0, 2).map((one) => ({ ...one, status: 'ALREADY_RECORDED' })));
    expect(second.slice(2)).toEqual(first.slice(2));

    expect(await contract(rows[0]?.contractId ?? '')).toEqual({
      settled: false,
      settledOn: null,
      outstanding: { amount: '0.00' },
      instalments: [
        {
          number: 1,
          status: 'COLLECTED',
          externalId: rows[0]?.externalId,
          basisPoints: null,
          triggeredOn: '2013-01-02',
          dueOn: '2013-02-01',
          collectedOn: '2013-02-11',
          origin: 'IMPORTED',
          disputed: false,
          disputes: {
            nodes: [
              {
                status: 'RESOLVED',
                reason: 'OTHER',
                openedOn: '2013-01-02',
                resolvedOn: '2013-02-11',
                origin: 'IMPORTED',
              },
            ],
          },
          entries: { nodes: [{ kind: 'ALLOCATION', effectiveOn: '2013-02-11' }] },
        },
      ],
    });
    expect(await contract(rows[1]?.contractId ?? '')).toMatchObject({
      outstanding: { amount: '55.94' },
      instalments: [{ status: 'DUE', disputed: true, collectedOn: null, disputes: { nodes: [{ status: 'OPEN' }] } }],
    });
    expect(await published(accountId)).toEqual([
      ['dispute-opened', '2013-01-02', 'import'],
      ['dispute-opened', '2013-01-02', 'import'],
      ['payment-received', '2013-02-11', 'import'],
      ['instalment-collected', '2013-02-11', 'import'],
      ['dispute-resolved', '2013-02-11', 'import'],
    ]);
  });

  it('comes to the same, whether deal tells of the contract before or after', async () => {
    const accountId = await at.knownAccount();
    const settlements = async (contractId: string) =>
      (await at.service.published('fivepoint.receivables.contract-settled.v1'))
        .filter(({ subject }) => subject === contractId)
        .map(({ data, time, origin }) => [data.amount, data.settledOn, time, origin]);
    const seen: unknown[] = [];
    for (const dealFirst of [true, false]) {
      const contractId = uuidv7();
      const paid = [
        row({ accountId, contractId, amount: usd('50.00'), receivedOn: '2013-03-01' }),
        row({ accountId, contractId, amount: usd('5.94'), receivedOn: '2013-02-01' }),
      ];
      if (dealFirst) await told(accountId, contractId);
      for (const one of paid) expect((await recorded(one))[0]).toMatchObject({ status: 'RECORDED' });
      if (!dealFirst) await told(null, contractId);
      const { instalments, ...sums } = (await contract(contractId)) ?? {};
      expect(instalments).toMatchObject([
        { number: 1, collectedOn: '2013-03-01' },
        { number: 2, collectedOn: '2013-02-01' },
      ]);
      seen.push([sums, await settlements(contractId)]);
    }
    expect(seen[0]).toEqual([
      { settled: true, settledOn: '2013-03-01', outstanding: { amount: '0.00' } },
      [[usd('55.94'), '2013-03-01', '2013-03-01T00:00:00.000Z', 'import']],
    ]);
    expect(seen[1]).toEqual(seen[0]);
  });

  it('does not contradict what is known of the contract', async () => {
    const accountId = await at.knownAccount();
    const contractId = uuidv7();
    await told(accountId, contractId);
    const other = await at.knownAccount();
    const live = await at.contract();
    const rows = await recorded(
      row({ accountId: other, contractId }),
      row({ accountId, contractId, amount: usd('55.95') }),
      row({ accountId, contractId, amount: cny('1.00') }),
      row({ accountId: live.accountId, contractId: live.contractId, amount: cny('1.00') }),
    );
    expect(rows.map(({ status }) => status)).toEqual(['REFUSED', 'REFUSED', 'REFUSED', 'REFUSED']);
    expect(rows.map(({ problem }) => String(problem).split(':')[0])).toEqual([
      'accountId',
      'amount',
      'amount',
      'contractId',
    ]);
    expect(await published(accountId)).toEqual([]);
  });

  it('is paid by live receipts where it was open, and settles then', async () => {
    const accountId = await at.knownAccount();
    const contractId = uuidv7();
    await recorded(row({ accountId, contractId }));
    await told(accountId, contractId);
    expect(await at.receive({ contractId, amount: usd('55.94') })).toMatchObject({ status: 'APPLIED' });
    expect(await contract(contractId)).toMatchObject({ settled: true, settledOn: '2026-11-20' });
    expect((await published(accountId)).map(([type, , origin]) => [type, origin])).toEqual([
      ['payment-received', undefined],
      ['instalment-collected', undefined],
      ['contract-settled', undefined],
    ]);
  });

  it('is settled once, also when the last payment and the word of deal come at the same moment', async () => {
    const accountId = await at.knownAccount();
    const contractId = uuidv7();
    await recorded(row({ accountId, contractId, receivedOn: '2013-02-11' }));
    const settling = `update contract_account set settled_on = '2013-02-11', version = version + 1 where id = $1`;
    const event = await whileLocked(at.service.superuserUrl, settling, [contractId], async (waiting) => {
      const data = signed({ contractId, accountId, amount: usd('55.94'), downPayment: usd('55.94') });
      const about = { subject: contractId, origin: 'import', unfinished: true } as const;
      const told = await at.service.receive('fivepoint.deal.contract-signed.v1', data, about);
      await waiting(1);
      return told;
    });
    await eventually(async () => expect(await at.service.outcome(event)).toEqual({ receivables: 'DONE' }));
    expect((await published(accountId)).map(([type]) => type)).not.toContain('contract-settled');
  });

  it('is recorded once, also when the same rows are sent twice at the same time', async () => {
    const accountId = await at.knownAccount();
    const rows = await Promise.all(
      Array.from({ length: 40 }, async () => {
        const contractId = uuidv7();
        await told(accountId, contractId);
        return row({ accountId, contractId, receivedOn: '2013-02-11' });
      }),
    );
    const outcomes = await Promise.all([recorded(...rows), recorded(...[...rows].reverse())]);
    expect(outcomes[0]?.map(({ id }) => id)).toEqual(outcomes[1]?.map(({ id }) => id).reverse());
    const statuses = outcomes.map((all) => [...new Set(all.map(({ status }) => status))]);
    expect(statuses.flat().sort()).toEqual(['ALREADY_RECORDED', 'RECORDED']);
    expect((await published(accountId)).filter(([type]) => type === 'contract-settled')).toHaveLength(40);
  });

  it('takes several receivables of one contract in one call', async () => {
    const accountId = await at.knownAccount();
    const contractId = uuidv7();
    await told(accountId, contractId);
    const outcome = await recorded(
      row({ accountId, contractId, amount: usd('50.00'), receivedOn: '2013-03-01' }),
      row({ accountId, contractId, amount: usd('5.95'), receivedOn: '2013-02-01' }),
      row({ accountId, contractId, amount: usd('5.94'), receivedOn: '2013-02-01', disputed: true }),
    );
    expect(outcome.map(({ status }) => status)).toEqual(['RECORDED', 'REFUSED', 'RECORDED']);
    expect(await contract(contractId)).toMatchObject({
      settledOn: '2013-03-01',
      instalments: [
        { number: 1, collectedOn: '2013-03-01' },
        { number: 2, collectedOn: '2013-02-01' },
      ],
    });
  });

  it('is for administrators only', async () => {
    const answer = await at.finance.raw(record, { input: { rows: [row({ accountId: uuidv7() })] } });
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('takes 500 rows at once and no more', async () => {
    const accountId = await at.knownAccount();
    const rows = Array.from({ length: 501 }, (_, at) => row({ accountId, receivedOn: at % 3 ? '2013-02-20' : null }));
    const admin = await at.service.as();
    const tooMany = await admin.raw(record, { input: { rows } });
    expect(tooMany.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    const outcome = await recorded(...rows.slice(0, 500));
    expect(outcome.every(({ status }) => status === 'RECORDED')).toBe(true);
  });
});
