import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { DecisionRole } from '../contact/contact';
import type { ChainRole } from '../relationship/relationship-score';
import { DatedRule } from './dated-rule';

@ObjectType({ description: 'What a role of the decision chain counts for in the relationship score (角色权重).' })
export class RelationshipChainRole {
  @Field(() => DecisionRole, { description: 'The role (角色).' })
  role!: DecisionRole;

  @Field(() => Int, { description: 'Its share of the score; all roles sum to 10000 (权重).' })
  basisPoints!: number;

  @Field(() => Boolean, {
    description: 'Whether it can stop a purchase alone, so that the least support of its holders counts (否决权).',
  })
  veto!: boolean;
}

/** Which roles make the relationship score, and how much (rules §2 and §6, capability P14). */
@Directive('@key(fields: "id")')
@ObjectType({
  description: 'Which roles make the relationship score of accounts, from a day on; owned by planning (关系评分规则).',
})
@Entity('relationship_chain')
export class RelationshipChain extends DatedRule {
  @Column('text', { array: true })
  roleNames!: DecisionRole[];

  /** In the order of the names. */
  @Column('int', { array: true })
  roleBasisPoints!: number[];

  @Column('text', { array: true })
  vetoRoles!: DecisionRole[];

  @Field(() => [RelationshipChainRole], { nullable: true, description: 'The roles, at most eight (角色清单).' })
  get roles(): RelationshipChainRole[] {
    return this.roleNames.map((role, place) => ({
      role,
      basisPoints: this.roleBasisPoints[place] ?? 0,
      veto: this.vetoRoles.includes(role),
    }));
  }

  get chain(): ChainRole[] {
    return this.roles.map(({ role, basisPoints, veto }) => ({ role, weight: basisPoints, veto }));
  }
}
