import { house, made, makeAccount, makeRep, run } from '../spec/house';

describe('legal entities (C04)', () => {
  const at = house();
  const register = (creditCode: string | null, name = '江苏电信有限公司') =>
    run(at.admin, 'registerLegalEntity', { name, creditCode });

  it('are registered by their credit code, as it is kept, once', async () => {
    const one = await register('9144 0300 7152 6726xg');
    expect(one).toMatchObject({ __typename: 'LegalEntity', creditCode: '9144030071526726XG', version: 1 });
    expect(await register('9144030071526726XG', '别的公司')).toMatchObject({
      __typename: 'CreditCodeTaken',
      message: '江苏电信有限公司 has this unified social credit code already; take that company.',
      legalEntity: { id: one.id },
    });
  });

  it('are registered once also by two at the same moment', async () => {
    const answers = await Promise.all([register('914403001922038216'), register('914403001922038216')]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['CreditCodeTaken', 'LegalEntity']);
  });

  it('have no code where they are foreign, and no wrong one', async () => {
    expect(await register(null, 'Acme Corporation')).toMatchObject({ creditCode: null });
    expect(await register(null, 'Betacom')).toMatchObject({ creditCode: null });
    expect(await register('91330100799655058C')).toMatchObject({
      __typename: 'InvalidInput',
      problems: [
        {
          path: 'creditCode',
          message: 'has a wrong check character at its end: one of the others was mistyped, or it was',
        },
      ],
    });
  });

  it('change their name and a code that was wrong, but not to that of another', async () => {
    const other = await register('91110108MA00000070', '北京一公司');
    const { id } = await register(null, 'Old name');
    const change = (over: object) => run(at.admin, 'updateLegalEntity', { legalEntityId: id, ...over });
    expect(await change({ name: 'New name', expectedVersion: 1 })).toMatchObject({ name: 'New name', version: 2 });
    expect(await change({ creditCode: '91110108MA00000070' })).toMatchObject({ legalEntity: { id: other.id } });
    expect(await change({ creditCode: '91330100799655058B' })).toMatchObject({ creditCode: '91330100799655058B' });
    expect(await change({ creditCode: '91330100799655058b' })).toMatchObject({ creditCode: '91330100799655058B' });
    expect(await change({ creditCode: 'x' })).toMatchObject({ problems: [{ path: 'creditCode' }] });
    expect(await change({ creditCode: null, name: null })).toMatchObject({ creditCode: null, name: 'New name' });
    expect(await change({ name: 'Late', expectedVersion: 1 })).toMatchObject({ __typename: 'VersionConflict' });
  });

  it('have the accounts that buy through them, of which one sees those that one may see', async () => {
    const legalEntityId = await made(at.admin, 'registerLegalEntity', { name: '中国电信股份有限公司' });
    const north = await makeRep(at.admin, { team: 'north' });
    const south = await makeRep(at.admin, { team: 'south' });
    const nanjing = await makeAccount(at.admin, { ownerId: north, legalEntityId });
    const suzhou = await makeAccount(at.admin, { ownerId: south });
    const moved = await run(at.admin, 'updateAccount', { accountId: suzhou, legalEntityId });
    expect(moved).toMatchObject({ legalEntity: { id: legalEntityId } });

    const accounts = async (graph: Pick<typeof at.admin, 'query'>) => {
      const { legalEntity } = await graph.query<{ legalEntity: { accounts: { nodes: { id: string }[] } } }>(
        'query ($id: UUID!) { legalEntity(id: $id) { accounts { nodes { id legalEntity { id } } } } }',
        { id: legalEntityId },
      );
      return legalEntity.accounts.nodes.map(({ id }) => id);
    };
    expect(await accounts(at.admin)).toEqual([suzhou, nanjing]);
    expect(await accounts(await at.repAs(north, ['north']))).toEqual([nanjing]);

    expect(await run(at.admin, 'updateAccount', { accountId: suzhou, legalEntityId: null })).toMatchObject({
      legalEntity: null,
    });
    const unknown = { accountId: suzhou, legalEntityId: suzhou };
    expect(await run(at.admin, 'updateAccount', unknown)).toMatchObject({
      __typename: 'NotFound',
      entity: 'LegalEntity',
    });
    expect(
      await run(at.admin, 'registerAccount', { name: '无锡电信', level: 'CITY', legalEntityId: suzhou }),
    ).toMatchObject({
      __typename: 'NotFound',
      entity: 'LegalEntity',
    });
  });
});
