import type { Command, GateNotMet, NotFound, VersionConflict } from '@fivepoint/service';
import { BantFinding } from './bant-finding';
import { Lead } from './lead';
import type { LeadClosed } from './lead.errors';
import type { RecordBantFindingInput } from './lead.inputs';
import { lockWorkableLead } from './lock-workable-lead';

export type RecordBantFindingOutcome = Lead | NotFound | VersionConflict | LeadClosed | GateNotMet;

/** Records what is known now about one of the four elements (capability A20); what was known before stays in the audit trail. */
export async function recordBantFinding(
  command: Command,
  input: RecordBantFindingInput,
): Promise<RecordBantFindingOutcome> {
  const lead = await lockWorkableLead(command, input);
  if (!(lead instanceof Lead)) return lead;
  const place = { tenantId: command.tenantId, leadId: lead.id, letter: input.letter };
  const word = {
    finding: input.finding,
    evidence: input.evidence ?? null,
    met: input.met,
    recordedAt: command.now,
  };
  const before = await command.manager.findOne(BantFinding, { where: place, lock: { mode: 'pessimistic_write' } });
  if (before) await command.save(Object.assign(before, word));
  else await command.add(Object.assign(new BantFinding(), { ...command.newRow(), ...place, ...word }));
  return command.touch(lead);
}
