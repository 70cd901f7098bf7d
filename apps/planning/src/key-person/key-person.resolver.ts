import { type LocalDate, Money } from '@fivepoint/kernel';
import { GraphContext, MoneyValue } from '@fivepoint/service';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { TeamRule, teamTermsOn } from '../capacity/team-rule';
import { Plan } from '../plan/plan';
import { Rep } from '../rep/rep';
import { recordedRules } from '../rules/recorded-rules';
import { Team } from '../team/team';
import { concentrationOf } from './concentration';
import { KeyPersonRisk, KeyPersonShare, sharesOf, toldOf, UnseenShare } from './key-person-risk';
import { TeamCoverage } from './team-coverage';
import {
  coverageByTeam,
  type PersonRelationships,
  type PersonTarget,
  type PlanAccounts,
  planAccounts,
  relationshipsByPerson,
  targetsByPerson,
} from './plan-people';
import { RelationshipConcentration, RelationshipShare } from './relationship-concentration';

/** On whom a plan hangs, and who covers it. */
@Resolver(() => Plan)
export class PlanPeopleResolver {
  @FieldResolver(() => KeyPersonRisk, {
    nullable: true,
    description: 'How much of its target hangs on single people, over all its lines (个人依赖风险).',
  })
  async keyPersonRisk(@Ctx() context: GraphContext, @Root() plan: Plan): Promise<KeyPersonRisk> {
    const [today, { people, relationships, accounts, limitOn }] = [
      await context.today(),
      await peopleOf(context, plan),
    ];
    const money = (minor: bigint) => MoneyValue.of(Money.of(minor, plan.currency));
    const limitBasisPoints = limitOn(today);
    const targets = people.map(({ target }) => target);
    const shares = sharesOf(targets);
    const placed = people.map((person, place) => ({ ...person, basisPoints: shares[place] ?? 0 }));
    const unseen = placed.filter(({ seen }) => !seen);
    const concentration = concentrationOf(targets, limitBasisPoints);
    const { index, normalised, effectiveCount, warning } = toldOf(concentration, unseen.length);
    return Object.assign(new KeyPersonRisk(), {
      index,
      normalised,
      effectiveCount,
      limitBasisPoints,
      aboveLimit: warning,
      shares: placed
        .filter(({ seen }) => seen)
        .map(({ repId, target, basisPoints }) =>
          Object.assign(new KeyPersonShare(), { repId, target: money(target), basisPoints }),
        ),
      unseen:
        unseen.length === 0
          ? null
          : Object.assign(new UnseenShare(), {
              repCount: unseen.length,
              target: money(unseen.reduce((sum, { target }) => sum + target, 0n)),
              basisPoints: unseen.reduce((sum, { basisPoints }) => sum + basisPoints, 0),
            }),
      relationshipsByPerson: relationships,
      accountCount: accounts?.accountCount ?? 0,
      withoutSecondSeatCount: accounts?.withoutSecondSeatCount ?? 0,
    });
  }

  @FieldResolver(() => [TeamCoverage], {
    nullable: true,
    description:
      'What each team covers of it, of the lines that you may see, and in a last row all the others; the targets sum to totalTarget (团队覆盖).',
  })
  async teamCoverage(@Ctx() context: GraphContext, @Root() plan: Plan): Promise<TeamCoverage[]> {
    const identity = context.caller;
    const teams = await context.reads.batched('plan coverage', plan.id, async (manager, planIds) => {
      const found = await coverageByTeam(manager, identity, planIds);
      return planIds.map((id) => found.filter(({ planId }) => planId === id));
    });
    return teams.map(({ team, repCount, accountCount, target }) =>
      Object.assign(new TeamCoverage(), {
        teamName: team,
        repCount,
        accountCount,
        target: MoneyValue.of(Money.of(target, plan.currency)),
      }),
    );
  }
}

@Resolver(() => TeamCoverage)
export class TeamCoverageResolver {
  @FieldResolver(() => Team, {
    nullable: true,
    description: 'The team; null for the lines that you may not see (团队).',
  })
  team(@Ctx() context: GraphContext, @Root() { teamName }: TeamCoverage): Promise<Team | null> | null {
    return teamName === null ? null : context.reads.oneBy(Team, 'name', teamName);
  }
}

@Resolver(() => KeyPersonRisk)
export class KeyPersonRiskResolver {
  @FieldResolver(() => RelationshipConcentration, {
    description:
      'How much hangs on single people of the relationships with those who are at its accounts, by the same limit (关系依赖风险).',
  })
  relationships(@Root() { relationshipsByPerson: people, limitBasisPoints }: KeyPersonRisk): RelationshipConcentration {
    return RelationshipConcentration.of(people, limitBasisPoints);
  }
}

@Resolver(() => RelationshipShare)
export class RelationshipShareResolver {
  @FieldResolver(() => Rep, { nullable: true, description: 'Who it is (销售代表).' })
  rep(@Ctx() context: GraphContext, @Root() { repId }: RelationshipShare): Promise<Rep | null> {
    return context.reads.one(Rep, repId);
  }
}

@Resolver(() => KeyPersonShare)
export class KeyPersonShareResolver {
  @FieldResolver(() => Rep, { nullable: true, description: 'Who it is (销售代表).' })
  rep(@Ctx() context: GraphContext, @Root() { repId }: KeyPersonShare): Promise<Rep | null> {
    return context.reads.one(Rep, repId);
  }
}

interface PlanPeople {
  people: PersonTarget[];
  relationships: PersonRelationships[];
  accounts: PlanAccounts | undefined;
  limitOn: (day: LocalDate) => number;
}

function peopleOf(context: GraphContext, plan: Plan): Promise<PlanPeople> {
  const identity = context.caller;
  return context.reads.batched('plan people', plan.id, async (manager, planIds) => {
    const people = await targetsByPerson(manager, identity, planIds);
    const relationships = await relationshipsByPerson(manager, identity, planIds);
    const accounts = await planAccounts(manager, identity, planIds);
    const rules = await recordedRules(manager, identity.tenantId, TeamRule);
    return planIds.map((id) => ({
      people: people.filter(({ planId }) => planId === id),
      relationships: relationships.filter(({ planId }) => planId === id),
      accounts: accounts.find(({ planId }) => planId === id),
      limitOn: (day: LocalDate) => teamTermsOn(rules, day).keyPersonBasisPoints,
    }));
  });
}
