import type { LocalDate } from '@fivepoint/kernel';
import { type EntityReference, graphEnum, LocalDateScalar, OwnedAggregate, referenceTo } from '@fivepoint/service';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Account } from '../account/account';
import { Contract } from '../contract/contract';
import { Rep } from '../references/references';

export const MilestoneKind = graphEnum('MilestoneKind', 'What a contract reached on its way (交付节点类型).', {
  DELIVERY: 'The goods are with the customer (到货).',
  ACCEPTANCE: 'The customer accepts the work; the warranty begins (验收).',
  WARRANTY_END: 'The warranty is over (质保期满).',
});
export type MilestoneKind = keyof typeof MilestoneKind;

/** A delivery milestone with the day it was reached; the instalments that wait for it fall due. Once per contract and kind. */
@Directive('@key(fields: "id")')
@ObjectType({
  description: 'A point that a contract reached, from which instalments fall due; owned by receivables (交付节点).',
})
@Entity('milestone')
export class Milestone extends OwnedAggregate {
  @Column('uuid')
  contractId!: string;

  @Column('uuid')
  accountId!: string;

  @Field(() => MilestoneKind, { nullable: true, description: 'What was reached (类型).' })
  @Column('text')
  kind!: MilestoneKind;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The actual day (实际日期).' })
  @Column('date')
  reachedOn!: LocalDate;

  @Field(() => String, { nullable: true, description: 'Who signed for the customer (签收人).' })
  @Column('text', { nullable: true })
  signer!: string | null;

  @Field(() => Account, { nullable: true, description: 'The customer (客户).' })
  get account(): EntityReference | null {
    return referenceTo(this.accountId);
  }

  @Field(() => Rep, { nullable: true, description: 'The one accountable rep (责任人).' })
  get owner(): EntityReference | null {
    return referenceTo(this.ownerId);
  }

  @Field(() => Contract, { nullable: true, description: 'The contract that reached it (合同).' })
  get contract(): EntityReference | null {
    return referenceTo(this.contractId);
  }
}
