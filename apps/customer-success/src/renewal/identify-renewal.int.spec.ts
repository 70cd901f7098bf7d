import { uuidv7 } from '@fivepoint/kernel';
import { cny } from '@fivepoint/testing';
import { house, identify, nextNeed, rep } from '../spec/house';

describe('identifying a renewal', () => {
  const at = house();

  it('hands it to deal as a new turn that knows the one it grew out of', async () => {
    const { accountId, event, renewalId } = await at.signed({ productId: uuidv7() });
    expect(await at.run(identify, { renewalId, ...nextNeed })).toMatchObject({
      __typename: 'Renewal',
      status: 'IDENTIFIED',
      nextStatuses: ['WON', 'LOST'],
      fit: 80,
      dueOn: '2027-02-14',
    });
    const [handoff] = (await at.service.published('fivepoint.customer-success.renewal-identified.v1')).filter(
      ({ subject }) => subject === renewalId,
    );
    expect(handoff).toMatchObject({
      key: accountId,
      parentCorrelationId: event.correlationId,
      data: {
        accountId,
        amount: cny('1300000.00'),
        need: 'capacity for the second site',
        fit: 80,
        ownerId: rep,
        team: 'north',
      },
    });
    expect(handoff?.correlationId).not.toBe(event.correlationId);
  });

  it('is done once; a second time is refused with what may follow', async () => {
    const { renewalId } = await at.signed();
    await at.run(identify, { renewalId, ...nextNeed });
    expect(await at.run(identify, { renewalId, ...nextNeed })).toEqual({
      __typename: 'TransitionRefused',
      fromState: 'IDENTIFIED',
      toState: 'IDENTIFIED',
      allowed: ['WON', 'LOST'],
    });
  });

  it('refuses an amount of nothing and a fit beyond 100 %', async () => {
    const { renewalId } = await at.signed();
    expect(await at.run(identify, { renewalId, ...nextNeed, amount: cny('0') })).toMatchObject({
      __typename: 'InvalidInput',
      problems: [{ path: 'amount' }],
    });
    expect(await at.run(identify, { renewalId, ...nextNeed, fit: 101 })).toMatchObject({
      __typename: 'InvalidInput',
      problems: [{ path: 'fit' }],
    });
  });

  it('refuses a day before its contract was signed, and takes that day', async () => {
    const { renewalId } = await at.signed({ signedOn: '2026-02-14' });
    expect(await at.run(identify, { renewalId, ...nextNeed, dueOn: '2026-02-13' })).toEqual({
      __typename: 'InvalidInput',
      problems: [{ path: 'dueOn', message: 'must not be before the contract was signed, 2026-02-14' }],
    });
    expect(await at.run(identify, { renewalId, ...nextNeed, dueOn: '1999-12-31' })).toMatchObject({
      problems: [{ path: 'dueOn', message: expect.stringMatching(/^must be from 2000-01-01 to /) }],
    });
    expect(await at.run(identify, { renewalId, ...nextNeed, dueOn: '2026-02-14' })).toMatchObject({
      __typename: 'Renewal',
      dueOn: '2026-02-14',
    });
  });

  it("does not show another team's renewal to a rep", async () => {
    const { renewalId } = await at.signed();
    expect(await at.run(identify, { renewalId, ...nextNeed }, await at.stranger())).toEqual({
      __typename: 'NotFound',
      entity: 'Renewal',
    });
  });
});
