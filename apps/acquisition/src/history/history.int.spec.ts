import { uuidv7 } from '@fivepoint/kernel';
import type { Result } from '@fivepoint/testing';
import { house, qualify } from '../spec/house';

const record = `mutation ($input: RecordPastLeadsInput!) { recordPastLeads(input: $input) { rows { index externalId status id problem } } }`;

describe('recorded history', () => {
  const at = house();

  const row = (over: object = {}) => ({
    externalId: uuidv7(),
    title: 'GTX Basic',
    ownerId: at.rep,
    team: 'north',
    capturedOn: '2016-10-20',
    ...over,
  });

  it('is recorded once, row by row, past every gate, and published as history with its own time', async () => {
    const admin = await at.service.as();
    const accountId = await at.tell.account();
    const unknown = uuidv7();
    const rows = [
      row({ accountId, purchasePattern: 'PROJECT', expectedAmount: { amount: '1054', currency: 'USD' } }),
      row(),
      row({ accountId: unknown }),
      row({ expectedAmount: { amount: '1.234', currency: 'USD' } }),
      row({ title: ' ', team: 'x'.repeat(201) }),
    ];
    const sent = () => admin.query<{ recordPastLeads: { rows: Result[] } }>(record, { input: { rows } });
    const first = (await sent()).recordPastLeads.rows;
    expect(first.map(({ status }) => status)).toEqual(['RECORDED', 'RECORDED', 'REFUSED', 'REFUSED', 'REFUSED']);
    expect(first[2]?.['problem']).toContain(unknown);
    expect(first[3]?.['problem']).toMatch(/^expectedAmount.amount: USD has 2 decimals/);
    expect(first[4]?.['problem']).toMatch(/^title: must have 1 to 200 .*; team: must have 1 to 200 /);
    const second = (await sent()).recordPastLeads.rows;
    expect(second.slice(0, 2)).toEqual(first.slice(0, 2).map((one) => ({ ...one, status: 'ALREADY_RECORDED' })));

    const events = (await at.service.published('fivepoint.acquisition.lead-captured.v1')).filter(({ subject }) =>
      first.some(({ id }) => id === subject),
    );
    expect(events).toMatchObject([
      {
        origin: 'import',
        time: '2016-10-20T00:00:00.000Z',
        key: accountId,
        data: { accountId, source: 'OTHER', scenario: 'PROJECT', ownerId: at.rep, team: 'north' },
      },
      { origin: 'import', key: first[1]?.id, data: { accountId: null } },
    ]);
    const { leads } = await admin.query<{ leads: { nodes: Result[] } }>(
      `{ leads(filter: { ownerId: "${at.rep}" }) { nodes { id status origin capturedOn externalId expectedAmount { amount } } } }`,
    );
    const recorded = leads.nodes.filter(({ externalId }) => rows.some((one) => one.externalId === externalId));
    expect(recorded).toMatchObject([
      { status: 'CAPTURED', origin: 'IMPORTED', capturedOn: '2016-10-20', expectedAmount: null },
      { status: 'CLASSIFIED', origin: 'IMPORTED', expectedAmount: { amount: '1054.00' } },
    ]);
  });

  it('is refused, row by row, where nobody knows the account, the product or the owner', async () => {
    const admin = await at.service.as();
    const productId = await at.tell.product();
    const unknown = uuidv7();
    const rows = [
      row({ productId }),
      row({ accountId: unknown }),
      row({ productId: unknown }),
      row({ ownerId: unknown }),
    ];
    const { recordPastLeads } = await admin.query<{ recordPastLeads: { rows: Result[] } }>(record, { input: { rows } });
    expect(recordPastLeads.rows.map(({ status, problem }) => [status, problem])).toEqual([
      ['RECORDED', null],
      ...['Account', 'Product', 'Rep'].map((kind) => ['REFUSED', expect.stringContaining(`${kind} ${unknown}`)]),
    ]);
  });

  it('meets the gate when somebody goes on with it', async () => {
    const admin = await at.service.as();
    const { recordPastLeads } = await admin.query<{ recordPastLeads: { rows: Result[] } }>(record, {
      input: { rows: [row({ purchasePattern: 'PROJECT' })] },
    });
    const { qualifyLead } = await admin.query<{ qualifyLead: Result }>(qualify, {
      input: { leadId: recordPastLeads.rows[0]?.id },
    });
    expect(qualifyLead).toMatchObject({
      __typename: 'GateNotMet',
      missing: ['budget', 'authority', 'need', 'timing', 'account', 'expectedAmount', 'expectedCloseOn'],
    });
  });

  it('is for administrators only, and at most 500 rows at once', async () => {
    const manager = await at.service.as({ roles: ['MANAGER'], teams: ['north'] });
    const refused = await manager.raw(record, { input: { rows: [row()] } });
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const rows = Array.from({ length: 501 }, () => row());
    const tooMany = await (await at.service.as()).raw(record, { input: { rows } });
    expect(tooMany.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});
