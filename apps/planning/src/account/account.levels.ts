import { graphEnum } from '@fivepoint/service';

/** 集团 → 省级 → 市级 → 采购单位: where a customer stands in its hierarchy, written in the order of rank (capabilities P04, P06). */
export const AccountLevel = graphEnum('AccountLevel', "Level in the customer's hierarchy (客户层级).", {
  GROUP: 'The group at the top (集团).',
  PROVINCE: 'A provincial company (省级).',
  CITY: 'A city company (市级).',
  UNIT: 'Any other buying unit (采购单位).',
});
export type AccountLevel = keyof typeof AccountLevel;

const fromTheTop = Object.keys(AccountLevel);

/** Whether an account of the first level may stand above one of the second: at the same level or higher, never lower. Pure. */
export const mayStandAbove = (parent: AccountLevel, child: AccountLevel): boolean =>
  fromTheTop.indexOf(parent) <= fromTheTop.indexOf(child);
