import { uuidv7 } from '@fivepoint/kernel';
import { eventually, type Result } from '@fivepoint/testing';
import { house, made, makeAccount, run } from '../spec/house';
import { registerTenantOf } from '../spec/registered';

describe('an override of what is computed (P14)', () => {
  const at = house();
  beforeAll(() => registerTenantOf(at.service));

  const reason = '合同已口头确认';
  const now = async (id: string) => {
    const { account } = await at.admin.query<{ account: { stage: string; assessment: Result } }>(
      `query ($id: UUID!) { account(id: $id) { stage assessment { assessedOn stage relationshipScore
        stageBasis { stage override { id } } scoreBasis { score override { id } } } } }`,
      { id },
    );
    return account;
  };

  it('wins while it lasts, and the computed one runs on beneath', async () => {
    const accountId = await makeAccount(at.admin);
    const set = await run(at.manager, 'overrideStage', {
      accountId,
      stage: 'MATURITY',
      reason,
      expiresOn: '2026-06-20',
    });
    // The account has no owner, so that the manager of a team does not see it.
    expect(set).toMatchObject({ __typename: 'NotFound', entity: 'Account' });
    const override = await run(at.admin, 'overrideStage', {
      accountId,
      stage: 'MATURITY',
      reason,
      expiresOn: '2026-06-20',
    });
    expect(override).toMatchObject({
      ...{ stage: 'MATURITY', score: null, reason, setOn: '2026-06-15', expiresOn: '2026-06-20', endedOn: null },
      account: { id: accountId },
    });
    expect(await now(accountId)).toMatchObject({
      stage: 'MATURITY',
      assessment: { stageBasis: { stage: 'EXPLORATION', override: { id: override.id } } },
    });
    at.today = '2026-06-21';
    await eventually(async () => {
      expect(await now(accountId)).toMatchObject({
        stage: 'EXPLORATION',
        assessment: { assessedOn: '2026-06-21', stageBasis: { override: null } },
      });
    });
    const told = await at.service.published('fivepoint.planning.account-classified.v1');
    expect(told.filter(({ key }) => key === accountId).map(({ data }) => [data.stage, data.reason])).toEqual([
      ['MATURITY', 'OVERRIDE'],
      ['EXPLORATION', 'NO_ORDER'],
    ]);
    expect(await at.service.audit(override.id)).toMatchObject([
      { mutation: 'overrideStage', changes: [{ entity: 'RelationshipOverride', before: null, after: { reason } }] },
    ]);
  });

  it('of the score has its own, and can be taken back', async () => {
    const accountId = await makeAccount(at.admin);
    const input = { accountId, score: 85, reason, expiresOn: '2026-12-31' };
    const id = await made(at.admin, 'overrideRelationshipScore', input);
    expect(await now(accountId)).toMatchObject({
      assessment: { relationshipScore: '85.0000', scoreBasis: { score: '0.0000', override: { id } } },
    });
    const end = { relationshipOverrideId: id, expectedVersion: 1 };
    expect(await run(at.admin, 'endRelationshipOverride', end)).toMatchObject({
      id,
      version: 2,
      endedOn: '2026-06-15',
    });
    expect(await now(accountId)).toMatchObject({ assessment: { relationshipScore: '0.0000' } });
    expect(await run(at.admin, 'endRelationshipOverride', end)).toMatchObject({ __typename: 'VersionConflict' });
    expect(await run(at.admin, 'endRelationshipOverride', { relationshipOverrideId: id })).toMatchObject({
      problems: [{ path: 'relationshipOverrideId', message: 'was taken back already, on 2026-06-15' }],
    });
    const { relationshipOverride } = await at.admin.query<{ relationshipOverride: Result }>(
      'query ($id: UUID!) { relationshipOverride(id: $id) { score endedOn } }',
      { id },
    );
    expect(relationshipOverride).toEqual({ score: 85, endedOn: '2026-06-15' });
  });

  it('needs a reason and an end that is not past', async () => {
    const accountId = await makeAccount(at.admin);
    const input = { accountId, stage: 'DECLINE', reason, expiresOn: '2026-06-14' };
    expect(await run(at.admin, 'overrideStage', input)).toMatchObject({ problems: [{ path: 'expiresOn' }] });
    expect(await run(at.admin, 'overrideStage', { ...input, reason: ' ' })).toMatchObject({
      problems: [{ path: 'reason' }],
    });
    expect(await run(at.admin, 'overrideStage', { ...input, expiresOn: '2036-06-16' })).toMatchObject({
      problems: [{ path: 'expiresOn' }],
    });
    expect(await run(at.admin, 'overrideStage', { ...input, accountId: uuidv7() })).toMatchObject({
      entity: 'Account',
    });
    expect(await run(at.admin, 'endRelationshipOverride', { relationshipOverrideId: accountId })).toMatchObject({
      entity: 'RelationshipOverride',
    });
  });
});
