import { graphEnum } from '@fivepoint/service';

export const RelationshipType = graphEnum(
  'RelationshipType',
  'What kind of relationship there is with an account (关系类型).',
  {
    TRANSACTIONAL: 'They buy, we deliver (交易型).',
    SOLUTION: 'They buy solutions of us (综合解决方案).',
    PARTNERSHIP: 'We work together for the long term (深度合作).',
  },
);
export type RelationshipType = keyof typeof RelationshipType;

const ladder = Object.keys(RelationshipType) as RelationshipType[];

/** How many steps the wanted relationship is above the one that is there, below zero where it is less; null where one is not known (P15). Pure. */
export function relationshipGap(current: RelationshipType | null, desired: RelationshipType | null): number | null {
  return current && desired && ladder.indexOf(desired) - ladder.indexOf(current);
}

/** The same above zero, in SQL on the account `e`. */
export const wantsMore = (() => {
  const rank = (column: string) => `array_position(array['${ladder.join("', '")}'], e.${column})`;
  return `coalesce(${rank('desired_relationship_type')} > ${rank('current_relationship_type')}, false)`;
})();
