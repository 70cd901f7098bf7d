import {
  type Connection,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  type ListArgs,
  NotFound,
  UUID,
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
import { SupportAction } from '../support/support-action';
import { assessSkill } from './assess-skill';
import { CoachingSession } from './coaching-session';
import { recordCoaching } from './record-coaching';
import { registerSkill } from './register-skill';
import { Skill } from './skill';
import { latestOfEachSkill, SkillAssessment } from './skill-assessment';
import { SkillExists } from './skill.errors';
import {
  AssessSkillInput,
  CoachingSessionFilter,
  RecordCoachingInput,
  RegisterSkillInput,
  SkillAssessmentFilter,
  SkillFilter,
} from './skill.inputs';
import { CoachingSessionList, SkillAssessmentList, SkillList } from './skill.lists';

const RegisterSkillResult = createUnionType({
  name: 'RegisterSkillResult',
  description: 'The new skill, or why there is none (登记结果).',
  types: () => [Skill, SkillExists, InvalidInput, IdempotencyKeyReused] as const,
});

const AssessSkillResult = createUnionType({
  name: 'AssessSkillResult',
  description: 'The assessment, or why there is none (评估结果).',
  types: () => [SkillAssessment, NotFound, InvalidInput, IdempotencyKeyReused] as const,
});

const RecordCoachingResult = createUnionType({
  name: 'RecordCoachingResult',
  description: 'The entry of the log, or why there is none (登记结果).',
  types: () => [CoachingSession, NotFound, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => Skill)
export class SkillResolver {
  @Authorized()
  @Query(() => Skill, { nullable: true, description: 'One skill; null when there is none (技能).' })
  skill(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<Skill | null> {
    return context.reads.one(Skill, id);
  }

  @Authorized()
  @Query(() => SkillList.Connection, { nullable: true, description: 'The catalogue of skills (技能列表).' })
  skills(
    @Ctx() context: GraphContext,
    @Args(() => SkillList.Args) args: ListArgs<SkillFilter>,
  ): Promise<Connection<Skill>> {
    return context.reads.page(SkillList, args);
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => RegisterSkillResult, {
    nullable: true,
    description: 'Adds a skill to the catalogue, for all teams (登记技能).',
  })
  registerSkill(
    @Ctx() context: GraphContext,
    @Input(() => RegisterSkillInput) input: RegisterSkillInput,
  ): Promise<typeof RegisterSkillResult> {
    return context.command('registerSkill', input, (command) => registerSkill(command, input));
  }
}

@Resolver(() => SkillExists)
export class SkillExistsResolver {
  @FieldResolver(() => Skill, { nullable: true, description: 'The skill that is there (已有技能).' })
  skill(@Ctx() context: GraphContext, @Root() { skillId }: SkillExists): Promise<Skill | null> {
    return context.reads.one(Skill, skillId);
  }
}

@Resolver(() => SkillAssessment)
export class SkillAssessmentResolver {
  @Authorized()
  @Query(() => SkillAssessment, {
    nullable: true,
    description: 'One assessment of a skill; null when there is none that you may see (技能评估).',
  })
  skillAssessment(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<SkillAssessment | null> {
    return context.reads.one(SkillAssessment, id);
  }

  @Authorized()
  @Query(() => SkillAssessmentList.Connection, {
    nullable: true,
    description: 'The assessments of the reps whom you lead, and your own (技能评估列表).',
  })
  skillAssessments(
    @Ctx() context: GraphContext,
    @Args(() => SkillAssessmentList.Args) args: ListArgs<SkillAssessmentFilter>,
  ): Promise<Connection<SkillAssessment>> {
    return context.reads.page(SkillAssessmentList, args);
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => AssessSkillResult, {
    nullable: true,
    description: 'Says how well a rep has a skill; a manager for led teams only (评估技能).',
  })
  assessSkill(
    @Ctx() context: GraphContext,
    @Input(() => AssessSkillInput) input: AssessSkillInput,
  ): Promise<typeof AssessSkillResult> {
    return context.command('assessSkill', input, (command) => assessSkill(command, input));
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'Of whom (销售代表).' })
  rep(@Ctx() context: GraphContext, @Root() { repId }: SkillAssessment): Promise<Rep | null> {
    return context.reads.one(Rep, repId);
  }

  @FieldResolver(() => Skill, { nullable: true, description: 'Which skill (技能).' })
  skill(@Ctx() context: GraphContext, @Root() { skillId }: SkillAssessment): Promise<Skill | null> {
    return context.reads.one(Skill, skillId);
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'The rep who said so, if a rep did (评估人).' })
  assessor(@Ctx() context: GraphContext, @Root() { assessorId }: SkillAssessment): Promise<Rep | null> | null {
    return assessorId === null ? null : context.reads.one(Rep, assessorId);
  }
}

@Resolver(() => CoachingSession)
export class CoachingSessionResolver {
  @Authorized()
  @Query(() => CoachingSession, {
    nullable: true,
    description: 'One entry of the log of coaching; null when there is none that you may see (技巧磨练记录).',
  })
  coachingSession(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<CoachingSession | null> {
    return context.reads.one(CoachingSession, id);
  }

  @Authorized()
  @Query(() => CoachingSessionList.Connection, {
    nullable: true,
    description: 'What you practised or coached, and what the reps did whom you lead (技巧磨练记录列表).',
  })
  coachingSessions(
    @Ctx() context: GraphContext,
    @Args(() => CoachingSessionList.Args) args: ListArgs<CoachingSessionFilter>,
  ): Promise<Connection<CoachingSession>> {
    return context.reads.page(CoachingSessionList, args);
  }

  @Authorized('REP', 'MANAGER', 'EXECUTIVE')
  @Mutation(() => RecordCoachingResult, {
    nullable: true,
    description: 'Logs that a rep practised a skill with a coach (登记技巧磨练).',
  })
  recordCoaching(
    @Ctx() context: GraphContext,
    @Input(() => RecordCoachingInput) input: RecordCoachingInput,
  ): Promise<typeof RecordCoachingResult> {
    return context.command('recordCoaching', input, (command) => recordCoaching(command, input));
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'Who practised (学员).' })
  rep(@Ctx() context: GraphContext, @Root() { repId }: CoachingSession): Promise<Rep | null> {
    return context.reads.one(Rep, repId);
  }

  @FieldResolver(() => Rep, { nullable: true, description: 'Who coached (教练).' })
  coach(@Ctx() context: GraphContext, @Root() { coachId }: CoachingSession): Promise<Rep | null> {
    return context.reads.one(Rep, coachId);
  }

  @FieldResolver(() => Skill, { nullable: true, description: 'Which skill (技能).' })
  skill(@Ctx() context: GraphContext, @Root() { skillId }: CoachingSession): Promise<Skill | null> {
    return context.reads.one(Skill, skillId);
  }

  @FieldResolver(() => SupportAction, {
    nullable: true,
    description: 'The help that it was part of; null where it was of none, or of none that you may see (帮扶行动).',
  })
  supportAction(
    @Ctx() context: GraphContext,
    @Root() { supportActionId }: CoachingSession,
  ): Promise<SupportAction | null> | null {
    return supportActionId === null ? null : context.reads.one(SupportAction, supportActionId);
  }
}

/** What a rep can do, and practises. */
@Resolver(() => Rep)
export class RepSkillResolver {
  @FieldResolver(() => [SkillAssessment], {
    nullable: true,
    description:
      'The row of the rep in the capability matrix: of each assessed skill the last word, where you are the rep or lead the team (能力矩阵).',
  })
  async skillLevels(@Ctx() context: GraphContext, @Root() rep: Rep): Promise<SkillAssessment[]> {
    const order = { by: 'assessedOn', direction: 'ASC' } as const;
    return latestOfEachSkill(await context.reads.many(SkillAssessment, 'repId', rep.id, order));
  }

  @FieldResolver(() => CoachingSessionList.Connection, {
    nullable: true,
    description: 'What the rep practised, where you are the rep or the coach, or lead the team (技巧磨练记录).',
  })
  coachingSessions(
    @Ctx() context: GraphContext,
    @Root() rep: Rep,
    @Args(() => CoachingSessionList.Args) args: ListArgs<CoachingSessionFilter>,
  ): Promise<Connection<CoachingSession>> {
    return context.reads.pageBy(CoachingSessionList, 'repId', rep.id, args);
  }
}
