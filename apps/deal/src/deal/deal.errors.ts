import { Refusal } from '@fivepoint/service';
import { Field, ObjectType } from 'type-graphql';
import { DealStage, dealStages } from './deal.stages';

@ObjectType({
  implements: Refusal,
  description: 'The deal has ended, signed or lost: nothing of it can be changed any more (商机已关闭).',
})
export class DealClosed extends Refusal {
  @Field(() => DealStage, { description: 'How it ended: SIGNED or LOST (结束阶段).' })
  readonly endedAs: DealStage;

  constructor(stage: DealStage) {
    const instead =
      stage === 'SIGNED' ? 'its contract says what holds' : 'capture a new lead if there is demand after all';
    super('DEAL_CLOSED', `The deal is ${stage}: ${instead}.`);
    this.endedAs = stage;
  }
}

/** The refusal to return where a deal has ended. */
export const closedDeal = ({ stage }: { stage: DealStage }): DealClosed | null =>
  dealStages.isFinal(stage) ? new DealClosed(stage) : null;
