import { uuidv7 } from '@fivepoint/kernel';
import type { GraphClient, Result } from '@fivepoint/testing';
import { house, made, makeAccount, makeContact, makeRep, run } from '../spec/house';

describe('the dossier of an account (P07)', () => {
  const at = house();

  const source = '招标公告';
  const note = (accountId: string, topic: string, text: string, over: object = {}) =>
    made(at.admin, 'recordDossierNote', { accountId, topic, text, source, ...over });

  it('has notes with their day, source, author and people', async () => {
    const authorId = await makeRep(at.admin);
    const accountId = await makeAccount(at.admin, { ownerId: authorId });
    const contactId = await makeContact(at.admin, { accountId });
    const text = '500 万元以上由集团采购委员会决定';
    const author = await at.service.as({ roles: ['REP'], repId: authorId, teams: ['north'] });
    const recorded = await run(author, 'recordDossierNote', {
      ...{ accountId, topic: 'THRESHOLDS', text, source, notedOn: '2026-06-01', contactIds: [contactId, contactId] },
    });
    expect(recorded).toEqual({
      __typename: 'DossierNote',
      id: expect.any(String) as string,
      ...{ topic: 'THRESHOLDS', text, source, notedOn: '2026-06-01' },
      ...{ account: { id: accountId }, author: { id: authorId }, contacts: [{ id: contactId }] },
    });
    const { dossierNote } = await at.admin.query<{ dossierNote: Result }>(
      'query ($id: UUID!) { dossierNote(id: $id) { text } }',
      { id: recorded.id },
    );
    expect(dossierNote).toEqual({ text });
  });

  it('shows the latest note of each topic, and keeps those before it', async () => {
    const accountId = await makeAccount(at.admin);
    await note(accountId, 'DECIDERS', '省公司总经理', { notedOn: '2026-06-10' });
    await note(accountId, 'BUDGET', '十月编制', { notedOn: '2026-05-01' });
    // Told last, but of an earlier day; and of one day what was told last.
    await note(accountId, 'DECIDERS', '前任总经理', { notedOn: '2026-01-10' });
    await note(accountId, 'BUDGET', '十一月编制', { notedOn: '2026-05-01' });
    const { account } = await at.admin.query<{ account: { dossier: Result[]; dossierNotes: { nodes: Result[] } } }>(
      `query ($id: UUID!) { account(id: $id) { dossier { topic text }
        dossierNotes(filter: { topics: [DECIDERS] }) { nodes { text notedOn } } } }`,
      { id: accountId },
    );
    expect(account.dossier).toEqual([
      { topic: 'BUDGET', text: '十一月编制' },
      { topic: 'DECIDERS', text: '省公司总经理' },
    ]);
    expect(account.dossierNotes.nodes).toEqual([
      { text: '省公司总经理', notedOn: '2026-06-10' },
      { text: '前任总经理', notedOn: '2026-01-10' },
    ]);
  });

  it('can be searched by text and by person', async () => {
    const accountId = await makeAccount(at.admin);
    const contactId = await makeContact(at.admin, { accountId });
    const word = uuidv7();
    const found = await note(accountId, 'COMMITTEE', `Board ${word} 五人`, { contactIds: [contactId] });
    await note(accountId, 'BUYING_CYCLE', '每年两次');
    const ids = async (filter: object) => {
      const { dossierNotes } = await at.admin.query<{ dossierNotes: { nodes: Result[] } }>(
        'query ($filter: DossierNoteFilter) { dossierNotes(filter: $filter) { nodes { id } } }',
        { filter },
      );
      return dossierNotes.nodes.map(({ id }) => id);
    };
    expect(await ids({ textContains: `board ${word.toUpperCase()}` })).toEqual([found]);
    expect(await ids({ contactId })).toEqual([found]);
  });

  it('is refused with all that is wrong', async () => {
    const accountId = await makeAccount(at.admin);
    const send = (over: object) =>
      run(at.admin, 'recordDossierNote', { accountId, topic: 'BUYING_WAY', text: '公开招标', source, ...over });
    expect(await send({ text: ' ', source: '' })).toMatchObject({ problems: [{ path: 'text' }, { path: 'source' }] });
    expect(await send({ notedOn: '2026-06-16' })).toMatchObject({ problems: [{ path: 'notedOn' }] });
    const stranger = await makeContact(at.admin, { accountId: await makeAccount(at.admin) });
    expect(await send({ contactIds: [stranger] })).toMatchObject({ __typename: 'NotFound', entity: 'Contact' });
    expect(await send({ accountId: stranger })).toMatchObject({ __typename: 'NotFound', entity: 'Account' });
  });

  it('is seen by who sees the account', async () => {
    const ownerId = await makeRep(at.admin, { team: 'north' });
    const accountId = await makeAccount(at.admin, { ownerId });
    const id = await note(accountId, 'BUYING_WAY', '框架采购');
    const sees = async (graph: Pick<GraphClient, 'query'>) =>
      graph.query<Result>(
        'query ($id: UUID!, $a: UUID!) { dossierNote(id: $id) { id } dossierNotes(filter: { accountId: $a }) { totalCount } }',
        { id, a: accountId },
      );
    for (const graph of [at.manager, await at.repAs(ownerId), await at.service.as({ roles: ['FINANCE'] })])
      expect(await sees(graph)).toEqual({ dossierNote: { id }, dossierNotes: { totalCount: 1 } });
    const blind = await at.repAs(uuidv7(), ['south']);
    expect(await sees(blind)).toEqual({ dossierNote: null, dossierNotes: { totalCount: 0 } });
    const input = { accountId, topic: 'BUYING_WAY', text: '公开招标', source };
    expect(await run(blind, 'recordDossierNote', input)).toMatchObject({ __typename: 'NotFound' });
  });
});
