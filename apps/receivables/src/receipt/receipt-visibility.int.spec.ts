import { uuidv7 } from '@fivepoint/kernel';
import { cny } from '@fivepoint/testing';
import { house, rep } from '../spec/house';

const look = `query ($id: UUID!, $serial: String!, $r: [_Any!]!) {
  receipt(id: $id) { status }
  receipts(filter: { bankSerial: $serial }) { totalCount }
  receivablesAgeing(asOf: "2026-11-24") { unappliedCredit { amount } suspense { amount } }
  _entities(representations: $r) {
    ... on Receipt { status }
    ... on Account { receipts { totalCount } unappliedCredit { amount } } } }`;

interface Seen {
  receipt: { status: string } | null;
  receipts: { totalCount: number };
  receivablesAgeing: { unappliedCredit: { amount: string }; suspense: { amount: string } }[];
  _entities: [object | null, { receipts: { totalCount: number }; unappliedCredit: { amount: string }[] }];
}

const people: Record<string, object> = {
  ADMIN: { roles: ['ADMIN'] },
  EXECUTIVE: { roles: ['EXECUTIVE'] },
  FINANCE: { roles: ['FINANCE'] },
  DELIVERY: { roles: ['DELIVERY'] },
  CSM: { roles: ['CSM'] },
  PRESALES: { roles: ['PRESALES'] },
  PARTNER: { roles: ['PARTNER'], teams: ['north'] },
  'a team by the name of FINANCE': { roles: ['REP'], teams: ['FINANCE'] },
  'another company': { roles: ['FINANCE'], tenantId: uuidv7() },
  'MANAGER north': { roles: ['MANAGER'], teams: ['north'] },
  'REP north': { roles: ['REP'], repId: uuidv7(), teams: ['north'] },
  'REP south': { roles: ['REP'], repId: uuidv7(), teams: ['south'] },
  'the owner': { roles: ['REP'], repId: rep, teams: [] },
};

describe('money that came in is seen', () => {
  const at = house();

  /** Who finds the one receipt that there is: by id, in lists, as a reference, and its money in ageing and on the account. */
  async function viewers(id: string, serial: string, accountId: string): Promise<string[]> {
    const r = [
      { __typename: 'Receipt', id },
      { __typename: 'Account', id: accountId },
    ];
    const found: string[] = [];
    for (const [name, person] of Object.entries(people)) {
      const seen = await (await at.service.as(person)).query<Seen>(look, { id, serial, r });
      const status = seen.receipt?.status;
      const [reference, account] = seen._entities;
      expect([name, reference !== null, seen.receipts.totalCount]).toEqual([name, !!status, status ? 1 : 0]);
      const sumOf = (money: 'unappliedCredit' | 'suspense') =>
        seen.receivablesAgeing.reduce((sum, table) => sum + Number(table[money].amount), 0);
      expect([name, sumOf('suspense')]).toEqual([name, status === 'SUSPENSE' ? 1 : 0]);
      const credit = status === 'UNAPPLIED' ? [{ amount: '0.60' }] : [];
      expect([name, sumOf('unappliedCredit'), account.unappliedCredit]).toEqual([name, credit.length * 0.6, credit]);
      expect([name, account.receipts.totalCount]).toEqual([name, credit.length]);
      if (status) found.push(name);
    }
    return found;
  }

  it('by finance and the management, then by those of the account; by delivery and everybody else never', async () => {
    const { accountId, instalments } = await at.contract();
    const bankSerial = uuidv7();
    const { id } = await at.receive({ amount: cny('1.00'), bankSerial });
    const everything = ['ADMIN', 'EXECUTIVE', 'FINANCE'];
    expect(await viewers(id, bankSerial, accountId)).toEqual(everything);
    await at.finance.query(
      'mutation ($input: AllocateReceiptInput!) { allocateReceipt(input: $input) { __typename } }',
      { input: { receiptId: id, allocations: [{ instalmentId: instalments[0]?.id, amount: cny('0.40') }] } },
    );
    const ofTheAccount = ['MANAGER north', 'REP north', 'the owner'];
    expect(await viewers(id, bankSerial, accountId)).toEqual([...everything, ...ofTheAccount]);
    const delivery = await at.service.as({ roles: ['DELIVERY'] });
    const query = `query ($id: UUID!) { instalment(id: $id) { collected { amount }
      entries { nodes { amount { amount } receipt { id } } } contract { outstanding { amount } } } }`;
    expect(await delivery.query(query, { id: instalments[0]?.id })).toEqual({
      instalment: {
        collected: { amount: '0.40' },
        entries: { nodes: [{ amount: { amount: '0.40' }, receipt: null }] },
        contract: { outstanding: { amount: '999999.61' } },
      },
    });
  });
});
