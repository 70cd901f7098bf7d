import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import type { TrustRules } from '../relationship/trust';
import { DatedRule } from './dated-rule';

/** How what came of contacts moves the trust of a person (rules §2, capability S05). */
@Directive('@key(fields: "id")')
@ObjectType({
  description: 'How what came of contacts moves the trust of a person, from a day on; owned by planning (信任规则).',
})
@Entity('trust_rule')
export class TrustRule extends DatedRule {
  @Field(() => Int, { nullable: true, description: 'Where trust begins, 0–100 (起点).' })
  @Column('int')
  floor!: number;

  @Field(() => Int, { nullable: true, description: 'What a promise that was kept adds (履约加分).' })
  @Column('int')
  keptPromise!: number;

  @Field(() => Int, { nullable: true, description: 'What a good contact adds (良好接触加分).' })
  @Column('int')
  goodContact!: number;

  @Field(() => Int, { nullable: true, description: 'What a promise that was broken takes away (失约减分).' })
  @Column('int')
  brokenPromise!: number;

  get rules(): TrustRules {
    const { floor, keptPromise, goodContact, brokenPromise } = this;
    return {
      floor,
      steps: { KEPT_PROMISE: keptPromise, GOOD_CONTACT: goodContact, BROKEN_PROMISE: -brokenPromise },
    };
  }
}
