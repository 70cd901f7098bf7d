import { Decimal } from '@fivepoint/service';
import { Field, Int, ObjectType } from 'type-graphql';
import { concentrationOf } from './concentration';
import { sharesOf, toldOf } from './key-person-risk';
import type { PersonRelationships } from './plan-people';

@ObjectType({ description: "How many relationships at a plan's accounts one person looks after (个人关系份额)." })
export class RelationshipShare {
  repId!: string;

  @Field(() => Int, { description: 'How many people at the accounts (关系人数).' })
  contactCount!: number;

  @Field(() => Int, {
    description: 'That share of all that somebody looks after, 10000 = all; all shares sum to 10000 (份额).',
  })
  basisPoints!: number;
}

@ObjectType({
  description: 'What people look after of whose relationships you may not see every one (不可见关系份额).',
})
export class UnseenRelationships {
  @Field(() => Int, { description: 'How many people that is (人数).' })
  repCount!: number;

  @Field(() => Int, { description: 'How many relationships they look after (关系人数).' })
  contactCount!: number;

  @Field(() => Int, { description: 'That share of all, 10000 = all (份额).' })
  basisPoints!: number;
}

@ObjectType({
  description: "How much of the relationships at a plan's accounts hangs on single people (关系依赖风险).",
})
export class RelationshipConcentration {
  @Field(() => Decimal, {
    nullable: true,
    description:
      "Herfindahl index, the sum of the squares of the people's shares, four decimals; null where nobody looks after anybody, and where `unseen` is more than one person (集中度).",
  })
  index!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      'The same from 0, all have the same, to 1, four decimals; null for fewer than two people, and where the index is (标准化集中度).',
  })
  normalised!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      'As many people with equal shares would be as concentrated: 1 ÷ index, two decimals; null where the index is (有效人数).',
  })
  effectiveCount!: string | null;

  @Field(() => Boolean, { description: 'Warning: the index is above the limit of the risk (预警).' })
  aboveLimit!: boolean;

  @Field(() => [RelationshipShare], {
    description: 'The people all of whose relationships you may see, the largest share first (份额).',
  })
  shares!: RelationshipShare[];

  @Field(() => UnseenRelationships, {
    nullable: true,
    description: 'All the others, without their names; null when there are none (不可见份额).',
  })
  unseen!: UnseenRelationships | null;

  @Field(() => Int, {
    description: 'How many people at the accounts nobody looks after, who are in no share (无负责人数).',
  })
  withoutOwnerCount!: number;

  /** @param all of one plan, the largest first; who looks after nobody is not in it. */
  static of(all: readonly PersonRelationships[], limitBasisPoints: number): RelationshipConcentration {
    const people = all.filter(({ repId }) => repId !== null);
    const counts = people.map(({ contactCount }) => BigInt(contactCount));
    const shares = sharesOf(counts);
    const placed = people.map((person, place) => ({ ...person, basisPoints: shares[place] ?? 0 }));
    const unseen = placed.filter(({ seen }) => !seen);
    const { warning, ...told } = toldOf(concentrationOf(counts, limitBasisPoints), unseen.length);
    const sum = (of: 'contactCount' | 'basisPoints') => unseen.reduce((total, person) => total + person[of], 0);
    return Object.assign(new RelationshipConcentration(), {
      ...told,
      aboveLimit: warning,
      shares: placed
        .filter(({ seen }) => seen)
        .map(({ repId, contactCount, basisPoints }) =>
          Object.assign(new RelationshipShare(), { repId, contactCount, basisPoints }),
        ),
      unseen:
        unseen.length === 0
          ? null
          : Object.assign(new UnseenRelationships(), {
              repCount: unseen.length,
              contactCount: sum('contactCount'),
              basisPoints: sum('basisPoints'),
            }),
      withoutOwnerCount: all.find(({ repId }) => repId === null)?.contactCount ?? 0,
    });
  }
}
