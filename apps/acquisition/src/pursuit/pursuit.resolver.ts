import {
  type Connection,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  NotFound,
  type ListArgs,
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
import { Lead } from '../lead/lead';
import type { LeadFilter } from '../lead/lead.inputs';
import { LeadList } from '../lead/lead.list';
import { classifyPursuit } from './classify-pursuit';
import { Pursuit } from './pursuit';
import { PursuitWithdrawn } from './pursuit.errors';
import { ClassifyPursuitInput, PursuitFilter } from './pursuit.inputs';
import { PursuitList } from './pursuit.list';

const ClassifyPursuitResult = createUnionType({
  name: 'ClassifyPursuitResult',
  description: 'The classified pursuit, or why it could not be classified (客户分类结果).',
  types: () => [Pursuit, NotFound, VersionConflict, PursuitWithdrawn, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => Pursuit)
export class PursuitResolver {
  @Authorized()
  @Query(() => Pursuit, {
    nullable: true,
    description: 'One pursuit; null when there is none that you may see (跟踪任务).',
  })
  pursuit(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<Pursuit | null> {
    return context.reads.one(Pursuit, id);
  }

  @Authorized()
  @Query(() => PursuitList.Connection, {
    nullable: true,
    description: 'The pursuits that you may see (跟踪任务列表).',
  })
  pursuits(
    @Ctx() context: GraphContext,
    @Args(() => PursuitList.Args) args: ListArgs<PursuitFilter>,
  ): Promise<Connection<Pursuit>> {
    return context.reads.page(PursuitList, args);
  }

  @Authorized('REP', 'MANAGER', 'PRESALES')
  @Mutation(() => ClassifyPursuitResult, {
    nullable: true,
    description: 'Says how the customer of a pursuit buys; it comes before any other step (客户分类).',
  })
  classifyPursuit(
    @Ctx() context: GraphContext,
    @Input(() => ClassifyPursuitInput) input: ClassifyPursuitInput,
  ): Promise<typeof ClassifyPursuitResult> {
    return context.command('classifyPursuit', input, (command) => classifyPursuit(command, input));
  }

  @FieldResolver(() => LeadList.Connection, { nullable: true, description: 'Its leads (线索).' })
  leads(
    @Ctx() context: GraphContext,
    @Root() pursuit: Pursuit,
    @Args(() => LeadList.Args) args: ListArgs<LeadFilter>,
  ): Promise<Connection<Lead>> {
    return context.reads.pageBy(LeadList, 'pursuitId', pursuit.id, args);
  }
}
