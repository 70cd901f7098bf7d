import { uuidv7 } from '@fivepoint/kernel';
import { cny } from '@fivepoint/testing';
import { fourStages, house, rep, signed } from '../spec/house';

const contractQuery = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Contract {
  id settled settledOn collected { amount currency } outstanding { amount currency } warrantyEndsOn
  instalments { number name basisPoints trigger dueDays status triggeredOn dueOn amount { amount currency }
    collected { amount } outstanding { amount } contract { id } account { id } owner { id } team correlationId origin } } } }`;

describe('when deal signs a contract', () => {
  const at = house();

  const contract = async (id: string, graph = at.finance) =>
    (
      await graph.query<{ _entities: Record<string, unknown>[] }>(contractQuery, {
        r: [{ __typename: 'Contract', id }],
      })
    )._entities[0];

  it('opens its instalments once, exact to the fen, the down payment due at once', async () => {
    const accountId = await at.knownAccount();
    const data = signed({ accountId });
    const about = { subject: data.contractId };
    const event = await at.service.receive('fivepoint.deal.contract-signed.v1', data, about);
    await at.service.receiveAgain(event);
    const opened = await contract(data.contractId);
    expect(opened).toMatchObject({
      settled: false,
      settledOn: null,
      collected: cny('0.00'),
      outstanding: cny('1000000.01'),
      warrantyEndsOn: null,
    });
    const shared = {
      basisPoints: 3000,
      collected: { amount: '0.00' },
      contract: { id: data.contractId },
      account: { id: accountId },
      owner: { id: rep },
      team: 'north',
      correlationId: event.correlationId,
      origin: 'LIVE',
    };
    const instalments = opened?.['instalments'] as { amount: { amount: string } }[];
    expect(instalments[0]).toEqual({
      ...shared,
      number: 1,
      name: '首付款',
      trigger: 'SIGNING',
      dueDays: 15,
      status: 'DUE',
      triggeredOn: '2026-03-18',
      dueOn: '2026-04-02',
      amount: cny('300000.00'),
      outstanding: { amount: '300000.00' },
    });
    expect(instalments.map(({ amount }) => amount.amount)).toEqual(['300000.00', '400000.01', '250000.00', '50000.00']);
    expect(instalments.slice(1)).toMatchObject(
      ['DELIVERY', 'ACCEPTANCE', 'WARRANTY_END'].map((trigger) => ({ trigger, status: 'SCHEDULED', dueOn: null })),
    );
  });

  it('waits for an account that planning has not told of yet, and goes on as soon as it has', async () => {
    const accountId = uuidv7();
    const data = signed({ accountId });
    const event = await at.service.receive('fivepoint.deal.contract-signed.v1', data, {
      subject: data.contractId,
      unfinished: true,
    });
    expect(await at.instalments(data.contractId)).toEqual([]);
    await at.tell.account({ accountId });
    await at.service.receiveAgain(event);
    expect(await at.instalments(data.contractId)).toHaveLength(4);
  });

  it('parks what cannot be billed, with the reason', async () => {
    const accountId = await at.knownAccount();
    const data = signed({ accountId, paymentTerms: fourStages.slice(0, 3) });
    await at.service.receive('fivepoint.deal.contract-signed.v1', data, { subject: data.contractId });
    const nobody = signed();
    await at.service.receive('fivepoint.deal.contract-signed.v1', nobody, { subject: nobody.contractId });
    const reasons = (await at.service.parked()).map(({ reason }) => reason);
    expect(reasons).toEqual([
      expect.stringContaining('basis points must sum to 10000, not 9500'),
      expect.stringContaining('must name its account'),
    ]);
  });

  it('takes recorded history in without opening work', async () => {
    const data = signed({ accountId: await at.knownAccount() });
    const about = { subject: data.contractId, origin: 'import' as const };
    await at.service.receive('fivepoint.deal.contract-signed.v1', data, about);
    expect(await contract(data.contractId)).toMatchObject({ instalments: [], outstanding: null, settled: false });
    const unknown = signed();
    await at.service.receive('fivepoint.deal.contract-signed.v1', unknown, { ...about, subject: unknown.contractId });
    expect(await contract(unknown.contractId)).toMatchObject({ instalments: [], settled: false });
  });

  describe('who sees it', () => {
    it('is the owner, the own team, finance, delivery and the management, and nobody else', async () => {
      const { contractId, instalments } = await at.contract();
      const sees = async (person: Parameters<typeof at.service.as>[0]) => {
        const viewer = await at.service.as(person);
        const found = await viewer.query<{ instalment: unknown; instalments: { nodes: unknown[] } }>(
          'query ($id: UUID!, $c: UUID!) { instalment(id: $id) { id } instalments(filter: { contractId: $c }) { nodes { id } } }',
          { id: instalments[0]?.id, c: contractId },
        );
        expect(found.instalments.nodes).toHaveLength(found.instalment ? 4 : 0);
        const outstanding = (await contract(contractId, viewer))?.['outstanding'];
        expect(outstanding !== null).toBe(found.instalment !== null);
        return found.instalment !== null;
      };
      expect(await sees({ roles: ['REP'], repId: rep, teams: [] })).toBe(true);
      expect(await sees({ roles: ['MANAGER'], teams: ['north'] })).toBe(true);
      expect(await sees({ roles: ['FINANCE'] })).toBe(true);
      expect(await sees({ roles: ['DELIVERY'] })).toBe(true);
      expect(await sees({ roles: ['EXECUTIVE'] })).toBe(true);
      expect(await sees({ roles: ['REP'], repId: uuidv7(), teams: ['south'] })).toBe(false);
      expect(await sees({ roles: ['PARTNER'], teams: ['north'] })).toBe(false);
      expect(await sees({ roles: ['FINANCE'], tenantId: uuidv7() })).toBe(false);
    });

    it('is nobody without a token', async () => {
      const anonymous = at.finance.as(undefined);
      for (const query of [
        '{ instalments { nodes { id } } }',
        '{ receivablesAgeing(asOf: "2026-11-24") { currency } }',
        `{ _entities(representations: [{ __typename: "Contract", id: "${rep}" }]) { __typename } }`,
      ]) {
        const answer = await anonymous.raw(query);
        expect(answer.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
      }
    });
  });
});
