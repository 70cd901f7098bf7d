import {
  type Connection,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  type ListArgs,
  NotFound,
  TransitionRefused,
  UUID,
  VersionConflict,
} from '@fivepoint/service';
import {
  Arg,
  Args,
  Authorized,
  createUnionType,
  Ctx,
  FieldResolver,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Rep } from '../rep/rep';
import { Team } from '../team/team';
import { assessLeavingRisk } from './assess-leaving-risk';
import { Candidate } from './candidate';
import { certifyCandidate } from './certify-candidate';
import { endCandidacy } from './end-candidacy';
import { hireCandidate } from './hire-candidate';
import { LeavingRisk } from './leaving-risk';
import { markCandidateRamped } from './mark-candidate-ramped';
import { registerCandidate } from './register-candidate';
import {
  AssessLeavingRiskInput,
  CandidateFilter,
  CertifyCandidateInput,
  EndCandidacyInput,
  HireCandidateInput,
  LeavingRiskFilter,
  MarkCandidateRampedInput,
  RegisterCandidateInput,
  UpdateCandidateInput,
} from './talent.inputs';
import { CandidateList, LeavingRiskList } from './talent.lists';
import { updateCandidate } from './update-candidate';

const RegisterCandidateResult = createUnionType({
  name: 'RegisterCandidateResult',
  description: 'The new candidate, or why there is none (登记结果).',
  types: () => [Candidate, NotFound, InvalidInput, IdempotencyKeyReused] as const,
});

const UpdateCandidateResult = createUnionType({
  name: 'UpdateCandidateResult',
  description: 'The changed candidate, or why nothing changed (变更结果).',
  types: () => [Candidate, NotFound, VersionConflict, InvalidInput, IdempotencyKeyReused] as const,
});

const moved = () =>
  [Candidate, NotFound, VersionConflict, TransitionRefused, InvalidInput, IdempotencyKeyReused] as const;

const HireCandidateResult = createUnionType({
  name: 'HireCandidateResult',
  description: 'Who was hired, or why not (录用结果).',
  types: moved,
});

const MarkCandidateRampedResult = createUnionType({
  name: 'MarkCandidateRampedResult',
  description: 'Whose ramp is over, or why it is not (爬坡结果).',
  types: moved,
});

const CertifyCandidateResult = createUnionType({
  name: 'CertifyCandidateResult',
  description: 'Who is certified, or why not (认证结果).',
  types: moved,
});

const EndCandidacyResult = createUnionType({
  name: 'EndCandidacyResult',
  description: 'Whose way has ended, or why it has not (结束结果).',
  types: moved,
});

