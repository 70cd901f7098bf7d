import { Money, roundedQuotient } from '@fivepoint/kernel';
import { MoneyValue } from '@fivepoint/service';
import type { Won } from './average-won';
import type { StageConversion } from './conversions';
import { RequiredPipeline, RequiredStage } from './funnel.types';
import { mostWins, stageNeeds, winsFor } from './required-pipeline';

interface Goal {
  productId: string | null;
  target: Money | null;
  /** Where wins were asked for. */
  wins: number | null;
}

/** What a target, or a number of wins, needs of the pipeline. Pure. */
export function requirementOf(
  { productId, target, wins }: Goal,
  brought: Omit<Won, 'productId'> | null,
  conversions: readonly StageConversion[],
  confidenceBasisPoints: number,
): RequiredPipeline {
  const needed = target ? winsFor(target, brought) : wins === null ? null : BigInt(wins);
  const within = needed !== null && needed <= BigInt(mostWins);
  return Object.assign(new RequiredPipeline(), {
    productId,
    target: target && MoneyValue.of(target),
    averageWon: brought && MoneyValue.of(average(brought)),
    wonCount: brought?.wonCount ?? 0,
    winCount: needed !== null && needed <= 2_147_483_647n ? Number(needed) : null,
    confidenceBasisPoints,
    stages: within
      ? stageNeeds(conversions, Number(needed), confidenceBasisPoints).map((need) => RequiredStage.of(need))
      : [],
  });
}

const average = ({ won, wonCount }: Omit<Won, 'productId'>): Money =>
  Money.of(roundedQuotient(won.minor, BigInt(wonCount)), won.currency);
