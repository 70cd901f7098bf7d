import type { ContractSignedV1, DealLostV1, DealOpenedV1 } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import { cny, whileLocked } from '@fivepoint/testing';
import { house, planLine, qualify } from '../spec/house';

describe('deal tells what became of an opportunity', () => {
  const at = house();

  async function opportunity(pursuitId: string): Promise<string> {
    const { leadId } = await at.complete({ pursuitId });
    expect(await at.run(qualify, { leadId })).toMatchObject({ status: 'QUALIFIED' });
    return leadId;
  }

  async function pursuit() {
    const accountId = await at.tell.account();
    const line = planLine({ accountId, ownerId: at.rep });
    await at.tell.targeted(line);
    const [{ id } = { id: '' }] = await at.pursuitsOf(accountId);
    return { accountId, planLineId: line.planLineId, pursuitId: id };
  }
  const stateOf = async (accountId: string) => {
    const [one] = await at.pursuitsOf(accountId);
    return { status: one?.['status'], wonOn: one?.['wonOn'] };
  };
  const outcomeOf = async (accountId: string, leadId: string) => {
    const lead = (await at.leadsWhere(`accountId: "${accountId}"`)).find(({ id }) => id === leadId);
    return { dealOutcome: lead?.['dealOutcome'], dealClosedOn: lead?.['dealClosedOn'] };
  };

  const opened = async (accountId: string, leadId: string | undefined): Promise<string> => {
    const data: DealOpenedV1 = {
      dealId: uuidv7(),
      accountId,
      kind: 'NEW',
      stage: 'VERIFY',
      ownerId: at.rep,
      team: 'north',
      ...(leadId && { leadId }),
    };
    await at.service.receive('fivepoint.deal.deal-opened.v1', data, { subject: data.dealId });
    return data.dealId;
  };
  const lost = (accountId: string, leadId: string, about: object = {}) => {
    const data: DealLostV1 = {
      dealId: uuidv7(),
      accountId,
      leadId,
      stage: 'BID',
      reason: 'price',
      lostOn: '2026-11-20',
      ownerId: at.rep,
      team: 'north',
    };
    return at.service.receive('fivepoint.deal.deal-lost.v1', data, { subject: data.dealId, ...about });
  };
  const signed = (accountId: string, dealId: string, over: Partial<ContractSignedV1> = {}, about: object = {}) => {
    const data: ContractSignedV1 = {
      contractId: uuidv7(),
      dealId,
      accountId,
      kind: 'NEW',
      amount: cny('1250000.00'),
      signedOn: '2026-11-21',
      paymentTerms: [{ name: '全款', basisPoints: 10_000, trigger: 'SIGNING', dueDays: 0 }],
      warrantyMonths: 12,
      downPayment: cny('1250000.00'),
      ownerId: at.rep,
      team: 'north',
      ...over,
    };
    return at.service.receive('fivepoint.deal.contract-signed.v1', data, { subject: data.contractId, ...about });
  };

  it('won: the lead and the pursuit of its plan line say so, in however many copies it comes', async () => {
    const { accountId, planLineId, pursuitId } = await pursuit();
    const leadId = await opportunity(pursuitId);
    expect(await stateOf(accountId)).toEqual({ status: 'QUALIFIED', wonOn: null });
    const dealId = await opened(accountId, leadId);
    expect(await outcomeOf(accountId, leadId)).toEqual({ dealOutcome: null, dealClosedOn: null });
    const event = await signed(accountId, dealId, { planLineId });
    await at.service.receiveAgain(event);
    expect(await outcomeOf(accountId, leadId)).toEqual({ dealOutcome: 'WON', dealClosedOn: '2026-11-21' });
    expect(await stateOf(accountId)).toEqual({ status: 'WON', wonOn: '2026-11-21' });
    await signed(accountId, uuidv7(), { planLineId, kind: 'RENEWAL', signedOn: '2027-11-21' });
    expect(await stateOf(accountId)).toEqual({ status: 'WON', wonOn: '2026-11-21' });
  });

  it('won by a contract that names no plan line: the lead says so, and its pursuit stays as it is', async () => {
    const { accountId, pursuitId } = await pursuit();
    const leadId = await opportunity(pursuitId);
    await signed(accountId, await opened(accountId, leadId));
    expect(await outcomeOf(accountId, leadId)).toEqual({ dealOutcome: 'WON', dealClosedOn: '2026-11-21' });
    expect(await stateOf(accountId)).toEqual({ status: 'QUALIFIED', wonOn: null });
  });

  it('lost: the pursuit is open again, but not while another opportunity of it is under way', async () => {
    const { accountId, pursuitId } = await pursuit();
    const [first, second] = [await opportunity(pursuitId), await opportunity(pursuitId)];
    await lost(accountId, first);
    expect(await outcomeOf(accountId, first)).toEqual({ dealOutcome: 'LOST', dealClosedOn: '2026-11-20' });
    expect(await stateOf(accountId)).toEqual({ status: 'QUALIFIED', wonOn: null });
    await lost(accountId, second);
    expect(await stateOf(accountId)).toEqual({ status: 'OPEN', wonOn: null });
  });

  it('lost twice at the same moment: the pursuit is open again', async () => {
    const { accountId, pursuitId } = await pursuit();
    const [first, second] = [await opportunity(pursuitId), await opportunity(pursuitId)];
    // Both have done their work and cannot commit: neither sees what the other did, unless one stands behind the other.
    const stopCommits = 'lock table audit_entry in share mode';
    const events = await whileLocked(at.service.superuserUrl, stopCommits, [], async (waiting) => {
      const told = [
        await lost(accountId, first, { unfinished: true }),
        await lost(uuidv7(), second, { unfinished: true }),
      ];
      await waiting(2);
      return told;
    });
    for (const event of events) await at.service.receiveAgain(event);
    expect(await stateOf(accountId)).toEqual({ status: 'OPEN', wonOn: null });
  });

  it('lost while another lead of the pursuit qualifies: the pursuit stays qualified', async () => {
    const { accountId, pursuitId } = await pursuit();
    const first = await opportunity(pursuitId);
    const { leadId } = await at.complete({ pursuitId });
    const lockPursuit = 'select from pursuit where id = $1 for update';
    const { qualified, event } = await whileLocked(
      at.service.superuserUrl,
      lockPursuit,
      [pursuitId],
      async (waiting) => {
        const inLine = at.run(qualify, { leadId });
        await waiting(1);
        const behindIt = await lost(accountId, first, { unfinished: true });
        await waiting(2);
        return { qualified: inLine, event: behindIt };
      },
    );
    expect(await qualified).toMatchObject({ status: 'QUALIFIED' });
    await at.service.receiveAgain(event);
    expect(await outcomeOf(accountId, first)).toMatchObject({ dealOutcome: 'LOST' });
    expect(await stateOf(accountId)).toEqual({ status: 'QUALIFIED', wonOn: null });
  });

  it('won before the pursuit of its plan line has come: the pursuit begins as won, with the first contract', async () => {
    const accountId = await at.tell.account();
    const line = planLine({ accountId });
    const { planLineId } = line;
    await signed(accountId, uuidv7(), { planLineId });
    await signed(accountId, uuidv7(), { planLineId, signedOn: '2026-11-22' });
    expect(await at.pursuitsOf(accountId)).toEqual([]);
    await at.tell.targeted(line);
    expect(await stateOf(accountId)).toEqual({ status: 'WON', wonOn: '2026-11-21' });
  });

  it('won for a plan line of recorded history, which has no pursuit: nothing waits, and what comes after is handled', async () => {
    const accountId = await at.tell.account();
    const line = planLine({ accountId });
    await at.tell.targeted(line, { origin: 'import' });
    const past = await signed(accountId, uuidv7(), { planLineId: line.planLineId }, { origin: 'import' });
    const live = await signed(accountId, uuidv7(), { planLineId: line.planLineId });
    for (const event of [past, live]) expect(await at.service.outcome(event)).toEqual({ acquisition: 'DONE' });
    expect(await at.pursuitsOf(accountId)).toEqual([]);
  });

  it('that never was a lead of ours: nothing happens', async () => {
    const accountId = await at.tell.account();
    const before = await at.service.parked();
    const dealId = await opened(accountId, undefined);
    await signed(accountId, dealId);
    await signed(accountId, uuidv7(), {}, { origin: 'import' });
    expect(await at.leadsWhere(`accountId: "${accountId}"`)).toEqual([]);
    expect(await at.service.parked()).toEqual(before);
  });

  it("of recorded history that named no account at first, under the deal; the end, under the account, is nobody's here", async () => {
    const accountId = await at.tell.account();
    const told = { kind: 'NEW', stage: 'VERIFY', ownerId: at.rep, team: 'north' } as const;
    const [won, gone] = [uuidv7(), uuidv7()];
    const events: Parameters<typeof at.service.outcome>[0][] = [await signed(accountId, won)];
    for (const dealId of [won, gone])
      events.push(
        await at.service.receive(
          'fivepoint.deal.deal-opened.v1',
          { dealId, accountId: null, ...told },
          { subject: dealId, origin: 'import' },
        ),
      );
    const end = { dealId: gone, accountId, stage: 'BID', reason: 'price', lostOn: '2026-11-20' } as const;
    const about = { ownerId: at.rep, team: 'north' };
    events.push(await at.service.receive('fivepoint.deal.deal-lost.v1', { ...end, ...about }, { subject: gone }));
    for (const event of events) expect(await at.service.outcome(event)).toEqual({ acquisition: 'DONE' });
    expect(await at.leadsWhere(`accountId: "${accountId}"`)).toEqual([]);
  });

  it('of a lead that is not here, which cannot be: the events are parked for an operator', async () => {
    const accountId = await at.tell.account();
    const [unknown, another] = [uuidv7(), uuidv7()];
    await opened(accountId, unknown);
    await lost(await at.tell.account(), another);
    const parked = (await at.service.parked()).filter(
      ({ reason }) => reason.includes(unknown) || reason.includes(another),
    );
    expect(parked.map(({ type }) => type).sort()).toEqual([
      'fivepoint.deal.deal-lost.v1',
      'fivepoint.deal.deal-opened.v1',
    ]);
  });
});
