import { BulkPayload, GraphContext, Input } from '@fivepoint/service';
import { Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { RecordPastLeadsInput } from './history.inputs';
import { recordPastLeads } from './record-past-leads';

@Resolver()
export class HistoryResolver {
  @Authorized('ADMIN')
  @Mutation(() => BulkPayload, {
    nullable: true,
    description: 'Records leads of an older system as they were: no gate is asked, no work is opened (补录历史线索).',
  })
  recordPastLeads(
    @Ctx() context: GraphContext,
    @Input(() => RecordPastLeadsInput) input: RecordPastLeadsInput,
  ): Promise<BulkPayload> {
    return context.history('recordPastLeads', input, (command) => recordPastLeads(command, input));
  }
}
