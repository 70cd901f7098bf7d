import {
  type Connection,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  type ListOptions,
  NotFound,
  PageArgs,
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
import { Lead, LeadConnection } from '../lead/lead';
import { classifyPursuit } from './classify-pursuit';
import { Pursuit, PursuitConnection } from './pursuit';
import { ClassifyPursuitInput, PursuitFilter } from './pursuit.inputs';

const ClassifyPursuitResult = createUnionType({
  name: 'ClassifyPursuitResult',
  description: 'The classified pursuit, or why it could not be classified (客户分类结果).',
  types: () => [Pursuit, NotFound, VersionConflict, IdempotencyKeyReused] as const,
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
  @Query(() => PursuitConnection, {
    nullable: true,
    description: 'The pursuits that you may see, newest first (跟踪任务列表).',
  })
  pursuits(
    @Ctx() context: GraphContext,
    @Args() page: PageArgs,
    @Arg('filter', () => PursuitFilter, { nullable: true, description: 'Narrows the list (筛选).' })
    filter?: PursuitFilter | null,
  ): Promise<Connection<Pursuit>> {
    return context.reads.page(Pursuit, page, filter ? { filter: narrowed(filter) } : {});
  }

  @Authorized('REP', 'MANAGER', 'PRESALES')
  @Mutation(() => ClassifyPursuitResult, {
    description: 'Says how the customer of a pursuit buys; it comes before any other step (客户分类).',
  })
  classifyPursuit(
    @Ctx() context: GraphContext,
    @Input(() => ClassifyPursuitInput) input: ClassifyPursuitInput,
  ): Promise<typeof ClassifyPursuitResult> {
    return context.command('classifyPursuit', input, (command) => classifyPursuit(command, input));
  }

  @FieldResolver(() => LeadConnection, { nullable: true, description: 'Its leads, newest first (线索).' })
  leads(@Ctx() context: GraphContext, @Root() pursuit: Pursuit, @Args() page: PageArgs): Promise<Connection<Lead>> {
    return context.reads.pageBy(Lead, 'pursuitId', pursuit.id, page);
  }
}

function narrowed(filter: PursuitFilter): NonNullable<ListOptions<Pursuit>['filter']> {
  return {
    key: JSON.stringify(filter),
    where(query) {
      if (filter.statuses?.length) query.andWhere('e.status in (:...statuses)', { statuses: filter.statuses });
      if (filter.accountId) query.andWhere('e.account_id = :accountId', { accountId: filter.accountId });
      if (filter.ownerId) query.andWhere('e.owner_id = :ownerId', { ownerId: filter.ownerId });
      if (filter.unclassified != null) query.andWhere(`e.purchase_pattern is ${filter.unclassified ? '' : 'not '}null`);
    },
  };
}
