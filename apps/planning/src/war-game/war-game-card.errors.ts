import { Refusal } from '@fivepoint/service';
import { ObjectType } from 'type-graphql';

@ObjectType({ implements: Refusal, description: 'A war-game card that is closed changes no more (推演卡已关闭).' })
export class WarGameCardClosed extends Refusal {
  constructor() {
    super('WAR_GAME_CARD_CLOSED', 'The card is closed and changes no more; add another one.');
  }
}
