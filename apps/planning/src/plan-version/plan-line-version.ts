import { type Identity, MoneyValue, type Narrowing, OptionalMoneyValue, TenantRow } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { lineSeen } from '../plan-line/line-in-sight';

/** What a version of a plan says of one of its lines; the line itself stays, with its id and its turn, and what came of it counts for it. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'What a version of a plan says of one line; owned by planning (计划行版本).' })
@Entity('plan_line_version')
export class PlanLineVersion extends TenantRow {
  /** It shows to its own owner and team: in another version the line may be somebody else's. */
  static readonly seenBy = (identity: Identity): Narrowing => {
    const { sql, parameters } = lineSeen('e', identity);
    return (query) => void query.andWhere(sql, parameters);
  };

  @Column('uuid')
  planVersionId!: string;

  @Column('uuid')
  planLineId!: string;

  @Column('uuid')
  accountId!: string;

  @Column('uuid')
  productId!: string;

  @Column('uuid')
  ownerId!: string;

  @Field(() => String, { nullable: true, description: 'The team that shares it (团队).' })
  @Column('text')
  team!: string;

  @Field(() => MoneyValue, { nullable: true, description: 'What is to be sold in the period (目标).' })
  @Column(() => MoneyValue)
  target!: MoneyValue;

  @Field(() => MoneyValue, { nullable: true, description: 'What is committed, at most the target (保底目标).' })
  @Column(() => MoneyValue)
  floor!: MoneyValue;

  @Field(() => MoneyValue, { nullable: true, description: 'What may be reached, at least the target (冲刺目标).' })
  @Column(() => OptionalMoneyValue)
  stretch!: MoneyValue | null;

  @Column('uuid', { array: true })
  playIds!: string[];
}

/** What may differ of a line from one version to the next. */
export type LineWord = Pick<PlanLineVersion, 'ownerId' | 'team' | 'target' | 'floor' | 'stretch' | 'playIds'>;

/** The part of a row that a version decides. */
export const wordOf = ({ ownerId, team, target, floor, stretch, playIds }: LineWord): LineWord => ({
  ownerId,
  team,
  target,
  floor,
  stretch,
  playIds,
});

/** Whether two versions say the same of a line; pure. */
export function saysTheSame(one: LineWord, other: LineWord): boolean {
  const text = ({ ownerId, team, target, floor, stretch, playIds }: LineWord) =>
    [ownerId, team, target.money, floor.money, stretch?.money ?? '', ...[...playIds].sort()].map(String).join('\n');
  return text(one) === text(other);
}
