import type { MoneyJson } from '@fivepoint/kernel';

/** What a version of a plan says of a line. */
export interface PlanWord {
  accountId: string;
  productId: string;
  planLineId: string;
  target: MoneyJson;
  ownerId: string;
  team: string;
  versionNumber: number;
}

/** The word in an event of planning's. Before plans had versions, everything was said by their first. */
export const planWordOf = (data: Omit<PlanWord, 'versionNumber'> & { versionNumber?: number }): PlanWord => ({
  accountId: data.accountId,
  productId: data.productId,
  planLineId: data.planLineId,
  target: data.target,
  ownerId: data.ownerId,
  team: data.team,
  versionNumber: data.versionNumber ?? 1,
});
