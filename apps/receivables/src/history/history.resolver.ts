import { BulkPayload, GraphContext, Input } from '@fivepoint/service';
import { Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { RecordPastReceivablesInput } from './history.inputs';
import { recordPastReceivables } from './record-past-receivables';

@Resolver()
export class HistoryResolver {
  @Authorized('ADMIN')
  @Mutation(() => BulkPayload, {
    nullable: true,
    description:
      'Records receivables of an older system as they were, with their payments and disputes: no gate is asked, no work is opened (补录历史应收款).',
  })
  recordPastReceivables(
    @Ctx() context: GraphContext,
    @Input(() => RecordPastReceivablesInput) input: RecordPastReceivablesInput,
  ): Promise<BulkPayload> {
    return context.history('recordPastReceivables', input, (command) => recordPastReceivables(command, input));
  }
}
