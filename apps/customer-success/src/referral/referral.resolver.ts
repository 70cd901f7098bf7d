import {
  type Connection,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  NotFound,
  type ListArgs,
  UUID,
} from '@fivepoint/service';
import { Arg, Args, Authorized, createUnionType, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { giveReferral } from './give-referral';
import { Referral } from './referral';
import { GiveReferralInput } from './referral.inputs';
import type { ReferralFilter } from './referral.inputs';
import { ReferralList } from './referral.list';

const GiveReferralResult = createUnionType({
  name: 'GiveReferralResult',
  description: 'The recorded referral, or why it could not be recorded (登记结果).',
  types: () => [Referral, NotFound, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => Referral)
export class ReferralResolver {
  @Authorized()
  @Query(() => Referral, {
    nullable: true,
    description: 'One referral; null when there is none that you may see (转介绍).',
  })
  referral(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<Referral | null> {
    return context.reads.one(Referral, id);
  }

  @Authorized()
  @Query(() => ReferralList.Connection, {
    nullable: true,
    description: 'The referrals that you may see (转介绍列表).',
  })
  referrals(
    @Ctx() context: GraphContext,
    @Args(() => ReferralList.Args) args: ListArgs<ReferralFilter>,
  ): Promise<Connection<Referral>> {
    return context.reads.page(ReferralList, args);
  }

  @Authorized('CSM', 'REP', 'MANAGER')
  @Mutation(() => GiveReferralResult, {
    nullable: true,
    description: 'Records that a customer brings another one: acquisition captures the lead (登记转介绍).',
  })
  giveReferral(
    @Ctx() context: GraphContext,
    @Input(() => GiveReferralInput) input: GiveReferralInput,
  ): Promise<typeof GiveReferralResult> {
    return context.command('giveReferral', input, (command) => giveReferral(command, input));
  }
}