const AssessLeavingRiskResult = createUnionType({
  name: 'AssessLeavingRiskResult',
  description: 'The assessed risk, or why there is none (评估结果).',
  types: () => [LeavingRisk, NotFound, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => Candidate)
export class CandidateResolver {
  @Authorized()
  @Query(() => Candidate, {
    nullable: true,
    description: 'One candidate; null when there is none that you may see (候选人).',
  })
  candidate(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<Candidate | null> {
    return context.reads.one(Candidate, id);
  }

  @Authorized()
  @Query(() => CandidateList.Connection, {
    nullable: true,
    description: 'The talent pipeline of the teams that you lead (人才管道).',
  })
  candidates(
    @Ctx() context: GraphContext,
    @Args(() => CandidateList.Args) args: ListArgs<CandidateFilter>,
  ): Promise<Connection<Candidate>> {
    return context.reads.page(CandidateList, args);
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => RegisterCandidateResult, {
    nullable: true,
    description: 'Considers somebody for a team; a manager for led teams only (登记候选人).',
  })
  registerCandidate(
    @Ctx() context: GraphContext,
    @Input(() => RegisterCandidateInput) input: RegisterCandidateInput,
  ): Promise<typeof RegisterCandidateResult> {
    return context.command('registerCandidate', input, (command) => registerCandidate(command, input));
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => UpdateCandidateResult, {
    nullable: true,
    description: 'Changes what is known of a candidate (变更候选人).',
  })
  updateCandidate(
    @Ctx() context: GraphContext,
    @Input(() => UpdateCandidateInput) input: UpdateCandidateInput,
  ): Promise<typeof UpdateCandidateResult> {
    return context.command('updateCandidate', input, (command) => updateCandidate(command, input));
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => HireCandidateResult, {
    nullable: true,
    description: 'Says that a candidate works here now, as which rep: the ramp begins (录用).',
  })
  hireCandidate(
    @Ctx() context: GraphContext,
    @Input(() => HireCandidateInput) input: HireCandidateInput,
  ): Promise<typeof HireCandidateResult> {
    return context.command('hireCandidate', input, (command) => hireCandidate(command, input));
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => MarkCandidateRampedResult, {
    nullable: true,
    description: 'Says that the ramp of somebody who was hired is over (爬坡完成).',
  })
  markCandidateRamped(
    @Ctx() context: GraphContext,
    @Input(() => MarkCandidateRampedInput) input: MarkCandidateRampedInput,
  ): Promise<typeof MarkCandidateRampedResult> {
    return context.command('markCandidateRamped', input, (command) => markCandidateRamped(command, input));
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => CertifyCandidateResult, {
    nullable: true,
    description: 'Certifies somebody whose ramp is over: the capacity is whole from then on (认证).',
  })
  certifyCandidate(
    @Ctx() context: GraphContext,
    @Input(() => CertifyCandidateInput) input: CertifyCandidateInput,
  ): Promise<typeof CertifyCandidateResult> {
    return context.command('certifyCandidate', input, (command) => certifyCandidate(command, input));
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => EndCandidacyResult, {
    nullable: true,
    description: 'Ends the way of somebody, who is rejected or has left, with the reason (结束候选).',
  })
  endCandidacy(
    @Ctx() context: GraphContext,
    @Input(() => EndCandidacyInput) input: EndCandidacyInput,
  ): Promise<typeof EndCandidacyResult> {
    return context.command('endCandidacy', input, (command) => endCandidacy(command, input));
  }

  @FieldResolver(() => Team, { nullable: true, description: 'For which team (目标团队).' })
  targetTeam(@Ctx() context: GraphContext, @Root() { teamId }: Candidate): Promise<Team | null> {
    return context.reads.one(Team, teamId);
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'Whom the person has become, once hired (销售代表).' })
  rep(@Ctx() context: GraphContext, @Root() { repId }: Candidate): Promise<Rep | null> | null {
    return repId === null ? null : context.reads.one(Rep, repId);
  }
}

@Resolver(() => LeavingRisk)
export class LeavingRiskResolver {
  @Authorized()
  @Query(() => LeavingRisk, {
    nullable: true,
    description: 'One assessed risk of leaving; null when there is none that you may see (流失风险).',
  })
  leavingRisk(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<LeavingRisk | null> {
    return context.reads.one(LeavingRisk, id);
  }

  @Authorized()
  @Query(() => LeavingRiskList.Connection, {
    nullable: true,
    description: 'The risks of leaving of the reps whom you lead, over time (流失风险列表).',
  })
  leavingRisks(
    @Ctx() context: GraphContext,
    @Args(() => LeavingRiskList.Args) args: ListArgs<LeavingRiskFilter>,
  ): Promise<Connection<LeavingRisk>> {
    return context.reads.page(LeavingRiskList, args);
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => AssessLeavingRiskResult, {
    nullable: true,
    description:
      'Says how likely a rep is to leave, why, and what is done; a manager for led teams only (评估流失风险).',
  })
  assessLeavingRisk(
    @Ctx() context: GraphContext,
    @Input(() => AssessLeavingRiskInput) input: AssessLeavingRiskInput,
  ): Promise<typeof AssessLeavingRiskResult> {
    return context.command('assessLeavingRisk', input, (command) => assessLeavingRisk(command, input));
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'Of whom (销售代表).' })
  rep(@Ctx() context: GraphContext, @Root() { repId }: LeavingRisk): Promise<Rep | null> {
    return context.reads.one(Rep, repId);
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'The rep who said so, if a rep did (评估人).' })
  assessor(@Ctx() context: GraphContext, @Root() { assessorId }: LeavingRisk): Promise<Rep | null> | null {
    return assessorId === null ? null : context.reads.one(Rep, assessorId);
  }
}

/** What is to be known of a rep to keep the rep. */
@Resolver(() => Rep)
export class RepLeavingRiskResolver {
  @FieldResolver(() => LeavingRisk, {
    nullable: true,
    description:
      'The risk of leaving as it was assessed last; null while it was not, and for who does not lead the team (流失风险).',
  })
  async leavingRisk(@Ctx() context: GraphContext, @Root() rep: Rep): Promise<LeavingRisk | null> {
    const order = { by: 'assessedOn', direction: 'ASC' } as const;
    return (await context.reads.many(LeavingRisk, 'repId', rep.id, order)).at(-1) ?? null;
  }
}
