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
import { Deal } from '../deal/deal';
import { Contract } from './contract';
import { type ContractFilter, SignContractInput } from './contract.inputs';
import { ContractList } from './contract.list';
import { RecurringPart, recurringPartOf } from './recurring-part';
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
  @Query(() => ContractList.Connection, {
    nullable: true,
    description: 'The contracts that you may see (合同列表).',
  })
  contracts(
    @Ctx() context: GraphContext,
    @Args(() => ContractList.Args) args: ListArgs<ContractFilter>,
  ): Promise<Connection<Contract>> {
    return context.reads.page(ContractList, args);
  }

  @Authorized('REP', 'MANAGER')
  @Mutation(() => SignContractResult, {
    nullable: true,
    description:
      'Signs the contract of a deal in NEGOTIATE: receivables opens its instalments, customer success its renewal (签约).',
  })
  signContract(
    @Ctx() context: GraphContext,
    @Input(() => SignContractInput) input: SignContractInput,
  ): Promise<typeof SignContractResult> {
    return context.command('signContract', input, (command) => signContract(command, input));
  }

  @FieldResolver(() => RecurringPart, {
    nullable: true,
    description: 'What comes back every term; null where nothing does (经常性部分).',
  })
  recurring(@Root() contract: Contract): RecurringPart | null {
    return recurringPartOf(contract);
  }

  @FieldResolver(() => Deal, { nullable: true, description: 'The deal it won (商机).' })
  deal(@Ctx() context: GraphContext, @Root() contract: Contract): Promise<Deal | null> {
    return context.reads.one(Deal, contract.dealId);
  }
}
