import { BulkPayload, GraphContext, Input } from '@fivepoint/service';
import { Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { RecordPastContractsInput, RecordPastDealsInput } from './history.inputs';
import { recordPastContracts } from './record-past-contracts';
import { recordPastDeals } from './record-past-deals';

@Resolver()
export class HistoryResolver {
  @Authorized('ADMIN')
  @Mutation(() => BulkPayload, {
    nullable: true,
    description: 'Records deals of an older system as they were: no gate is asked, no work is opened (补录历史商机).',
  })
  recordPastDeals(
    @Ctx() context: GraphContext,
    @Input(() => RecordPastDealsInput) input: RecordPastDealsInput,
  ): Promise<BulkPayload> {
    return context.history('recordPastDeals', input, (command) => recordPastDeals(command, input));
  }

  @Authorized('ADMIN')
  @Mutation(() => BulkPayload, {
    nullable: true,
    description:
      'Records contracts of an older system as they were, with the deals that won them, and answers the ids of the contracts: no gate is asked, no work is opened (补录历史合同).',
  })
  recordPastContracts(
    @Ctx() context: GraphContext,
    @Input(() => RecordPastContractsInput) input: RecordPastContractsInput,
  ): Promise<BulkPayload> {
    return context.history('recordPastContracts', input, (command) => recordPastContracts(command, input));
  }
}
