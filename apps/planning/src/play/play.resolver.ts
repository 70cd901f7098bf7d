import {
  type Connection,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  type ListArgs,
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
import { PlanLine } from '../plan-line/plan-line';
import { PlanLineVersion } from '../plan-version/plan-line-version';
import { AccountStrategy } from '../rules/account-strategy';
import { ClassStrategy } from '../rules/class-strategy';
import { Play } from './play';
import { PlayExists } from './play.errors';
import { type PlayFilter, RegisterPlayInput } from './play.inputs';
import { PlayList } from './play.list';
import { registerPlay } from './register-play';

const RegisterPlayResult = createUnionType({
  name: 'RegisterPlayResult',
  description: 'The new play, or why there is none (登记结果).',
  types: () => [Play, PlayExists, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => Play)
export class PlayResolver {
  @Authorized()
  @Query(() => Play, { nullable: true, description: 'One play; null when there is none (打法).' })
  play(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<Play | null> {
    return context.reads.one(Play, id);
  }

  @Authorized()
  @Query(() => PlayList.Connection, { nullable: true, description: 'The catalogue of plays (打法库).' })
  plays(
    @Ctx() context: GraphContext,
    @Args(() => PlayList.Args) args: ListArgs<PlayFilter>,
  ): Promise<Connection<Play>> {
    return context.reads.page(PlayList, args);
  }

  @Authorized('MANAGER', 'EXECUTIVE')
  @Mutation(() => RegisterPlayResult, {
    nullable: true,
    description: 'Adds a way in which lines are won to the catalogue (登记打法).',
  })
  registerPlay(
    @Ctx() context: GraphContext,
    @Input(() => RegisterPlayInput) input: RegisterPlayInput,
  ): Promise<typeof RegisterPlayResult> {
    return context.command('registerPlay', input, (command) => registerPlay(command, input));
  }
}

@Resolver(() => PlayExists)
export class PlayExistsResolver {
  @FieldResolver(() => Play, { nullable: true, description: 'The play that is there (已有打法).' })
  play(@Ctx() context: GraphContext, @Root() { playId }: PlayExists): Promise<Play | null> {
    return context.reads.one(Play, playId);
  }
}

const description = 'By which plays it is to be won (打法).';

@Resolver(() => PlanLine)
export class PlanLinePlaysResolver {
  @FieldResolver(() => [Play], { nullable: true, description })
  plays(@Ctx() context: GraphContext, @Root() line: PlanLine): Promise<Play[]> {
    return playsWith(context, line.playIds);
  }
}

@Resolver(() => PlanLineVersion)
export class PlanLineVersionPlaysResolver {
  @FieldResolver(() => [Play], { nullable: true, description })
  plays(@Ctx() context: GraphContext, @Root() said: PlanLineVersion): Promise<Play[]> {
    return playsWith(context, said.playIds);
  }
}

@Resolver(() => ClassStrategy)
export class ClassStrategyPlaysResolver {
  @FieldResolver(() => [Play], { nullable: true, description: 'With which plays such accounts are covered (打法).' })
  plays(@Ctx() context: GraphContext, @Root() strategy: ClassStrategy): Promise<Play[]> {
    return playsWith(context, strategy.playIds);
  }
}

@Resolver(() => AccountStrategy)
export class AccountStrategyPlaysResolver {
  @FieldResolver(() => [Play], {
    nullable: true,
    description: 'With which plays accounts of its class are covered; none without a class (打法).',
  })
  plays(@Ctx() context: GraphContext, @Root() strategy: AccountStrategy): Promise<Play[]> {
    return playsWith(context, strategy.playIds);
  }
}

async function playsWith(context: GraphContext, ids: readonly string[]): Promise<Play[]> {
  const plays = await Promise.all(ids.map((id) => context.reads.one(Play, id)));
  return plays.filter((play) => play !== null);
}
