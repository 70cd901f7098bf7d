import { type Command } from '@fivepoint/service';
import { FunnelTemplate, type FunnelStage } from './funnel-template';
import type { PurchasePattern } from '../account/purchase-pattern';

/** So many closed cases must have reached a stage before its own history counts more than the template (rules §4). */
const samplesNeededCount = 30;

const shippedStages: Readonly<Record<PurchasePattern, readonly FunnelStage[]>> = {
  RECURRING: [
    { stage: 'CAPTURED', name: '线索', conversionBasisPoints: 7000 },
    { stage: 'CLASSIFIED', name: '跟进', conversionBasisPoints: 4500 },
    { stage: 'VERIFY', name: '验证商机', conversionBasisPoints: 6000 },
    { stage: 'NEGOTIATE', name: '谈判签约', conversionBasisPoints: 8500 },
  ],
  PROJECT: [
    { stage: 'CAPTURED', name: '线索', conversionBasisPoints: 7000 },
    { stage: 'CLASSIFIED', name: '跟进', conversionBasisPoints: 3500 },
    { stage: 'VERIFY', name: '验证商机', conversionBasisPoints: 6000 },
    { stage: 'PRE_BID', name: '标前引导', conversionBasisPoints: 7500 },
    { stage: 'BID', name: '标书提交', conversionBasisPoints: 4500 },
    { stage: 'NEGOTIATE', name: '谈判签约', conversionBasisPoints: 8000 },
  ],
};

/** What a company begins with: a funnel for each way of buying, in force from before its first day. */
export async function addShippedFunnels(command: Command): Promise<void> {
  for (const [purchasePattern, stages] of Object.entries(shippedStages))
    await command.add(
      Object.assign(new FunnelTemplate(), {
        ...command.newAggregate(),
        purchasePattern: purchasePattern as PurchasePattern,
        effectiveOn: '2000-01-01',
        definerUserId: null,
        samplesNeededCount,
        stages: [...stages],
      }),
    );
}
