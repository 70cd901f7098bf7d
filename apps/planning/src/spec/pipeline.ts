import type { EventMap } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import { cny, type ServiceUnderTest } from '@fivepoint/testing';
import type { PipelineEvent } from '../pipeline/fact-of';

/** Whose a case is, and what it came from. */
export interface Whose {
  accountId: string | null;
  ownerId: string;
  team: string;
  planLineId?: string;
  productId?: string;
}

/** What acquisition and deal tell planning of leads and deals. */
export function neighboursOf(at: { readonly service: ServiceUnderTest }) {
  const tell = <T extends PipelineEvent>(type: T, data: EventMap[T], about: object = {}) =>
    at.service.receive(type, data, {
      subject: 'dealId' in data ? data.dealId : data.leadId,
      ...about,
    });

  const opened = (whose: Whose, over: Partial<EventMap['fivepoint.deal.deal-opened.v1']> = {}, about: object = {}) =>
    tell(
      'fivepoint.deal.deal-opened.v1',
      { dealId: uuidv7(), kind: 'NEW', stage: 'VERIFY', amount: cny('100000.00'), ...whose, ...over },
      about,
    );

  const moved = (
    { dealId, accountId }: { dealId: string; accountId: string | null },
    fromStage: EventMap['fivepoint.deal.deal-stage-changed.v1']['fromStage'],
    toStage: EventMap['fivepoint.deal.deal-stage-changed.v1']['toStage'],
  ) => tell('fivepoint.deal.deal-stage-changed.v1', { dealId, accountId, fromStage, toStage });

  const lost = (
    { dealId, accountId, ownerId, team }: { dealId: string; accountId: string | null; ownerId: string; team: string },
    over: Partial<EventMap['fivepoint.deal.deal-lost.v1']> = {},
    about: object = {},
  ) =>
    tell(
      'fivepoint.deal.deal-lost.v1',
      { dealId, accountId, ownerId, team, stage: 'VERIFY', reason: 'price', lostOn: '2026-06-10', ...over },
      about,
    );

  const signed = (
    whose: Whose & { dealId: string },
    over: Partial<EventMap['fivepoint.deal.contract-signed.v1']> = {},
    about: object = {},
  ) => {
    const { dealId, accountId, ownerId, team, planLineId, productId } = whose;
    const data = {
      ...{ contractId: uuidv7(), dealId, accountId, ownerId, team, kind: 'NEW' as const },
      ...(planLineId && { planLineId }),
      ...(productId && { productId }),
      ...{ amount: cny('100000.00'), signedOn: '2026-06-10', warrantyMonths: 12, downPayment: cny('0.00') },
      paymentTerms: [{ name: '全款', basisPoints: 10_000, trigger: 'DELIVERY' as const, dueDays: 0 }],
      ...over,
    };
    return tell('fivepoint.deal.contract-signed.v1', data, { subject: data.contractId, ...about });
  };

  return { tell, opened, moved, lost, signed };
}
