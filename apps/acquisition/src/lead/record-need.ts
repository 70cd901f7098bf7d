import {
  type Command,
  type GateNotMet,
  InputProblem,
  InvalidInput,
  type NotFound,
  type VersionConflict,
} from '@fivepoint/service';
import { Lead } from './lead';
import { LeadNeed, mostNeeds } from './lead-need';
import type { LeadClosed } from './lead.errors';
import type { RecordNeedInput } from './lead.inputs';
import { lockWorkableLead } from './lock-workable-lead';

export type RecordNeedOutcome = Lead | NotFound | VersionConflict | LeadClosed | GateNotMet | InvalidInput;

/** Records one statement of the customer's need, found by SPIN questions (capability A18). */
export async function recordNeed(command: Command, input: RecordNeedInput): Promise<RecordNeedOutcome> {
  const lead = await lockWorkableLead(command, input);
  if (!(lead instanceof Lead)) return lead;
  if ((await command.manager.countBy(LeadNeed, { tenantId: command.tenantId, leadId: lead.id })) >= mostNeeds)
    return new InvalidInput([tooMany]);
  await command.add(
    Object.assign(new LeadNeed(), {
      ...command.newRow(),
      leadId: lead.id,
      kind: input.kind,
      statement: input.statement,
      recordedAt: command.now,
    }),
  );
  return command.touch(lead);
}

const tooMany = new InputProblem(
  'statement',
  `the lead has ${mostNeeds} statements already, the most that an opportunity hands on; put what is left into the finding of NEED`,
);
