import { graphEnum, MoneyValue, TenantRow } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { seenByLeadersAnd } from '../team/led';

export const RebalancingRole = graphEnum('RebalancingRole', 'What a rep does in a rebalancing (调节角色).', {
  DONOR: 'Cannot reach the target: what is lacking is taken off (调出).',
  RECEIVER: 'Has head-room, and may get more (承接).',
});
export type RebalancingRole = keyof typeof RebalancingRole;

export const IncreaseLimit = graphEnum('IncreaseLimit', 'What kept a receiver from the share at the rate (限制因素).', {
  HEAD_ROOM: 'The capacity that is left (产能余量).',
  CAP: 'The cap of the period (增幅上限).',
});
export type IncreaseLimit = keyof typeof IncreaseLimit;

/** What a rebalancing says of one rep: what went in and what came out. It shows to the rep and to who leads the rep's team, as capacities do. */
@Directive('@key(fields: "id")')
@ObjectType({
  description:
    "What a rebalancing says of one rep, for the rep and who leads the rep's team only; owned by planning (个人目标调节).",
})
@Entity('rebalanced_target')
export class RebalancedTarget extends TenantRow {
  static readonly seenBy = seenByLeadersAnd('rep_id');

  @Column('uuid')
  rebalancingId!: string;

  @Column('uuid')
  planId!: string;

  @Column('uuid')
  repId!: string;

  @Field(() => RebalancingRole, { nullable: true, description: 'Whether the rep gives or may get (调节角色).' })
  @Column('text')
  role!: RebalancingRole;

  @Field(() => MoneyValue, {
    nullable: true,
    description:
      'The total in the first version in force; rating and payout stay with it, of who came later with the first one that has a line of the rep (原目标).',
  })
  @Column(() => MoneyValue)
  original!: MoneyValue;

  @Field(() => MoneyValue, { nullable: true, description: 'The total in the version that counted (版本目标).' })
  @Column(() => MoneyValue)
  planned!: MoneyValue;

  @Field(() => MoneyValue, {
    nullable: true,
    description: 'What revisions and rebalancings of the period had added before, later cuts aside (已增额).',
  })
  @Column(() => MoneyValue)
  increasedBefore!: MoneyValue;

  @Field(() => MoneyValue, { nullable: true, description: 'The target before it (调节前目标).' })
  @Column(() => MoneyValue)
  before!: MoneyValue;

  @Field(() => MoneyValue, {
    nullable: true,
    description: "Signed in the period up to the day on the rep's lines, in the plan's currency (实绩).",
  })
  @Column(() => MoneyValue)
  actual!: MoneyValue;

  @Field(() => MoneyValue, {
    nullable: true,
    description:
      'What the rep could still deliver from the day to the end of the period, less what other plans in force asked of the rep in it (剩余产能).',
  })
  @Column(() => MoneyValue)
  capacity!: MoneyValue;

  @Field(() => MoneyValue, {
    nullable: true,
    description: 'Stretch × capacity − (target before − actual); below zero for a donor (余量).',
  })
  @Column(() => MoneyValue)
  headRoom!: MoneyValue;

  @Field(() => MoneyValue, { nullable: true, description: 'What it changes: below zero for a donor (调节额).' })
  @Column(() => MoneyValue)
  change!: MoneyValue;

  @Field(() => MoneyValue, { nullable: true, description: 'The target after it (调节后目标).' })
  @Column(() => MoneyValue)
  after!: MoneyValue;

  @Field(() => IncreaseLimit, {
    nullable: true,
    description: 'What kept the rep from the whole share at the rate; null where nothing did (限制因素).',
  })
  @Column('text', { nullable: true })
  increaseLimit!: IncreaseLimit | null;
}
