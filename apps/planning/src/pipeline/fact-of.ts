import type { Envelope, EventMap } from '@fivepoint/contracts';
import type { MoneyJson } from '@fivepoint/kernel';
import type { PurchasePattern } from '../account/purchase-pattern';
import type { PipelineOutcome, PipelineStage } from './pipeline.stages';

/** The events of acquisition and deal that move a case or say whose and how much it is. */
export const pipelineEvents = [
  'fivepoint.acquisition.lead-captured.v1',
  'fivepoint.acquisition.lead-updated.v1',
  'fivepoint.acquisition.lead-classified.v1',
  'fivepoint.acquisition.lead-disqualified.v1',
  'fivepoint.acquisition.opportunity-qualified.v1',
  'fivepoint.deal.deal-opened.v1',
  'fivepoint.deal.deal-stage-changed.v1',
  'fivepoint.deal.deal-updated.v1',
  'fivepoint.deal.deal-lost.v1',
  'fivepoint.deal.contract-signed.v1',
] as const;
export type PipelineEvent = (typeof pipelineEvents)[number];

/** What one event says of a case; what it does not say is absent, and what it says is not there is null. */
export interface PipelineSaying {
  /** The day on which it happened. */
  on: string;
  /** Stages that the case has come to, each with its day where the event tells it. */
  reached?: readonly { stage: PipelineStage; on: string | null }[];
  /** `told` by the event that is about the end itself and knows its day; a mere move to the last stage comes with the day of the move. */
  outcome?: { is: Exclude<PipelineOutcome, 'OPEN'>; on: string; told: boolean };
  /** Recorded history that tells how a deal began and ended, and nothing of the stages between. */
  endsOnly?: true;
  openedOn?: string;
  owner?: { ownerId: string | null; team: string | null };
  accountId?: string | null;
  productId?: string;
  planLineId?: string;
  purchasePattern?: PurchasePattern;
  amount?: MoneyJson;
  /** Of a contract: what was expected before counts no more. */
  signedAmount?: MoneyJson;
  expectedCloseOn?: string;
}

/** Which case an event is about: a lead, a deal, or both, where it says that they are one. */
export interface PipelineSubject {
  leadId: string | null;
  dealId: string | null;
}

/**
 * What an event says of a case. Pure.
 *
 * @param on the day on which it happened, in the tenant's calendar; events that carry a day of their own go by that.
 */
export function factOf(event: Envelope<PipelineEvent>, on: string): PipelineSubject & { says: PipelineSaying } {
  const saying = sayings[event.type] as (data: unknown, told: Told) => Saying;
  const { leadId, dealId, planLineId, productId, accountId } = event.data as Common;
  return {
    leadId: leadId ?? null,
    dealId: dealId ?? null,
    says: {
      on,
      accountId,
      ...(planLineId && { planLineId }),
      ...(productId && { productId }),
      ...saying(event.data, { on, recorded: event.origin === 'import' }),
    },
  };
}

type Saying = Omit<PipelineSaying, 'on'>;

interface Common {
  leadId?: string;
  dealId?: string;
  planLineId?: string;
  productId?: string;
  accountId: string | null;
}

interface Told {
  on: string;
  recorded: boolean;
}

const sayings: { [T in PipelineEvent]: (data: EventMap[T], told: Told) => Saying } = {
  'fivepoint.acquisition.lead-captured.v1': ({ scenario, ownerId, team }, { on }) => ({
    reached: [{ stage: 'CAPTURED', on }, ...(scenario ? [{ stage: 'CLASSIFIED' as const, on }] : [])],
    ...(scenario && { purchasePattern: scenario }),
    owner: { ownerId: ownerId ?? null, team: team ?? null },
  }),
  'fivepoint.acquisition.lead-updated.v1': ({ ownerId, team }) => ({
    owner: { ownerId: ownerId ?? null, team: team ?? null },
  }),
  'fivepoint.acquisition.lead-classified.v1': ({ scenario }, { on }) => ({
    reached: [{ stage: 'CLASSIFIED', on }],
    purchasePattern: scenario,
  }),
  'fivepoint.acquisition.lead-disqualified.v1': (_, { on }) => ({ outcome: { is: 'LOST', on, told: true } }),
  'fivepoint.acquisition.opportunity-qualified.v1': (data, { on }) => ({
    reached: [{ stage: 'VERIFY', on }],
    purchasePattern: data.scenario,
    amount: data.expectedAmount,
    expectedCloseOn: data.expectedClose,
    owner: { ownerId: data.ownerId, team: data.team },
  }),
  'fivepoint.deal.deal-opened.v1': (data, { on, recorded }) => ({
    ...opened(data.stage, data.openedOn ?? on, recorded),
    openedOn: data.openedOn ?? on,
    ...(data.scenario && { purchasePattern: data.scenario }),
    ...expected(data),
    owner: { ownerId: data.ownerId, team: data.team },
  }),
  'fivepoint.deal.deal-stage-changed.v1': (data, { on }) => ({
    reached: [...cameTo(data.fromStage, null), ...cameTo(data.toStage, on)],
    ...(data.toStage === 'SIGNED' && { outcome: { is: 'WON', on, told: false } }),
    ...(data.toStage === 'LOST' && { outcome: { is: 'LOST', on, told: false } }),
    ...expected(data),
  }),
  'fivepoint.deal.deal-updated.v1': (data) => ({
    ...expected(data),
    owner: { ownerId: data.ownerId, team: data.team },
  }),
  'fivepoint.deal.deal-lost.v1': (data, { recorded }) => ({
    // Recorded history knows that it was lost, and not how far it had come.
    ...(!recorded && { reached: cameTo(data.stage, null) }),
    outcome: { is: 'LOST', on: data.lostOn, told: true },
    ...expected(data),
    owner: { ownerId: data.ownerId, team: data.team },
  }),
  'fivepoint.deal.contract-signed.v1': (data) => ({
    reached: [{ stage: 'SIGNED', on: data.signedOn }],
    outcome: { is: 'WON', on: data.signedOn, told: true },
    signedAmount: data.amount,
    owner: { ownerId: data.ownerId, team: data.team },
  }),
};

type DealStage = EventMap['fivepoint.deal.deal-opened.v1']['stage'];

const cameTo = (stage: DealStage, on: string | null) => (stage === 'LOST' ? [] : [{ stage, on }]);

/** A deal of recorded history stands where it stands: since when is known only of its beginning. One that has ended began in VERIFY. */
function opened(stage: DealStage, openedOn: string, recorded: boolean): Saying {
  if (recorded && (stage === 'SIGNED' || stage === 'LOST'))
    return { reached: [{ stage: 'VERIFY', on: openedOn }], endsOnly: true };
  const known = !recorded || stage === 'VERIFY';
  return { reached: cameTo(stage, known ? openedOn : null) };
}

const expected = (data: { amount?: MoneyJson; expectedClose?: string }) => ({
  ...(data.amount && { amount: data.amount }),
  ...(data.expectedClose && { expectedCloseOn: data.expectedClose }),
});
