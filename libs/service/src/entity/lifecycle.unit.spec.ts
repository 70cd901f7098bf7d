import { transitions } from '@fivepoint/kernel';
import { TransitionRefused } from '../graph/refusals';
import { lifecycle } from './lifecycle';

type Phase = 'OPEN' | 'HALF' | 'DONE';
const phases = transitions<Phase>()({ OPEN: ['HALF', 'DONE'], HALF: ['HALF', 'DONE'], DONE: [] });

describe('a lifecycle', () => {
  const statuses = lifecycle('parcel', phases);

  it('is moved along as its table says, and stays where the table has no such step', () => {
    for (const from of statuses.states)
      for (const to of statuses.states) {
        const row = { status: from };
        const refusal = statuses.move(row, to);
        expect(refusal === null).toBe(phases.may(from, to));
        expect(row.status).toBe(refusal ? from : to);
        expect(refusal).toEqual(statuses.refusal(from, to));
      }
  });

  it('says of what it is, where that is and where it may go', () => {
    expect(statuses.move({ status: 'DONE' }, 'OPEN')).toEqual(new TransitionRefused('parcel', 'DONE', 'OPEN', []));
    expect(lifecycle('letter', phases).refusal('HALF', 'OPEN')).toMatchObject({ allowed: ['HALF', 'DONE'] });
  });

  it('is broken by a step that must be taken and cannot', () => {
    const row: { status: Phase } = { status: 'OPEN' };
    statuses.mustMove(row, 'DONE');
    expect(row.status).toBe('DONE');
    expect(() => statuses.mustMove(row, 'HALF')).toThrow('The parcel is in DONE and cannot go to HALF');
  });

  it('may be kept in another field', () => {
    const row: { stage: Phase } = { stage: 'OPEN' };
    expect(lifecycle('parcel', phases, 'stage').move(row, 'HALF')).toBeNull();
    expect(row).toEqual({ stage: 'HALF' });
  });
});
