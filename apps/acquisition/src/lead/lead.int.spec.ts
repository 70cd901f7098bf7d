import { uuidv7 } from '@fivepoint/kernel';
import { cny, type Result, type ServiceUnderTest } from '@fivepoint/testing';
import { capture, classify, disqualify, find, house, need, qualify, update } from '../spec/house';

describe('leads', () => {
  const at = house();

  describe('before the purchase pattern is known', () => {
    it('take no need and no finding: the pattern comes before anything else', async () => {
      const { id: leadId } = await at.captured();
      const shut = { __typename: 'GateNotMet', gate: 'PURCHASE_PATTERN', missing: ['purchasePattern'] };
      expect(await at.run(need, { leadId, kind: 'PROBLEM', statement: '断电' })).toEqual(shut);
      const budget = { leadId, letter: 'BUDGET', finding: 'approved', evidence: 'letter', met: true };
      expect(await at.run(find, budget)).toEqual(shut);
      await at.run(classify, { leadId, purchasePattern: 'PROJECT' });
      expect(await at.run(find, budget)).toMatchObject({ __typename: 'Lead' });
    });
  });

  describe('classified', () => {
    it('say how the customer buys, and may say it anew: project to recurring', async () => {
      const { id: leadId } = await at.captured();
      expect(await at.run(classify, { leadId, purchasePattern: 'PROJECT' })).toMatchObject({
        status: 'CLASSIFIED',
        nextStatuses: ['CLASSIFIED', 'QUALIFIED', 'DISQUALIFIED'],
        purchasePattern: 'PROJECT',
      });
      await at.run(classify, { leadId, purchasePattern: 'PROJECT' });
      await at.run(classify, { leadId, purchasePattern: 'RECURRING' });
      const events = await at.eventsOf('fivepoint.acquisition.lead-classified.v1', leadId);
      expect(events.map(({ data }) => data)).toEqual([
        { leadId, accountId: null, scenario: 'PROJECT' },
        { leadId, accountId: null, scenario: 'RECURRING', previousScenario: 'PROJECT' },
      ]);
    });

    it('are refused for a version that somebody else has changed', async () => {
      const { id: leadId } = await at.captured();
      await at.run(classify, { leadId, purchasePattern: 'PROJECT', expectedVersion: 1 });
      expect(await at.run(classify, { leadId, purchasePattern: 'RECURRING', expectedVersion: 1 })).toEqual({
        __typename: 'VersionConflict',
        expectedVersion: 1,
        actualVersion: 2,
      });
    });
  });

  it('keep what the customer said, in the order it was said', async () => {
    const { id: leadId } = await at.captured({ purchasePattern: 'PROJECT' });
    const said = [
      { kind: 'SITUATION', statement: '全省 1,200 个站点使用旧式电源' },
      { kind: 'PROBLEM', statement: '旧电源故障导致站点断电' },
      { kind: 'NEED_PAYOFF', statement: '更换后断电次数减少一半' },
    ];
    let lead: Result | undefined;
    for (const one of said) lead = await at.run(need, { leadId, ...one });
    expect(lead?.['needs']).toEqual({ nodes: said });
  });

  it('are expected to be signed on a day that somebody can mean', async () => {
    const slip = { __typename: 'InvalidInput', problems: [{ path: 'expectedCloseOn' }] };
    expect(await at.captured({ expectedCloseOn: '0202-03-31' })).toMatchObject(slip);
    const { id: leadId } = await at.captured();
    expect(await at.run(update, { leadId, expectedCloseOn: '2999-03-31' })).toMatchObject(slip);
  });

  it('announce whose they are from now on, when that has changed and not else: account, owner, team', async () => {
    const lead = await at.captured();
    const leadId = lead.id;
    const told = () => at.eventsOf('fivepoint.acquisition.lead-updated.v1', leadId);
    await at.run(update, { leadId, title: '机房电源改造' });
    expect(await told()).toEqual([]);
    const accountId = await at.tell.account();
    await at.run(update, { leadId, accountId });
    await at.run(update, { leadId, ownerId: at.rep });
    await at.run(update, { leadId, accountId, ownerId: at.rep, team: 'north' });
    await at.run(update, { leadId, team: 'south' }, await at.service.as());
    const events = await told();
    expect(events.map(({ data }) => data)).toEqual([
      { leadId, accountId, team: 'north' },
      { leadId, accountId, ownerId: at.rep, team: 'north' },
      { leadId, accountId, ownerId: at.rep, team: 'south' },
    ]);
    for (const event of events)
      expect(event).toMatchObject({ key: accountId, correlationId: lead['correlationId'] as string });
  });

  it('have one current finding per element; what was found before is in the audit trail', async () => {
    const { id: leadId } = await at.captured({ purchasePattern: 'PROJECT' });
    const budget = { leadId, letter: 'BUDGET' };
    await at.run(find, { ...budget, finding: 'asked for', met: false });
    const lead = await at.run(find, { ...budget, finding: 'approved', evidence: '预算批复 2026-017', met: true });
    expect(lead['bantFindings']).toMatchObject([
      { letter: 'BUDGET', finding: 'approved', evidence: '预算批复 2026-017', met: true },
    ]);
    expect(lead['stillMissing']).not.toContain('budget');
    const changes = (await at.service.audit(leadId)).flatMap((row) => row.changes);
    expect(changes.filter(({ entity }) => entity === 'BantFinding').at(-1)).toMatchObject({
      before: { finding: 'asked for', evidence: null, met: false },
      after: { finding: 'approved', evidence: '预算批复 2026-017', met: true },
    });
  });

  it('are refused a finding or a need by who has not seen the one before', async () => {
    const { id: leadId } = await at.captured({ purchasePattern: 'PROJECT' });
    const budget = { leadId, letter: 'BUDGET', finding: 'approved', evidence: '预算批复 2026-017', met: true };
    const said = { leadId, kind: 'PROBLEM', statement: '断电' };
    expect(await at.run(find, { ...budget, expectedVersion: 1 })).toMatchObject({ version: 2 });
    const late = { __typename: 'VersionConflict', actualVersion: 2 };
    expect(await at.run(find, { ...budget, finding: 'none', met: false, expectedVersion: 1 })).toEqual(late);
    expect(await at.run(need, { ...said, expectedVersion: 1 })).toEqual(late);
    expect(await at.run(need, { ...said, expectedVersion: 2 })).toMatchObject({
      version: 3,
      needs: { nodes: [{ kind: 'PROBLEM' }] },
    });
    expect(await at.run(qualify, { leadId, expectedVersion: 2 })).toEqual({ ...late, actualVersion: 3 });
  });

  it('take up what was not known when they came: account, owner, amount and close', async () => {
    const { id: leadId } = await at.captured();
    const accountId = await at.tell.account();
    const contactId = await at.tell.contact(accountId);
    const added = await at.run(update, {
      leadId,
      accountId,
      ownerId: at.rep,
      expectedAmount: cny('1300000.00'),
      expectedCloseOn: '2027-03-31',
      contactIds: [contactId],
      expectedVersion: 1,
    });
    expect(added).toMatchObject({
      version: 2,
      title: '站点电源改造',
      account: { id: accountId },
      owner: { id: at.rep },
      team: 'north',
      contacts: [{ id: contactId }],
      expectedAmount: cny('1300000.00'),
      stillMissing: ['purchasePattern', 'budget', 'authority', 'need', 'timing'],
    });
    expect(await at.run(update, { leadId, title: '改造', expectedVersion: 1 })).toMatchObject({
      __typename: 'VersionConflict',
      actualVersion: 2,
    });
    expect(await at.run(update, { leadId, title: '改造' })).toMatchObject({
      title: '改造',
      account: { id: accountId },
    });
    const nobody = uuidv7();
    expect(await at.run(update, { leadId, ownerId: nobody })).toEqual({
      __typename: 'NotFound',
      entity: 'Rep',
      id: nobody,
    });
    expect(await at.run(update, { leadId, expectedAmount: cny('-0.01') })).toEqual({
      __typename: 'InvalidInput',
      problems: [{ path: 'expectedAmount', message: 'must not be negative' }],
    });
  });

  it('are handed on within the own teams only, and say nothing of accounts out of sight', async () => {
    const { id: leadId } = await at.captured({ ownerId: at.rep });
    const southern = await at.tell.rep('south');
    expect(await at.run(update, { leadId, ownerId: southern, team: 'south' })).toEqual({
      __typename: 'InvalidInput',
      problems: [
        { path: 'ownerId', message: 'must be you or a rep of one of your teams: north' },
        { path: 'team', message: 'must be one of yours: north' },
      ],
    });
    const accountId = await at.tell.account({ team: 'south' });
    const contactId = await at.tell.contact(accountId);
    const none = { __typename: 'NotFound', entity: 'Account', id: accountId };
    expect(await at.run(update, { leadId, accountId })).toEqual(none);
    expect(await at.run(update, { leadId, contactIds: [contactId] })).toEqual({
      ...none,
      entity: 'Contact',
      id: contactId,
    });
    const admin = await at.service.as();
    const given = { leadId, accountId, ownerId: southern, team: 'north' };
    expect(await at.run(update, given, admin)).toMatchObject({ owner: { id: southern }, team: 'north' });
    expect(await at.run(update, { ...given, contactIds: [contactId], title: '改造' })).toMatchObject({
      title: '改造',
      account: { id: accountId },
      owner: { id: southern },
      team: 'north',
      contacts: [{ id: contactId }],
    });
  });

  it('are given up with their reason, classified or not, and only once', async () => {
    for (const input of [{}, { purchasePattern: 'PROJECT' }]) {
      const { id: leadId } = await at.captured(input);
      const reason = '预算已冻结至 2027 年';
      expect(await at.run(disqualify, { leadId, reason })).toMatchObject({ status: 'DISQUALIFIED' });
      expect(await at.run(disqualify, { leadId, reason })).toMatchObject({
        __typename: 'TransitionRefused',
        fromState: 'DISQUALIFIED',
      });
      const events = await at.eventsOf('fivepoint.acquisition.lead-disqualified.v1', leadId);
      expect(events.map(({ data }) => data)).toEqual([{ leadId, accountId: null, reason }]);
      expect(await at.run(update, { leadId, title: '改造' })).toMatchObject({ __typename: 'LeadClosed' });
    }
  });

  describe('who sees what', () => {
    it('shows a lead to its owner, the own team and the management, and to nobody else', async () => {
      const { id } = await at.captured({ ownerId: at.rep });
      const seen = async (person: Parameters<ServiceUnderTest['as']>[0]) => {
        const { lead } = await (
          await at.service.as(person)
        ).query<{ lead: Result | null }>('query ($id: UUID!) { lead(id: $id) { id } }', { id });
        return lead !== null;
      };
      expect(await seen({ roles: ['REP'], repId: at.rep, teams: [] })).toBe(true);
      expect(await seen({ roles: ['REP'], repId: uuidv7(), teams: ['north'] })).toBe(true);
      expect(await seen({ roles: ['EXECUTIVE'], teams: [] })).toBe(true);
      expect(await seen({ roles: ['REP'], repId: uuidv7(), teams: ['south'] })).toBe(false);
      expect(await seen({ roles: ['PARTNER'], teams: ['north'] })).toBe(false);
      expect(await seen({ roles: ['ADMIN'], tenantId: uuidv7() })).toBe(false);
    });

    it("answers for another team's lead as if there were none, in every mutation and through a reference", async () => {
      const { id: leadId } = await at.captured({ ownerId: at.rep, purchasePattern: 'PROJECT' });
      const stranger = await at.service.as({ roles: ['REP'], repId: uuidv7(), teams: ['south'] });
      const none = { __typename: 'NotFound', entity: 'Lead', id: leadId };
      expect(await at.run(update, { leadId, title: '改造' }, stranger)).toEqual(none);
      expect(await at.run(classify, { leadId, purchasePattern: 'RECURRING' }, stranger)).toEqual(none);
      expect(await at.run(need, { leadId, kind: 'PROBLEM', statement: '断电' }, stranger)).toEqual(none);
      expect(await at.run(find, { leadId, letter: 'NEED', finding: 'none', met: false }, stranger)).toEqual(none);
      expect(await at.run(qualify, { leadId }, stranger)).toEqual(none);
      expect(await at.run(disqualify, { leadId, reason: 'not mine' }, stranger)).toEqual(none);
      const { _entities } = await stranger.query<{ _entities: unknown[] }>(
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Lead { id status } } }',
        { r: [{ __typename: 'Lead', id: leadId }] },
      );
      expect(_entities).toEqual([null]);
    });

    it('refuses a role that may only look', async () => {
      const finance = await at.service.as({ roles: ['FINANCE'], teams: ['north'] });
      const answer = await finance.raw(capture, { input: { source: 'EVENT', title: '展会' } });
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    });
  });

  it('are listed by what is asked for, and under their account', async () => {
    const accountId = await at.tell.account();
    const [one, two] = [
      await at.captured({ accountId, ownerId: at.rep, source: 'EVENT' }),
      await at.captured({ accountId, purchasePattern: 'PROJECT', source: 'EVENT' }),
    ];
    const pooled = await at.captured({ source: 'PARTNER' });
    const ids = async (filter: string) => {
      const { leads } = await at.graph.query<{ leads: { nodes: Result[] } }>(
        `{ leads(first: 100, filter: { ${filter} }) { nodes { id } } }`,
      );
      return leads.nodes.map(({ id }) => id);
    };
    expect(await ids(`accountId: "${accountId}"`)).toEqual([two.id, one.id]);
    expect(await ids(`accountId: "${accountId}", statuses: [CLASSIFIED]`)).toEqual([two.id]);
    expect(await ids(`accountId: "${accountId}", ownerId: "${at.rep}"`)).toEqual([one.id]);
    expect(await ids(`accountId: "${accountId}", hasOwner: false`)).toEqual([two.id]);
    expect(await ids('sources: [PARTNER], hasAccount: false')).toEqual([pooled.id]);
    expect(await ids('sources: [PARTNER], hasAccount: true')).toEqual([]);
    const { _entities } = await at.graph.query<{ _entities: unknown[] }>(
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Account {
        leads(first: 1) { totalCount nodes { id } pageInfo { hasNextPage } } pursuits { totalCount } } } }`,
      { r: [{ __typename: 'Account', id: accountId }] },
    );
    expect(_entities).toEqual([
      {
        leads: { totalCount: 2, nodes: [{ id: two.id }], pageInfo: { hasNextPage: true } },
        pursuits: { totalCount: 0 },
      },
    ]);
  });
});
