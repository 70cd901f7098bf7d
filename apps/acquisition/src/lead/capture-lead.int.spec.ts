import { uuidv7 } from '@fivepoint/kernel';
import { cny, connected, type Result } from '@fivepoint/testing';
import { house, planLine } from '../spec/house';

describe('capturing a lead', () => {
  const at = house();

  it('may come without account, owner and pattern: it waits in the pool of the own team', async () => {
    const lead = await at.captured({ organisation: '安徽电信' });
    expect(lead).toMatchObject({
      __typename: 'Lead',
      status: 'CAPTURED',
      purchasePattern: null,
      account: null,
      owner: null,
      team: 'north',
      origin: 'LIVE',
      stillMissing: [
        'purchasePattern',
        'budget',
        'authority',
        'need',
        'timing',
        'account',
        'expectedAmount',
        'expectedCloseOn',
        'owner',
      ],
    });
    expect(await at.eventsOf('fivepoint.acquisition.lead-captured.v1', lead.id)).toMatchObject([
      {
        key: lead.id,
        correlationId: lead['correlationId'],
        data: { leadId: lead.id, accountId: null, name: '安徽电信', source: 'INBOUND', team: 'north' },
      },
    ]);
  });

  it('is classified at once where the pattern is known, and goes to the team of its owner', async () => {
    const accountId = await at.tell.account();
    const contactId = await at.tell.contact(accountId);
    const colleague = await at.tell.rep('north-west');
    const both = await at.service.as({ roles: ['MANAGER'], teams: ['north', 'north-west'] });
    const lead = await at.captured(
      {
        accountId,
        organisation: '湖南电信',
        ownerId: colleague,
        purchasePattern: 'RECURRING',
        contactIds: [contactId, contactId],
      },
      both,
    );
    expect(lead).toMatchObject({
      status: 'CLASSIFIED',
      team: 'north-west',
      owner: { id: colleague },
      contacts: [{ id: contactId }],
    });
    const [event] = await at.eventsOf('fivepoint.acquisition.lead-captured.v1', lead.id);
    expect(event).toMatchObject({ key: accountId, data: { scenario: 'RECURRING', ownerId: colleague } });
    expect(event?.data).not.toHaveProperty('name');
  });

  it('inherits from its pursuit: account, product, plan line, owner, turn and pattern', async () => {
    const accountId = await at.tell.account();
    const line = planLine({ accountId, ownerId: at.rep });
    const event = await at.tell.targeted(line);
    const { pursuits } = await at.graph.query<{ pursuits: { nodes: Result[] } }>(
      'query ($accountId: UUID!) { pursuits(filter: { accountId: $accountId }) { nodes { id } } }',
      { accountId },
    );
    const pursuitId = pursuits.nodes[0]?.id ?? '';
    const inherited = {
      account: { id: accountId },
      product: { id: line.productId },
      planLine: { id: line.planLineId },
      owner: { id: at.rep },
      team: 'north',
      pursuit: { id: pursuitId },
      correlationId: event.correlationId,
    };
    expect(await at.captured({ pursuitId })).toMatchObject({ ...inherited, status: 'CAPTURED' });
    const { classifyPursuit } = await at.graph.query<{ classifyPursuit: Result }>(
      `mutation ($input: ClassifyPursuitInput!) { classifyPursuit(input: $input) { ... on Pursuit { purchasePattern } } }`,
      { input: { pursuitId, purchasePattern: 'PROJECT' } },
    );
    expect(classifyPursuit).toEqual({ purchasePattern: 'PROJECT' });
    const second = await at.captured({ pursuitId });
    expect(second).toMatchObject({ ...inherited, status: 'CLASSIFIED', purchasePattern: 'PROJECT' });
    expect((await at.eventsOf('fivepoint.acquisition.lead-captured.v1', second.id))[0]).toMatchObject({
      correlationId: event.correlationId,
      data: { pursuitId, planLineId: line.planLineId, productId: line.productId, scenario: 'PROJECT' },
    });
    const elsewhere = await at.captured({ pursuitId, accountId: await at.tell.account() });
    expect(elsewhere).toMatchObject({ __typename: 'InvalidInput', problems: [{ path: 'accountId' }] });
  });

  it.each([
    ['accountId', 'Account'],
    ['productId', 'Product'],
    ['ownerId', 'Rep'],
    ['pursuitId', 'Pursuit'],
  ])('is refused where %s is not known', async (field, kind) => {
    const id = uuidv7();
    expect(await at.captured({ [field]: id })).toEqual({ __typename: 'NotFound', entity: kind, id });
  });

  it('is refused where a contact is not known', async () => {
    const id = uuidv7();
    expect(await at.captured({ contactIds: [id] })).toEqual({ __typename: 'NotFound', entity: 'Contact', id });
  });

  it("is refused for another team's account and for somebody there, as if there were none; not under a pursuit that one sees", async () => {
    const accountId = await at.tell.account({ ownerId: uuidv7(), team: 'south' });
    const contactId = await at.tell.contact(accountId);
    expect(await at.captured({ accountId })).toEqual({ __typename: 'NotFound', entity: 'Account', id: accountId });
    const unseen = { __typename: 'NotFound', entity: 'Contact', id: contactId };
    expect(await at.captured({ contactIds: [contactId] })).toEqual(unseen);
    expect(await at.captured({ accountId: await at.tell.account(), contactIds: [contactId] })).toEqual(unseen);
    const presales = await at.service.as({ roles: ['PRESALES'], teams: ['north'] });
    expect(await at.captured({ accountId, contactIds: [contactId] }, presales)).toMatchObject({ __typename: 'Lead' });
    await at.tell.targeted(planLine({ accountId, ownerId: at.rep }));
    const [pursuit] = await at.pursuitsOf(accountId);
    expect(await at.captured({ pursuitId: pursuit?.id, accountId, contactIds: [contactId] })).toMatchObject({
      account: { id: accountId },
      contacts: [{ id: contactId }],
    });
  });

  it('is given to oneself and to the own teams only, unless by those who act for every team', async () => {
    const southern = await at.tell.rep('south');
    const refused = (path: string, problem: string) => ({
      __typename: 'InvalidInput',
      problems: [{ path, message: problem }],
    });
    expect(await at.captured({ ownerId: southern })).toEqual(
      refused('ownerId', 'must be you or a rep of one of your teams: north'),
    );
    expect(await at.captured({ team: 'south' })).toEqual(refused('team', 'must be one of yours: north'));
    const manager = await at.service.as({ roles: ['MANAGER'], teams: ['north'] });
    expect(await at.captured({ ownerId: southern }, manager)).toMatchObject({ __typename: 'InvalidInput' });
    const [mine, given] = [
      await at.captured({ ownerId: at.rep, team: 'north' }),
      await at.captured({ ownerId: southern }, await at.service.as()),
    ];
    expect([mine, given]).toMatchObject([
      { owner: { id: at.rep }, team: 'north' },
      { owner: { id: southern }, team: 'south' },
    ]);
  });

  it('is refused for a negative amount, and for a title that says nothing', async () => {
    expect(await at.captured({ expectedAmount: cny('-1.00') })).toMatchObject({
      __typename: 'InvalidInput',
      problems: [{ path: 'expectedAmount' }],
    });
    expect(await at.captured({ title: '  ' })).toMatchObject({
      __typename: 'InvalidInput',
      problems: [{ path: 'title' }],
    });
  });

  it('is recorded once for its idempotency key, and the key is refused for another', async () => {
    const input = { idempotencyKey: uuidv7(), title: '一次' };
    const [first, again] = [await at.captured(input), await at.captured(input)];
    expect(again).toEqual(first);
    expect(await at.eventsOf('fivepoint.acquisition.lead-captured.v1', first.id)).toHaveLength(1);
    expect(await at.captured({ ...input, title: '另一条' })).toMatchObject({ __typename: 'IdempotencyKeyReused' });
  });

  it('forgets keys that are older than 30 days, with the next command that brings one', async () => {
    const tenantId = uuidv7();
    const days = (count: number) => new Date(Date.now() - count * 24 * 3_600_000).toISOString();
    const keys = () =>
      connected(at.service.superuserUrl, async (client) => {
        const { rows } = await client.query<{ key: string }>(
          'select key from idempotency_key where tenant_id = $1 order by key',
          [tenantId],
        );
        return rows.map(({ key }) => key);
      });
    await connected(at.service.superuserUrl, (client) =>
      client.query(
        `insert into idempotency_key select $1, 'somebody', 'captureLead', key, 'hash', 'Lead', $1, at
         from unnest($2::text[], $3::timestamptz[]) as old (key, at)`,
        [tenantId, ['31 days', '29 days'], [days(31), days(29)]],
      ),
    );
    const elsewhere = await at.service.as({ tenantId });
    await at.captured({ idempotencyKey: 'new' }, elsewhere);
    expect(await keys()).toEqual(['29 days', 'new']);
  });
});
