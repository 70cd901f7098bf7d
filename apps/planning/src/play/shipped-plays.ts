import type { Command } from '@fivepoint/service';
import { Play } from './play';

/** The plays that every tenant begins with (P24). */
export const shippedPlays: readonly { name: string; action: string }[] = [
  { name: '推荐产品', action: 'Recommend the product that fits the need (向客户推荐合适的产品)' },
  { name: '标杆样品', action: 'Place a benchmark sample where the customer can compare it (投放标杆样品)' },
  { name: '示范项目', action: 'Show a demo or reference project that runs at a customer like this one (打造示范项目)' },
  { name: '关键关系', action: 'Build the relationship with those who decide (建立关键关系)' },
];

/** Gives a new tenant the catalogue that it begins with. */
export async function addShippedPlays(command: Command): Promise<void> {
  for (const play of shippedPlays) await command.add(Object.assign(new Play(), { ...command.newAggregate(), ...play }));
}
