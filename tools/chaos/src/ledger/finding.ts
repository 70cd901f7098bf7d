/** The four ways in which handoffs can go wrong, and what the graph shows that must not be. */
export const rules = ['lost', 'double', 'out of order', 'stuck', 'wrong in the graph'] as const;
export type Rule = (typeof rules)[number];

export interface Finding {
  rule: Rule;
  /** `deal → receivables contract-signed`; absent where it is not about one handoff. */
  handoff?: string;
  what: string;
}

/** `fivepoint.deal.contract-signed.v1` is `contract-signed`. */
export const shortType = (type: string): string => type.split('.').at(-2) ?? type;

export const handoffOf = (owner: string, consumer: string, type: string): string =>
  `${owner} → ${consumer} ${shortType(type)}`;
