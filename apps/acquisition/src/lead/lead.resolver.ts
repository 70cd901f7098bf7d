import {
  type Connection,
  GateNotMet,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  NotFound,
  type ListArgs,
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
import { Pursuit } from '../pursuit/pursuit';
import { bantMissing } from './bant';
import { BantFinding } from './bant-finding';
import { captureLead } from './capture-lead';
import { classifyLead } from './classify-lead';
import { disqualifyLead } from './disqualify-lead';
import { Lead } from './lead';
import type { LeadNeed } from './lead-need';
import { LeadNeedList } from './lead-need.list';
import { LeadClosed } from './lead.errors';
import {
  CaptureLeadInput,
  ClassifyLeadInput,
  DisqualifyLeadInput,
  LeadFilter,
  QualifyLeadInput,
  RecordBantFindingInput,
  RecordNeedInput,
  UpdateLeadInput,
} from './lead.inputs';
import { LeadList } from './lead.list';
import { leadStatuses } from './lead.statuses';
import { qualifyLead } from './qualify-lead';
import { recordBantFinding } from './record-bant-finding';
import { recordNeed } from './record-need';
import { updateLead } from './update-lead';

const CaptureLeadResult = createUnionType({
  name: 'CaptureLeadResult',
  description: 'The lead on record, or why it could not be recorded (获取线索结果).',
  types: () => [Lead, NotFound, InvalidInput, IdempotencyKeyReused] as const,
});

const UpdateLeadResult = createUnionType({
  name: 'UpdateLeadResult',
  description: 'The changed lead, or why it could not be changed (补充线索结果).',
  types: () => [Lead, NotFound, VersionConflict, LeadClosed, InvalidInput, IdempotencyKeyReused] as const,
});

const ClassifyLeadResult = createUnionType({
  name: 'ClassifyLeadResult',
  description: 'The classified lead, or why it could not be classified (客户分类结果).',
  types: () => [Lead, NotFound, VersionConflict, TransitionRefused, InvalidInput, IdempotencyKeyReused] as const,
});

const RecordNeedResult = createUnionType({
  name: 'RecordNeedResult',
  description: 'The lead with its needs, or why the statement could not be recorded (记录需求结果).',
  types: () => [Lead, NotFound, VersionConflict, LeadClosed, GateNotMet, InvalidInput, IdempotencyKeyReused] as const,
});

const RecordBantFindingResult = createUnionType({
  name: 'RecordBantFindingResult',
  description: 'The lead with its findings, or why the finding could not be recorded (记录 BANT 结论结果).',
  types: () => [Lead, NotFound, VersionConflict, LeadClosed, GateNotMet, InvalidInput, IdempotencyKeyReused] as const,
});

const QualifyLeadResult = createUnionType({
  name: 'QualifyLeadResult',
  description: 'The qualified lead, or what is still missing (锁定商机结果).',
  types: () =>
    [Lead, NotFound, VersionConflict, TransitionRefused, GateNotMet, InvalidInput, IdempotencyKeyReused] as const,
});

const DisqualifyLeadResult = createUnionType({
  name: 'DisqualifyLeadResult',
  description: 'The lead that was given up, or why it could not be (淘汰线索结果).',
  types: () => [Lead, NotFound, VersionConflict, TransitionRefused, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => Lead)
export class LeadResolver {
  @Authorized()
  @Query(() => Lead, { nullable: true, description: 'One lead; null when there is none that you may see (线索).' })
  lead(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<Lead | null> {
    return context.reads.one(Lead, id);
  }

  @Authorized()
  @Query(() => LeadList.Connection, {
    nullable: true,
    description: 'The leads that you may see (线索列表).',
  })
  leads(
    @Ctx() context: GraphContext,
    @Args(() => LeadList.Args) args: ListArgs<LeadFilter>,
  ): Promise<Connection<Lead>> {
    return context.reads.page(LeadList, args);
  }

  @Authorized('REP', 'MANAGER', 'PRESALES')
  @Mutation(() => CaptureLeadResult, {
    nullable: true,
    description: 'Puts a lead on record; it may come without an account and without a purchase pattern (获取线索).',
  })
  captureLead(
    @Ctx() context: GraphContext,
    @Input(() => CaptureLeadInput) input: CaptureLeadInput,
  ): Promise<typeof CaptureLeadResult> {
    return context.command('captureLead', input, (command) => captureLead(command, input));
  }

  @Authorized('REP', 'MANAGER', 'PRESALES')
  @Mutation(() => UpdateLeadResult, {
    nullable: true,
    description: 'Adds to a lead what was not known before: its account, owner, expected amount and close (补充线索).',
  })
  updateLead(
    @Ctx() context: GraphContext,
    @Input(() => UpdateLeadInput) input: UpdateLeadInput,
  ): Promise<typeof UpdateLeadResult> {
    return context.command('updateLead', input, (command) => updateLead(command, input));
  }

  @Authorized('REP', 'MANAGER', 'PRESALES')
  @Mutation(() => ClassifyLeadResult, {
    nullable: true,
    description: 'Says how the customer of a lead buys; it comes before needs and BANT (客户分类).',
  })
  classifyLead(
    @Ctx() context: GraphContext,
    @Input(() => ClassifyLeadInput) input: ClassifyLeadInput,
  ): Promise<typeof ClassifyLeadResult> {
    return context.command('classifyLead', input, (command) => classifyLead(command, input));
  }

  @Authorized('REP', 'MANAGER', 'PRESALES')
  @Mutation(() => RecordNeedResult, {
    nullable: true,
    description: 'Records one statement of the need, found by SPIN questions (记录需求).',
  })
  recordNeed(
    @Ctx() context: GraphContext,
    @Input(() => RecordNeedInput) input: RecordNeedInput,
  ): Promise<typeof RecordNeedResult> {
    return context.command('recordNeed', input, (command) => recordNeed(command, input));
  }

  @Authorized('REP', 'MANAGER', 'PRESALES')
  @Mutation(() => RecordBantFindingResult, {
    nullable: true,
    description: 'Records what is known about one of the four elements, in the place of what was (记录 BANT 结论).',
  })
  recordBantFinding(
    @Ctx() context: GraphContext,
    @Input(() => RecordBantFindingInput) input: RecordBantFindingInput,
  ): Promise<typeof RecordBantFindingResult> {
    return context.command('recordBantFinding', input, (command) => recordBantFinding(command, input));
  }

  @Authorized('REP', 'MANAGER', 'PRESALES')
  @Mutation(() => QualifyLeadResult, {
    nullable: true,
    description: 'Makes a lead an opportunity: all four elements met with evidence; deal opens a deal (锁定商机).',
  })
  qualifyLead(
    @Ctx() context: GraphContext,
    @Input(() => QualifyLeadInput) input: QualifyLeadInput,
  ): Promise<typeof QualifyLeadResult> {
    return context.command('qualifyLead', input, (command) => qualifyLead(command, input));
  }

  @Authorized('REP', 'MANAGER', 'PRESALES')
  @Mutation(() => DisqualifyLeadResult, { nullable: true, description: 'Gives a lead up, with its reason (淘汰线索).' })
  disqualifyLead(
    @Ctx() context: GraphContext,
    @Input(() => DisqualifyLeadInput) input: DisqualifyLeadInput,
  ): Promise<typeof DisqualifyLeadResult> {
    return context.command('disqualifyLead', input, (command) => disqualifyLead(command, input));
  }

  @FieldResolver(() => Pursuit, { nullable: true, description: 'The pursuit it belongs to (跟踪任务).' })
  pursuit(@Ctx() context: GraphContext, @Root() lead: Lead): Promise<Pursuit | null> | null {
    return lead.pursuitId ? context.reads.one(Pursuit, lead.pursuitId) : null;
  }

  @FieldResolver(() => LeadNeedList.Connection, {
    nullable: true,
    description: 'What the customer said or agreed to, oldest first (需求).',
  })
  needs(
    @Ctx() context: GraphContext,
    @Root() lead: Lead,
    @Args(() => LeadNeedList.Args) args: ListArgs,
  ): Promise<Connection<LeadNeed>> {
    return context.reads.pageBy(LeadNeedList, 'leadId', lead.id, args);
  }

  @FieldResolver(() => [BantFinding], {
    nullable: true,
    description: 'What is known about the four elements, at most one finding each (BANT 结论).',
  })
  bantFindings(@Ctx() context: GraphContext, @Root() lead: Lead): Promise<BantFinding[]> {
    return context.reads.many(BantFinding, 'leadId', lead.id);
  }

  @FieldResolver(() => [String], {
    nullable: true,
    description:
      'What is still missing for an opportunity, in the order of the process; empty once it has ended (缺失项).',
  })
  async stillMissing(@Ctx() context: GraphContext, @Root() lead: Lead): Promise<string[]> {
    if (leadStatuses.isFinal(lead.status)) return [];
    return bantMissing(lead, await context.reads.many(BantFinding, 'leadId', lead.id));
  }
}
