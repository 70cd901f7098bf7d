import { uuidv7 } from '@fivepoint/kernel';
import { house, planLine, qualify } from '../spec/house';

const classify = `mutation ($input: ClassifyPursuitInput!) { classifyPursuit(input: $input) { __typename
  ... on Pursuit { id purchasePattern version } ... on NotFound { entity id }
  ... on VersionConflict { expectedVersion actualVersion } ... on PursuitWithdrawn { withdrawalReason }
  ... on IdempotencyKeyReused { key } } }`;

describe('pursuits', () => {
  const at = house();

  async function targeted(ownerId = at.rep, team = 'north'): Promise<{ pursuitId: string; accountId: string }> {
    const accountId = await at.tell.account();
    await at.tell.targeted(planLine({ accountId, ownerId, team }));
    const [pursuit] = await at.pursuitsOf(accountId);
    return { pursuitId: pursuit?.id ?? '', accountId };
  }

  it('are classified, which takes them off the list of those still to classify', async () => {
    const { pursuitId, accountId } = await targeted();
    const listed = async (classified: boolean) => {
      const { pursuits } = await at.graph.query<{ pursuits: { totalCount: number } }>(
        `{ pursuits(filter: { accountId: "${accountId}", ownerId: "${at.rep}", classified: ${classified} }) { totalCount } }`,
      );
      return pursuits.totalCount;
    };
    expect([await listed(false), await listed(true)]).toEqual([1, 0]);
    const input = { pursuitId, purchasePattern: 'RECURRING', expectedVersion: 1, idempotencyKey: uuidv7() };
    const first = await at.run(classify, input);
    expect(first).toEqual({ __typename: 'Pursuit', id: pursuitId, purchasePattern: 'RECURRING', version: 2 });
    expect(await at.run(classify, input)).toEqual(first);
    expect([await listed(false), await listed(true)]).toEqual([0, 1]);
    expect(await at.run(classify, { ...input, purchasePattern: 'PROJECT' })).toMatchObject({
      __typename: 'IdempotencyKeyReused',
    });
    expect(await at.run(classify, { pursuitId, purchasePattern: 'PROJECT', expectedVersion: 1 })).toEqual({
      __typename: 'VersionConflict',
      expectedVersion: 1,
      actualVersion: 2,
    });
  });

  it('that were withdrawn are not classified, until their line is back', async () => {
    const accountId = await at.tell.account();
    const line = planLine({ accountId, ownerId: at.rep });
    await at.tell.targeted(line);
    const [pursuit] = await at.pursuitsOf(accountId);
    const pursuitId = pursuit?.id;
    const { planId, planLineId, productId, target, ownerId, team } = line;
    const gone = { planId, planLineId, accountId, productId, target, ownerId, team, versionNumber: 2 };
    await at.tell.withdrawn({ ...gone, reason: '预算取消' });
    const input = { pursuitId, purchasePattern: 'PROJECT' };
    expect(await at.run(classify, input)).toEqual({ __typename: 'PursuitWithdrawn', withdrawalReason: '预算取消' });
    expect(await at.run(classify, { ...input, expectedVersion: 1 })).toMatchObject({ __typename: 'VersionConflict' });
    const { pursuit: kept } = await at.graph.query(
      'query ($id: UUID!) { pursuit(id: $id) { purchasePattern version } }',
      { id: pursuitId },
    );
    expect(kept).toEqual({ purchasePattern: null, version: 2 });
    await at.tell.targeted({ ...line, versionNumber: 3 });
    expect(await at.run(classify, input)).toMatchObject({ __typename: 'Pursuit', purchasePattern: 'PROJECT' });
  });

  it('of another team are as if there were none, for reading, classifying and capturing under them', async () => {
    const { pursuitId } = await targeted(uuidv7(), 'south');
    const none = { __typename: 'NotFound', entity: 'Pursuit', id: pursuitId };
    expect(await at.run(classify, { pursuitId, purchasePattern: 'PROJECT' })).toEqual(none);
    expect(await at.captured({ pursuitId })).toEqual(none);
    const { pursuit } = await at.graph.query('query ($id: UUID!) { pursuit(id: $id) { id } }', { id: pursuitId });
    expect(pursuit).toBeNull();
    const { _entities } = await at.graph.query<{ _entities: unknown[] }>(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Pursuit { id } } }',
      { r: [{ __typename: 'Pursuit', id: pursuitId }] },
    );
    expect(_entities).toEqual([null]);
  });

  it('show their leads, and follow one that qualifies even where it went to another team', async () => {
    const { pursuitId, accountId } = await targeted();
    const southern = await at.tell.rep('south');
    const { leadId } = await at.complete({ pursuitId, team: 'north' });
    const update =
      'mutation ($input: UpdateLeadInput!) { updateLead(input: $input) { __typename ... on Lead { team } } }';
    const admin = await at.service.as();
    expect(await at.run(update, { leadId, ownerId: southern }, admin)).toEqual({ __typename: 'Lead', team: 'south' });
    const colleague = await at.service.as({ roles: ['PRESALES'], repId: southern, teams: ['south'] });
    expect(await at.run(qualify, { leadId }, colleague)).toMatchObject({ status: 'QUALIFIED' });
    expect(await at.pursuitsOf(accountId)).toMatchObject([{ status: 'QUALIFIED', leads: { nodes: [{ id: leadId }] } }]);
  });

  it('are not for those who may only look', async () => {
    const { pursuitId } = await targeted();
    const finance = await at.service.as({ roles: ['FINANCE'], teams: ['north'] });
    const answer = await finance.raw(classify, { input: { pursuitId, purchasePattern: 'PROJECT' } });
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});
