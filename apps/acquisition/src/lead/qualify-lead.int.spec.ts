import { uuidv7 } from '@fivepoint/kernel';
import { cny } from '@fivepoint/testing';
import { classify, disqualify, find, house, need, qualify, update } from '../spec/house';
import { mostNeeds } from './lead-need';

describe('qualified leads', () => {
  const at = house();

  it('hand over everything that deal needs, in the same turn', async () => {
    const accountId = await at.tell.account();
    const contactId = await at.tell.contact(accountId);
    const productId = await at.tell.product();
    const { leadId, correlationId } = await at.complete({ accountId, productId, contactIds: [contactId] });
    await at.run(need, { leadId, kind: 'PROBLEM', statement: '旧电源故障导致站点断电' });
    expect(await at.run(qualify, { leadId })).toEqual({
      __typename: 'Lead',
      id: leadId,
      status: 'QUALIFIED',
      stillMissing: [],
    });
    const finding = (letter: string) => ({ finding: `${letter} is there`, evidence: 'minutes of 2026-01-22' });
    expect(await at.eventsOf('fivepoint.acquisition.opportunity-qualified.v1', leadId)).toMatchObject([
      {
        key: accountId,
        correlationId,
        data: {
          leadId,
          accountId,
          productId,
          scenario: 'PROJECT',
          expectedAmount: cny('1300000.00'),
          expectedClose: '2027-03-31',
          needs: [{ kind: 'PROBLEM', statement: '旧电源故障导致站点断电' }],
          bant: {
            budget: finding('BUDGET'),
            authority: finding('AUTHORITY'),
            need: finding('NEED'),
            timing: finding('TIMING'),
          },
          contactIds: [contactId],
          ownerId: at.rep,
          team: 'north',
        },
      },
    ]);
  });

  it('hand over as much as a lead may hold, each text at its longest', async () => {
    const { leadId } = await at.complete({ accountId: await at.tell.account() });
    const longest = '断'.repeat(2000);
    for (const letter of ['BUDGET', 'AUTHORITY', 'NEED', 'TIMING'])
      await at.run(find, { leadId, letter, finding: longest, evidence: longest, met: true });
    const said = { leadId, kind: 'PROBLEM', statement: longest };
    for (let count = 0; count < mostNeeds; count++) await at.run(need, said);
    expect(await at.run(need, said)).toMatchObject({ __typename: 'InvalidInput', problems: [{ path: 'statement' }] });
    expect(await at.run(qualify, { leadId })).toMatchObject({ status: 'QUALIFIED' });
  });

  it('are refused with everything that is missing, in the order of the process; nothing is published', async () => {
    const { id: leadId } = await at.captured();
    expect(await at.run(qualify, { leadId })).toMatchObject({
      __typename: 'GateNotMet',
      gate: 'BANT',
      code: 'GATE_NOT_MET',
      missing: [
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
    await at.run(classify, { leadId, purchasePattern: 'PROJECT' });
    await at.withAllFindings(leadId);
    await at.run(find, {
      leadId,
      letter: 'AUTHORITY',
      finding: 'the new head of department is against it',
      met: false,
    });
    await at.run(find, { leadId, letter: 'TIMING', finding: 'in spring, they say', met: true });
    await at.run(update, { leadId, accountId: await at.tell.account(), expectedCloseOn: '2027-03-31' });
    expect(await at.run(qualify, { leadId })).toMatchObject({
      missing: ['authority', 'timing', 'expectedAmount', 'owner'],
    });
    expect(await at.eventsOf('fivepoint.acquisition.opportunity-qualified.v1', leadId)).toEqual([]);
  });

  it('become an opportunity once, whatever is tried again', async () => {
    const { leadId } = await at.complete();
    const input = { leadId, idempotencyKey: uuidv7() };
    const first = await at.run(qualify, input);
    expect(await at.run(qualify, input)).toEqual(first);
    expect(await at.run(qualify, { leadId })).toEqual({
      __typename: 'TransitionRefused',
      fromState: 'QUALIFIED',
      toState: 'QUALIFIED',
      allowed: [],
    });
    expect(await at.eventsOf('fivepoint.acquisition.opportunity-qualified.v1', leadId)).toHaveLength(1);
  });

  it('become an opportunity once, also when many ask at the same time', async () => {
    const { leadId } = await at.complete();
    const results = await Promise.all(Array.from({ length: 8 }, () => at.run(qualify, { leadId })));
    expect(results.map(({ __typename }) => __typename).sort()).toEqual([
      'Lead',
      ...Array.from({ length: 7 }, () => 'TransitionRefused'),
    ]);
    expect(await at.eventsOf('fivepoint.acquisition.opportunity-qualified.v1', leadId)).toHaveLength(1);
  });

  it('are closed: what is found from now on belongs to the deal', async () => {
    const { leadId } = await at.complete();
    await at.run(qualify, { leadId });
    const closed = { __typename: 'LeadClosed', endedAs: 'QUALIFIED' };
    expect(await at.run(need, { leadId, kind: 'PROBLEM', statement: '断电' })).toEqual(closed);
    expect(await at.run(find, { leadId, letter: 'NEED', finding: 'gone', met: false })).toEqual(closed);
    expect(await at.run(update, { leadId, title: '改造' })).toMatchObject({ ...closed, code: 'LEAD_CLOSED' });
    expect(await at.run(classify, { leadId, purchasePattern: 'RECURRING' })).toMatchObject({
      __typename: 'TransitionRefused',
      fromState: 'QUALIFIED',
    });
    expect(await at.run(disqualify, { leadId, reason: 'too late' })).toMatchObject({ __typename: 'TransitionRefused' });
  });
});
