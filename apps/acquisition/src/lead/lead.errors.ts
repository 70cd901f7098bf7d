import { Refusal } from '@fivepoint/service';
import { Field, ObjectType } from 'type-graphql';
import { LeadStatus, leadStatuses } from './lead.statuses';

@ObjectType({
  implements: Refusal,
  description: 'The lead has ended, as an opportunity or as none: nothing more can be recorded on it (线索已关闭).',
})
export class LeadClosed extends Refusal {
  @Field(() => LeadStatus, { description: 'How it ended: QUALIFIED or DISQUALIFIED (结束状态).' })
  readonly endedAs: LeadStatus;

  constructor(status: LeadStatus) {
    const instead = status === 'QUALIFIED' ? 'go on with its deal' : 'capture a new lead if there is demand after all';
    super('LEAD_CLOSED', `The lead is ${status}: ${instead}.`);
    this.endedAs = status;
  }
}

/** The refusal to return where a lead has ended. */
export const closedLead = ({ status }: { status: LeadStatus }): LeadClosed | null =>
  leadStatuses.isFinal(status) ? new LeadClosed(status) : null;
