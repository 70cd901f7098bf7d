import {
  type Connection,
  GraphContext,
  IdempotencyKeyReused,
  Input,
  InvalidInput,
  NotFound,
  PageArgs,
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
import { Deal } from '../deal/deal';
import { Contract, ContractConnection } from './contract';
import { SignContractInput } from './contract.inputs';
import { signContract } from './sign-contract';

const SignContractResult = createUnionType({
  name: 'SignContractResult',
  description: 'The signed contract, or why it could not be signed (签约结果).',
  types: () => [Contract, NotFound, VersionConflict, TransitionRefused, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver(() => Contract)
export class ContractResolver {
  @Authorized()
  @Query(() => Contract, {
    nullable: true,
    description: 'One contract; null when there is none that you may see (合同).',
  })
  contract(
    @Ctx() context: GraphContext,
    @Arg('id', () => UUID, { description: 'Its id (标识).' }) id: string,
  ): Promise<Contract | null> {
    return context.reads.one(Contract, id);
  }

  @Authorized()
  @Query(() => ContractConnection, {
    nullable: true,
    description: 'The contracts that you may see, newest first (合同列表).',
  })
  contracts(@Ctx() context: GraphContext, @Args() page: PageArgs): Promise<Connection<Contract>> {
    return context.reads.page(Contract, page);
  }

  @Authorized('REP', 'MANAGER')
  @Mutation(() => SignContractResult, {
    description:
      'Signs the contract of a deal in NEGOTIATE: receivables opens its instalments, customer success its renewal (签约).',
  })
  signContract(
    @Ctx() context: GraphContext,
    @Input(() => SignContractInput) input: SignContractInput,
  ): Promise<typeof SignContractResult> {
    return context.command('signContract', input, (command) => signContract(command, input));
  }

  @FieldResolver(() => Deal, { nullable: true, description: 'The deal it won (商机).' })
  deal(@Ctx() context: GraphContext, @Root() contract: Contract): Promise<Deal | null> {
    return context.reads.one(Deal, contract.dealId);
  }
}
