import { Money, type MoneyJson } from '@fivepoint/kernel';
import { type Command, MoneyValue } from '@fivepoint/service';
import { Pursuit } from './pursuit';
import { pursuitStatuses } from './pursuit.statuses';
import { lockPursuit } from './move-pursuit';
import { wonBefore } from './win-plan-line';

export interface OpenPursuit {
  accountId: string;
  productId: string;
  planLineId: string;
  target: MoneyJson;
  ownerId: string;
  team: string;
}

/**
 * Opens the pursuit of a plan line; won from the start where the contract came first. A line that is targeted once more keeps its pursuit
 * and takes over the new target, owner and team.
 */
export async function openPursuit(command: Command, opening: OpenPursuit): Promise<Pursuit> {
  const word = {
    target: MoneyValue.of(Money.from(opening.target)),
    ownerId: opening.ownerId,
    team: opening.team,
  };
  const there = await lockPursuit(command, { planLineId: opening.planLineId });
  if (there) return command.save(Object.assign(there, word));
  const wonOn = await wonBefore(command, opening.planLineId);
  return command.add(
    Object.assign(new Pursuit(), {
      ...command.newAggregate(),
      status: wonOn ? ('WON' as const) : pursuitStatuses.initial,
      accountId: opening.accountId,
      productId: opening.productId,
      planLineId: opening.planLineId,
      purchasePattern: null,
      wonOn,
      ...word,
    }),
  );
}
