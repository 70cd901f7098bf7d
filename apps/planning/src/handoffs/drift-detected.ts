import { on } from '@fivepoint/messaging';
import type { Command } from '@fivepoint/service';
import { noteDrift } from '../drift/note-drift';

/** customer-success → planning: an account that drifts away is in DECLINE until it no longer does. */
export const onDriftDetected = on('fivepoint.customer-success.drift-detected.v1', (command: Command, { id, data }) =>
  noteDrift(command, {
    eventId: id,
    accountId: data.accountId,
    level: data.level,
    riskBasisPoints: data.riskBasisPoints,
    detectedOn: data.detectedOn,
  }),
);
