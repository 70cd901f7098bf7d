import {
  type Identity,
  LocalDateScalar,
  MoneyValue,
  type Narrowing,
  OptionalMoneyValue,
  Origin,
  ownOrTeams,
  seesAllIn,
  seesEveryRow,
  TenantRow,
  UUID,
} from '@fivepoint/service';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { PurchasePattern } from '../account/purchase-pattern';
import { PipelineOutcome, PipelineStage } from './pipeline.stages';

@ObjectType({ description: 'A stage that a case has come to (已到阶段).' })
export class PipelineStep {
  @Field(() => PipelineStage, { description: 'The stage (阶段).' })
  stage!: PipelineStage;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which it came there; null where nobody recorded it (到达日).',
  })
  reachedOn!: string | null;
}

/**
 * A lead and the deal that came of it, or a deal without a lead, from the events of acquisition and deal (capabilities P23, P28): a projection,
 * which can be rebuilt. Its id is the lead's, else the deal's.
 */
@ObjectType({ description: 'A lead and the deal that came of it, as their services told of them (漏斗案例).' })
@Entity('pipeline_case')
export class PipelineCase extends TenantRow {
  /** What one could see in the service that told of it: a deal as in deal, a lead as in acquisition, those in the pool (公海) included. */
  static readonly seenBy = (identity: Identity): Narrowing => {
    const [allDeals, allLeads] = [seesAllIn.deal, seesAllIn.acquisition].map((seesAll) =>
      seesEveryRow({ identity, seesAll }),
    );
    if (allDeals && allLeads) return () => undefined;
    const { sql, parameters } = ownOrTeams('e', identity);
    const inThePool = '(e.deal_id is null and e.owner_id is null and e.team is null)';
    return (query) =>
      void query.andWhere(`(${sql} or ${inThePool}${allDeals ? ' or e.deal_id is not null' : ''})`, parameters);
  };

  @Field(() => UUID, { description: 'The turn of the lifecycle it belongs to (业务循环标识).' })
  @Column('uuid')
  correlationId!: string;

  @Field(() => Origin, { description: 'Made here or recorded from an older system (来源).' })
  @Column('text')
  origin!: Origin;

  @Field(() => String, { nullable: true, description: 'The team that shares it (团队).' })
  @Column('text', { nullable: true })
  team!: string | null;

  @Field(() => PipelineStage, { description: 'The furthest stage it has come to (最远阶段).' })
  @Column('text')
  stage!: PipelineStage;

  @Field(() => [PipelineStep], { description: 'The stages it has come to, in order (已到阶段).' })
  @Column('jsonb')
  stages!: PipelineStep[];

  @Field(() => PipelineOutcome, { description: 'How it ended, if it did (结果).' })
  @Column('text')
  outcome!: PipelineOutcome;

  @Field(() => PurchasePattern, { nullable: true, description: 'How this customer buys; null until known (购买类型).' })
  @Column('text', { nullable: true })
  purchasePattern!: PurchasePattern | null;

  @Field(() => MoneyValue, {
    nullable: true,
    description: 'Of a won case its contract, else what is expected; null where nobody has said (金额).',
  })
  @Column(() => OptionalMoneyValue)
  amount!: MoneyValue | null;

  @Field(() => LocalDateScalar, { description: 'The day on which it began, as a lead or a deal (开始日).' })
  @Column('date')
  beganOn!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which work on the deal began; null while it is a lead (启动日).',
  })
  @Column('date', { nullable: true })
  openedOn!: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'When it is expected to be signed (预计签约日).',
  })
  @Column('date', { nullable: true })
  expectedCloseOn!: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which it was won, lost or given up; null while it is open (结束日).',
  })
  @Column('date', { nullable: true })
  closedOn!: string | null;

  /** The stage in which it was first seen: a renewal's deal begins before the bid, and never was in VERIFY. */
  @Column('text')
  firstStage!: PipelineStage;

  /** Recorded history that knows how it began and ended, and nothing of the stages between. */
  @Column('boolean')
  endsOnly!: boolean;

  @Column('uuid', { nullable: true })
  leadId!: string | null;

  @Column('uuid', { nullable: true })
  dealId!: string | null;

  @Column('uuid', { nullable: true })
  accountId!: string | null;

  @Column('uuid', { nullable: true })
  productId!: string | null;

  @Column('uuid', { nullable: true })
  ownerId!: string | null;

  @Column('uuid', { nullable: true })
  planLineId!: string | null;
}
