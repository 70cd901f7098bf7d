import { MoneyValue } from '@fivepoint/service';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import type { PortfolioRules } from '../portfolio/portfolio-class';
import { AccountClass } from './account-class';
import { DatedRule } from './dated-rule';

@ObjectType({ description: 'One of the four cells of the customer portfolio matrix (矩阵单元).' })
export class PortfolioCell {
  @Field(() => Boolean, { description: 'Whether the attainable potential is at the threshold or above (潜力高低).' })
  highPotential!: boolean;

  @Field(() => Boolean, { description: 'Whether the relationship score is at the threshold or above (关系高低).' })
  highRelationship!: boolean;

  @Field(() => AccountClass, { description: 'The class of accounts that lie there (客户类型).' })
  class!: AccountClass;
}

/** Where the customer portfolio matrix is divided, and what its cells are called (rules §3, capabilities P17, P18). */
@Directive('@key(fields: "id")')
@ObjectType({
  description: 'How accounts of a currency are classed, from a day on; owned by planning (客户分析矩阵规则).',
})
@Entity('portfolio_rule')
export class PortfolioRule extends DatedRule {
  @Field(() => MoneyValue, {
    nullable: true,
    description:
      'Attainable potential from which on it is high, for accounts that are assessed in its currency (潜力阈值).',
  })
  @Column(() => MoneyValue)
  potentialThreshold!: MoneyValue;

  @Field(() => Int, { nullable: true, description: 'Relationship score from which on it is high, 0–100 (关系阈值).' })
  @Column('int')
  scoreThreshold!: number;

  @Column('text')
  highHigh!: AccountClass;

  @Column('text')
  highLow!: AccountClass;

  @Column('text')
  lowHigh!: AccountClass;

  @Column('text')
  lowLow!: AccountClass;

  @Field(() => [PortfolioCell], { nullable: true, description: 'The four cells and their classes (矩阵单元).' })
  get cells(): PortfolioCell[] {
    return [
      { highPotential: true, highRelationship: true, class: this.highHigh },
      { highPotential: true, highRelationship: false, class: this.highLow },
      { highPotential: false, highRelationship: true, class: this.lowHigh },
      { highPotential: false, highRelationship: false, class: this.lowLow },
    ];
  }

  get rules(): PortfolioRules {
    const { highHigh, highLow, lowHigh, lowLow } = this;
    return {
      potentialThreshold: this.potentialThreshold.minor,
      scoreThreshold: this.scoreThreshold * 10_000,
      labels: { highHigh, highLow, lowHigh, lowLow },
    };
  }
}
