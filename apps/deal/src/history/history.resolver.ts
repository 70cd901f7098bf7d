import { BulkPayload, GraphContext } from '@fivepoint/service';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { RecordPastDealsInput } from './history.inputs';
import { recordPastDeals } from './record-past-deals';

@Resolver()
export class HistoryResolver {
  @Authorized('ADMIN')
  @Mutation(() => BulkPayload, {
    description: 'Records deals of an older system as they were: no gate is asked, no work is opened (补录历史商机).',
  })
  recordPastDeals(
    @Ctx() context: GraphContext,
    @Arg('input', () => RecordPastDealsInput) input: RecordPastDealsInput,
  ): Promise<BulkPayload> {
    return context.history('recordPastDeals', input, (command) => recordPastDeals(command, input));
  }
}
