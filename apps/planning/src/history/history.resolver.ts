import { BulkPayload, GraphContext, Input } from '@fivepoint/service';
import { Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { RecordPastAccountsInput, RecordPastProductsInput, RecordPastRepsInput } from './history.inputs';
import { recordPastAccounts } from './record-past-accounts';
import { recordPastProducts } from './record-past-products';
import { recordPastReps } from './record-past-reps';

@Resolver()
export class HistoryResolver {
  @Authorized('ADMIN')
  @Mutation(() => BulkPayload, {
    nullable: true,
    description: 'Records products of an older system as they were (补录产品).',
  })
  recordPastProducts(
    @Ctx() context: GraphContext,
    @Input(() => RecordPastProductsInput) input: RecordPastProductsInput,
  ): Promise<BulkPayload> {
    return context.history('recordPastProducts', input, (command) => recordPastProducts(command, input));
  }

  @Authorized('ADMIN')
  @Mutation(() => BulkPayload, {
    nullable: true,
    description: 'Records reps of an older system as they were (补录销售代表).',
  })
  recordPastReps(
    @Ctx() context: GraphContext,
    @Input(() => RecordPastRepsInput) input: RecordPastRepsInput,
  ): Promise<BulkPayload> {
    return context.history('recordPastReps', input, (command) => recordPastReps(command, input));
  }

  @Authorized('ADMIN')
  @Mutation(() => BulkPayload, {
    nullable: true,
    description: 'Records accounts of an older system as they were, with the accounts above them (补录客户).',
  })
  recordPastAccounts(
    @Ctx() context: GraphContext,
    @Input(() => RecordPastAccountsInput) input: RecordPastAccountsInput,
  ): Promise<BulkPayload> {
    return context.history('recordPastAccounts', input, (command) => recordPastAccounts(command, input));
  }
}
