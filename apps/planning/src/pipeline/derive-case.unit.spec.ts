import type { EventMap } from '@fivepoint/contracts';
import { exampleOf } from '@fivepoint/testing';
import fc from 'fast-check';
import { deriveCase, type PipelineWord } from './derive-case';
import { factOf, type PipelineEvent } from './fact-of';

const [lead, deal] = ['01990000-0000-7000-8000-00000000000a', '01990000-0000-7000-8000-00000000000b'];

type Story = [event: PipelineEvent, day: string, data: object, recorded?: 'import'];

/** The events of a story as words, on their days; each changes its example. */
const words = (story: readonly Story[]): PipelineWord[] =>
  story.map(([type, day, data, recorded], index) => {
    const event = {
      ...{ id: `0199000${index}-0000-7000-8000-000000000001`, time: `${day}T10:00:00Z`, type },
      ...{ correlationId: `0199000${index}-0000-7000-8000-00000000000c`, ...(recorded && { origin: recorded }) },
      data: { ...bare(type), ...data },
    };
    return {
      id: event.id,
      occurredAt: new Date(event.time),
      origin: recorded ? 'IMPORTED' : 'LIVE',
      correlationId: event.correlationId,
      ...factOf(event as never, day),
    };
  });

/** What every event of a type must say, without what it may. */
const bare = (type: PipelineEvent): object => {
  const { accountId } = exampleOf('fivepoint.deal.contract-signed.v1');
  const owned = { ownerId: 'rep', team: 'north' };
  const bares: { [T in PipelineEvent]: Partial<EventMap[T]> } = {
    'fivepoint.acquisition.lead-captured.v1': { leadId: lead, source: 'INBOUND' as never },
    'fivepoint.acquisition.lead-updated.v1': { leadId: lead },
    'fivepoint.acquisition.lead-classified.v1': { leadId: lead, scenario: 'PROJECT' },
    'fivepoint.acquisition.lead-disqualified.v1': { leadId: lead, reason: 'none' },
    'fivepoint.acquisition.opportunity-qualified.v1': {
      ...{ leadId: lead, scenario: 'PROJECT', expectedAmount: { amount: '900.00', currency: 'CNY' } },
      ...{ expectedClose: '2026-09-30', ...owned },
    },
    'fivepoint.deal.deal-opened.v1': { dealId: deal, kind: 'NEW', stage: 'VERIFY', ...owned },
    'fivepoint.deal.deal-stage-changed.v1': { dealId: deal },
    'fivepoint.deal.deal-updated.v1': { dealId: deal, ...owned },
    'fivepoint.deal.deal-lost.v1': { dealId: deal, reason: 'price', ...owned },
    'fivepoint.deal.contract-signed.v1': { dealId: deal, ...owned },
  };
  return { accountId, ...bares[type] };
};

const acquisition = (name: string) => `fivepoint.acquisition.${name}.v1` as PipelineEvent;
const sales = (name: string) => `fivepoint.deal.${name}.v1` as PipelineEvent;
const moved = (day: string, fromStage: string, toStage: string): Story => [
  sales('deal-stage-changed'),
  day,
  { fromStage, toStage },
];

const won: Story[] = [
  [acquisition('lead-captured'), '2026-01-10', {}],
  [acquisition('lead-updated'), '2026-01-12', { ownerId: 'first', team: 'south' }],
  [acquisition('lead-classified'), '2026-01-15', {}],
  [acquisition('opportunity-qualified'), '2026-02-01', { planLineId: 'line', productId: 'product' }],
  [sales('deal-opened'), '2026-02-02', { leadId: lead, openedOn: '2026-02-02' }],
  moved('2026-02-20', 'VERIFY', 'PRE_BID'),
  [
    sales('deal-updated'),
    '2026-03-01',
    { amount: { amount: '950.00', currency: 'CNY' }, expectedClose: '2026-08-01', ownerId: 'last', team: 'north' },
  ],
  moved('2026-03-05', 'PRE_BID', 'BID'),
  moved('2026-04-01', 'BID', 'NEGOTIATE'),
  moved('2026-05-03', 'NEGOTIATE', 'SIGNED'),
  [
    sales('contract-signed'),
    '2026-05-03',
    { signedOn: '2026-05-02', amount: { amount: '1000.00', currency: 'CNY' }, ownerId: 'last' },
  ],
];

