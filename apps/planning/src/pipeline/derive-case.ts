import type { MoneyJson } from '@fivepoint/kernel';
import type { Origin } from '@fivepoint/service';
import type { PurchasePattern } from '../account/purchase-pattern';
import type { PipelineSaying, PipelineSubject } from './fact-of';
import { type PipelineOutcome, type PipelineStage, pipelineStages, rankOf } from './pipeline.stages';

/** One event as far as a case goes by it. */
export interface PipelineWord extends PipelineSubject {
  id: string;
  occurredAt: Date;
  origin: Origin;
  correlationId: string;
  says: PipelineSaying;
}

/** A stage that a case has come to; the day is null where no event told it. */
export interface StageReached {
  stage: PipelineStage;
  reachedOn: string | null;
}

export interface DerivedCase extends PipelineSubject {
  id: string;
  correlationId: string;
  origin: Origin;
  accountId: string | null;
  productId: string | null;
  planLineId: string | null;
  ownerId: string | null;
  team: string | null;
  purchasePattern: PurchasePattern | null;
  firstStage: PipelineStage;
  stage: PipelineStage;
  stages: StageReached[];
  endsOnly: boolean;
  outcome: PipelineOutcome;
  beganOn: string;
  openedOn: string | null;
  closedOn: string | null;
  amount: MoneyJson | null;
  expectedCloseOn: string | null;
}

/**
 * What all events of a case together say of it; null of none that tells how far it is. The same events give the same case in whatever order they
 * came, and however often: a later word takes the place of an earlier one, and what happens in the house comes after what was recorded. Pure.
 */
export function deriveCase(words: readonly PipelineWord[]): DerivedCase | null {
  const inOrder = [...new Map(words.map((word) => [word.id, word])).values()].sort(byTime);
  const endsOnly = inOrder.some(({ says }) => says.endsOnly);
  const stages = stagesOf(inOrder, endsOnly);
  const [first, last, oldest] = [stages[0], stages.at(-1), inOrder[0]];
  if (!first || !last || !oldest) return null;
  const lastSaid = <T>(of: (says: PipelineSaying) => T | null | undefined): T | null => {
    for (const { says } of inOrder.toReversed()) {
      const said = of(says);
      if (said !== null && said !== undefined) return said;
    }
    return null;
  };
  const leadId = inOrder.find((word) => word.leadId !== null)?.leadId ?? null;
  const dealId = inOrder.findLast((word) => word.dealId !== null)?.dealId ?? null;
  const end = endOf(inOrder, dealId !== null);
  const openedOn = lastSaid(({ openedOn: day }) => day);
  return {
    id: leadId ?? dealId ?? oldest.id,
    leadId,
    dealId,
    correlationId: oldest.correlationId,
    origin: inOrder.some(({ origin }) => origin === 'LIVE') ? 'LIVE' : 'IMPORTED',
    accountId: lastSaid(({ accountId }) => accountId),
    productId: lastSaid(({ productId }) => productId),
    planLineId: lastSaid(({ planLineId }) => planLineId),
    ...(lastSaid(({ owner }) => owner) ?? { ownerId: null, team: null }),
    purchasePattern: lastSaid(({ purchasePattern }) => purchasePattern),
    firstStage: first.stage,
    stage: last.stage,
    stages,
    endsOnly,
    outcome: end?.is ?? 'OPEN',
    beganOn: first.reachedOn ?? openedOn ?? oldest.says.on,
    openedOn,
    closedOn: end?.on ?? null,
    amount: lastSaid(({ signedAmount }) => signedAmount) ?? lastSaid(({ amount }) => amount),
    expectedCloseOn: lastSaid(({ expectedCloseOn }) => expectedCloseOn),
  };
}

function byTime(one: PipelineWord, other: PipelineWord): number {
  if (one.origin !== other.origin) return one.origin === 'IMPORTED' ? -1 : 1;
  const apart = one.occurredAt.getTime() - other.occurredAt.getTime();
  if (apart !== 0) return apart;
  return one.id < other.id ? -1 : 1;
}

/**
 * Each stage from the first to the last with its earliest day. There is no way around a stage, so what lies between was passed, too, on a day that
 * nobody told; only of recorded history that knows no more than the two ends nothing is said between them.
 */
function stagesOf(words: readonly PipelineWord[], endsOnly: boolean): StageReached[] {
  const days = new Map<PipelineStage, string | null>();
  for (const { stage, on } of words.flatMap(({ says }) => says.reached ?? [])) {
    const known = days.get(stage);
    days.set(stage, known && on ? (known < on ? known : on) : (known ?? on));
  }
  const ranks = [...days.keys()].map(rankOf);
  const passed = pipelineStages.slice(Math.min(...ranks), Math.max(...ranks) + 1);
  return passed
    .filter((stage) => !endsOnly || days.has(stage))
    .map((stage) => ({ stage, reachedOn: days.get(stage) ?? null }));
}

/** A contract outweighs everything, a deal the end of its lead; the event that is about the end knows its day better than the move to it. */
function endOf(words: readonly PipelineWord[], hasDeal: boolean): PipelineSaying['outcome'] | null {
  const ends = words
    .filter(({ dealId }) => dealId !== null || !hasDeal)
    .flatMap(({ says }) => (says.outcome ? [says.outcome] : []));
  const won = ends.filter(({ is }) => is === 'WON');
  const decisive = won.length > 0 ? won : ends;
  return decisive.findLast(({ told }) => told) ?? decisive.at(-1) ?? null;
}
