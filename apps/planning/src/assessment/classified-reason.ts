import type { AccountClassifiedV1 } from '@fivepoint/contracts';
import type { Assessed } from './assess';

/**
 * Why an account is another than before: what made the stage, an override before anything computed; where the stage is the same, the axes of the
 * portfolio matrix. Pure.
 */
export function reasonOf(previousStage: Assessed['stage'], now: Assessed): AccountClassifiedV1['reason'] {
  if (now.stage === previousStage) return 'PORTFOLIO';
  return now.stageOverrideId === null ? now.stageReason : 'OVERRIDE';
}