describe('a case of the pipeline (P23, P28)', () => {
  it('is a lead and the deal that came of it', () => {
    expect(deriveCase(words(won))).toEqual({
      id: lead,
      leadId: lead,
      dealId: deal,
      correlationId: '01990000-0000-7000-8000-00000000000c',
      origin: 'LIVE',
      accountId: exampleOf('fivepoint.deal.contract-signed.v1').accountId,
      productId: 'product',
      planLineId: 'line',
      ownerId: 'last',
      team: 'north',
      purchasePattern: 'PROJECT',
      firstStage: 'CAPTURED',
      stage: 'SIGNED',
      stages: [
        { stage: 'CAPTURED', reachedOn: '2026-01-10' },
        { stage: 'CLASSIFIED', reachedOn: '2026-01-15' },
        { stage: 'VERIFY', reachedOn: '2026-02-01' },
        { stage: 'PRE_BID', reachedOn: '2026-02-20' },
        { stage: 'BID', reachedOn: '2026-03-05' },
        { stage: 'NEGOTIATE', reachedOn: '2026-04-01' },
        { stage: 'SIGNED', reachedOn: '2026-05-02' },
      ],
      endsOnly: false,
      outcome: 'WON',
      beganOn: '2026-01-10',
      openedOn: '2026-02-02',
      closedOn: '2026-05-02',
      amount: { amount: '1000.00', currency: 'CNY' },
      expectedCloseOn: '2026-08-01',
    });
  });

  it('is the same in whatever order and however often its events come', () => {
    const all = words(won);
    const arrivals = fc
      .shuffledSubarray(all, { minLength: all.length })
      .chain((once) =>
        fc.array(fc.constantFrom(...all), { maxLength: 5 }).map((again) => [...once, ...again] as PipelineWord[]),
      );
    const whole = deriveCase(all);
    fc.assert(fc.property(arrivals, (arrived) => expect(deriveCase(arrived)).toEqual(whole)));
  });

  it('was in CLASSIFIED at once where the lead came with its pattern', () => {
    const classified = deriveCase(words([[acquisition('lead-captured'), '2026-03-01', { scenario: 'RECURRING' }]]));
    expect(classified).toMatchObject({ stage: 'CLASSIFIED', purchasePattern: 'RECURRING', outcome: 'OPEN' });
    expect(classified?.stages).toEqual([
      { stage: 'CAPTURED', reachedOn: '2026-03-01' },
      { stage: 'CLASSIFIED', reachedOn: '2026-03-01' },
    ]);
  });

  it('never was in VERIFY where its deal began before the bid', () => {
    const renewal = deriveCase(words([[sales('deal-opened'), '2026-03-01', { stage: 'PRE_BID' }]]));
    expect(renewal).toMatchObject({ id: deal, firstStage: 'PRE_BID', stage: 'PRE_BID', beganOn: '2026-03-01' });
    expect(renewal?.stages).toEqual([{ stage: 'PRE_BID', reachedOn: '2026-03-01' }]);
  });

  it('passed what lies between two stages that it was seen in', () => {
    const seen = deriveCase(words([[sales('deal-opened'), '2026-03-01', {}], moved('2026-04-01', 'BID', 'NEGOTIATE')]));
    expect(seen?.stages).toEqual([
      { stage: 'VERIFY', reachedOn: '2026-03-01' },
      { stage: 'PRE_BID', reachedOn: null },
      { stage: 'BID', reachedOn: null },
      { stage: 'NEGOTIATE', reachedOn: '2026-04-01' },
    ]);
  });

  it('is lost on the day that the loss tells, as far as it had come', () => {
    const lost = deriveCase(
      words([
        [sales('deal-opened'), '2026-03-01', {}],
        [sales('deal-lost'), '2026-04-09', { stage: 'BID', lostOn: '2026-04-07' }],
        moved('2026-04-09', 'BID', 'LOST'),
      ]),
    );
    expect(lost).toMatchObject({ outcome: 'LOST', closedOn: '2026-04-07', stage: 'BID' });
  });

  it('is given up with its lead, unless a deal came of it', () => {
    const given: Story[] = [
      [acquisition('lead-captured'), '2026-03-01', {}],
      [acquisition('lead-disqualified'), '2026-03-09', {}],
    ];
    expect(deriveCase(words(given))).toMatchObject({ outcome: 'LOST', closedOn: '2026-03-09', stage: 'CAPTURED' });
    const both = [...given, [sales('deal-opened'), '2026-03-08', { leadId: lead }] as Story];
    expect(deriveCase(words(both))).toMatchObject({ outcome: 'OPEN', closedOn: null, stage: 'VERIFY' });
  });

  it('goes back to the pool when its lead does', () => {
    const pooled = deriveCase(
      words([
        [acquisition('lead-captured'), '2026-03-01', { ownerId: 'rep', team: 'north' }],
        [acquisition('lead-updated'), '2026-03-02', {}],
      ]),
    );
    expect(pooled).toMatchObject({ ownerId: null, team: null });
  });

  it('tells of recorded history that has ended only its two ends', () => {
    const past = deriveCase(
      words([
        [sales('deal-opened'), '2017-01-05', { stage: 'LOST', openedOn: '2017-01-05' }, 'import'],
        [sales('deal-lost'), '2017-03-01', { stage: 'VERIFY', lostOn: '2017-03-01' }, 'import'],
      ]),
    );
    expect(past).toMatchObject({ origin: 'IMPORTED', endsOnly: true, outcome: 'LOST', openedOn: '2017-01-05' });
    expect(past?.stages).toEqual([{ stage: 'VERIFY', reachedOn: '2017-01-05' }]);
    const signed = deriveCase(
      words([
        [sales('deal-opened'), '2017-01-05', { stage: 'SIGNED', openedOn: '2017-01-05' }, 'import'],
        [
          sales('contract-signed'),
          '2017-03-01',
          { signedOn: '2017-03-01', amount: { amount: '1.00', currency: 'USD' } },
          'import',
        ],
      ]),
    );
    expect(signed?.stages.map(({ stage }) => stage)).toEqual(['VERIFY', 'SIGNED']);
  });

  it('stands in recorded history where it stands, since a day that nobody knows', () => {
    const past: Story[] = [[sales('deal-opened'), '2026-01-05', { stage: 'BID', openedOn: '2026-01-05' }, 'import']];
    expect(deriveCase(words(past))).toMatchObject({
      firstStage: 'BID',
      stages: [{ stage: 'BID', reachedOn: null }],
      beganOn: '2026-01-05',
    });
    // What happens in the house comes after what was recorded, whatever hour the record has.
    const lives = deriveCase(words([...past, [sales('deal-updated'), '2026-01-04', { ownerId: 'new' }]]));
    expect(lives).toMatchObject({ ownerId: 'new', origin: 'LIVE' });
  });

  it('is none as long as no event tells how far it is', () => {
    expect(deriveCase([])).toBeNull();
    expect(deriveCase(words([[acquisition('lead-updated'), '2026-03-02', {}]]))).toBeNull();
  });
});
