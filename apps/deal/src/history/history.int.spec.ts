import { uuidv7 } from '@fivepoint/kernel';
import type { Result } from '@fivepoint/testing';
import { house, rep } from '../spec/house';

describe('recorded history', () => {
  const at = house();

  const record = `mutation ($input: RecordPastDealsInput!) {
      recordPastDeals(input: $input) { rows { index externalId status id problem } } }`;
  const row = (over: object) => ({
    externalId: uuidv7(),
    ownerId: rep,
    team: 'north',
    stage: 'VERIFY',
    openedOn: '2016-10-20',
    ...over,
  });

  it('is recorded once, row by row, past every gate, and published as history', async () => {
    const admin = await at.service.as();
    const accountId = await at.knownAccount();
    const rows = [
      row({ accountId, stage: 'SIGNED', closedOn: '2017-03-01', amount: { amount: '1054', currency: 'USD' } }),
      row({ stage: 'LOST', closedOn: '2017-02-01' }),
      row({}),
      row({ stage: 'SIGNED', closedOn: '2016-01-01' }),
      row({ accountId: uuidv7() }),
      row({ team: ' ' }),
      row({ openedOn: '2999-01-01' }),
      row({ stage: 'LOST', closedOn: '2017-02-01', lossReason: '' }),
    ];
    const first = await admin.query<{ recordPastDeals: { rows: Result[] } }>(record, { input: { rows } });
    expect(first.recordPastDeals.rows.map(({ status }) => status)).toEqual([
      'RECORDED',
      'RECORDED',
      'RECORDED',
      'REFUSED',
      'REFUSED',
      'REFUSED',
      'REFUSED',
      'REFUSED',
    ]);
    const second = await admin.query<{ recordPastDeals: { rows: Result[] } }>(record, { input: { rows } });
    expect(second.recordPastDeals.rows.slice(0, 3)).toEqual(
      first.recordPastDeals.rows.slice(0, 3).map((one) => ({ ...one, status: 'ALREADY_RECORDED' })),
    );
    const signed = (await at.service.published('fivepoint.deal.contract-signed.v1')).filter(
      ({ data }) => data.accountId === accountId,
    );
    expect(signed).toMatchObject([
      {
        origin: 'import',
        time: '2017-03-01T00:00:00.000Z',
        data: { amount: { amount: '1054.00', currency: 'USD' } },
      },
    ]);
  });

  it('is refused, row by row, where nobody knows the account, the product or the owner', async () => {
    const admin = await at.service.as();
    const [accountId, productId] = [await at.knownAccount(), await at.tell.product()];
    const unknown = uuidv7();
    const pointing = [
      { accountId, productId },
      ...['accountId', 'productId', 'ownerId'].map((to) => ({ [to]: unknown })),
    ];
    const outcomes = [
      ['RECORDED', null],
      ...['Account', 'Product', 'Rep'].map((kind) => ['REFUSED', expect.stringContaining(`${kind} ${unknown}`)]),
    ];
    const deals = await admin.query<{ recordPastDeals: { rows: Result[] } }>(record, {
      input: { rows: pointing.map(row) },
    });
    expect(deals.recordPastDeals.rows.map(({ status, problem }) => [status, problem])).toEqual(outcomes);
    const won = pointing.map((over) => {
      const { stage: _stage, ...rest } = row({ amount: { amount: '1', currency: 'USD' }, ...over });
      return { ...rest, signedOn: '2017-03-01' };
    });
    const contracts = await admin.query<{ recordPastContracts: { rows: Result[] } }>(
      `mutation ($input: RecordPastContractsInput!) { recordPastContracts(input: $input) { rows { status problem } } }`,
      { input: { rows: won } },
    );
    expect(contracts.recordPastContracts.rows.map(({ status, problem }) => [status, problem])).toEqual(outcomes);
  });

  it('is recorded once, also when the same rows are sent twice at the same time', async () => {
    const admin = await at.service.as();
    const rows = Array.from({ length: 100 }, () => row({ stage: 'LOST', closedOn: '2017-02-01' }));
    const answers = await Promise.all(
      [1, 2].map(() => admin.query<{ recordPastDeals: { rows: Result[] } }>(record, { input: { rows } })),
    );
    const outcomes = answers.map(({ recordPastDeals }) => recordPastDeals.rows);
    expect(outcomes[0]?.map(({ id }) => id)).toEqual(outcomes[1]?.map(({ id }) => id));
    expect(outcomes.map((all) => all[0]?.status).sort()).toEqual(['ALREADY_RECORDED', 'RECORDED']);
    expect((await at.service.published('fivepoint.deal.deal-lost.v1')).map(({ subject }) => subject)).toEqual(
      expect.arrayContaining(outcomes[0]?.map(({ id }) => id) ?? []),
    );
  });

  it('is a contract with the deal that won it, and answers the id of the contract', async () => {
    const admin = await at.service.as();
    const contracts = `mutation ($input: RecordPastContractsInput!) {
        recordPastContracts(input: $input) { rows { externalId status id code problem } } }`;
    const accountId = await at.knownAccount();
    const term = { name: 'Invoice', basisPoints: 10_000, trigger: 'SIGNING', dueDays: 30 };
    const signed = (over: object) => {
      const { stage: _stage, openedOn: _openedOn, ...rest } = row({ accountId, ...over });
      return { ...rest, amount: { amount: '55.94', currency: 'USD' }, signedOn: '2013-01-02', paymentTerms: [term] };
    };
    const open = row({});
    await admin.query(record, { input: { rows: [open] } });
    const rows = [
      signed({}),
      signed({ accountId: uuidv7() }),
      signed({ externalId: open.externalId }),
      { ...signed({}), amount: { amount: '1.001', currency: 'USD' } },
      { ...signed({}), paymentTerms: [{ ...term, basisPoints: 9_999 }] },
      { ...signed({}), signedOn: '0206-03-01' },
    ];
    const send = async () =>
      (await admin.query<{ recordPastContracts: { rows: Result[] } }>(contracts, { input: { rows } }))
        .recordPastContracts.rows;
    const first = await send();
    expect(first.map(({ status, code }) => [status, code])).toEqual([
      ['RECORDED', null],
      ['REFUSED', 'NOT_FOUND'],
      ['REFUSED', 'INVALID_INPUT'],
      ['REFUSED', 'INVALID_INPUT'],
      ['REFUSED', 'INVALID_INPUT'],
      ['REFUSED', 'INVALID_INPUT'],
    ]);
    expect(first.at(-1)?.['problem']).toBe('signedOn: must not be before 1900-01-01');
    expect(await send()).toEqual(first.map((one) => (one.id ? { ...one, status: 'ALREADY_RECORDED' } : one)));
    const { contract } = await admin.query<{ contract: Result }>(
      `query ($id: UUID!) { contract(id: $id) { externalId origin signedOn amount { amount } account { id }
          paymentTerms { name basisPoints trigger dueDays } deal { stage openedOn closedOn origin } } }`,
      { id: first[0]?.id },
    );
    expect(contract).toEqual({
      externalId: rows[0]?.externalId,
      origin: 'IMPORTED',
      signedOn: '2013-01-02',
      amount: { amount: '55.94' },
      account: { id: accountId },
      paymentTerms: [term],
      deal: { stage: 'SIGNED', openedOn: '2013-01-02', closedOn: '2013-01-02', origin: 'IMPORTED' },
    });
    const events = await at.service.published('fivepoint.deal.contract-signed.v1');
    expect(events.filter(({ subject }) => subject === first[0]?.id)).toMatchObject([
      { origin: 'import', time: '2013-01-02T00:00:00.000Z', key: accountId },
    ]);
  });

  it('is for administrators only', async () => {
    const answer = await at.graph.raw(record, { input: { rows: [row({})] } });
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});
