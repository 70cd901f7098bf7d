import type { Command, GateNotMet, NotFound, VersionConflict } from '@fivepoint/service';
import { Lead } from './lead';
import { LeadNeed } from './lead-need';
import type { LeadClosed } from './lead.errors';
import type { RecordNeedInput } from './lead.inputs';
import { lockWorkableLead } from './lock-workable-lead';

export type RecordNeedOutcome = Lead | NotFound | VersionConflict | LeadClosed | GateNotMet;

/** Records one statement of the customer's need, found by SPIN questions (capability A18). */
export async function recordNeed(command: Command, input: RecordNeedInput): Promise<RecordNeedOutcome> {
  const lead = await lockWorkableLead(command, input);
  if (!(lead instanceof Lead)) return lead;
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
