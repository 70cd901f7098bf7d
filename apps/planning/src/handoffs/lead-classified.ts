import { on } from '@fivepoint/messaging';
import type { Command } from '@fivepoint/service';
import { noteLeadClassification } from '../account/note-lead-classification';

/** acquisition → planning: how a lead buys says how its account does, until somebody knows better. */
export const onLeadClassified = on(
  'fivepoint.acquisition.lead-classified.v1',
  async (command: Command, { id, time, data }) => {
    // Of nobody's lead nothing is known about an account.
    if (data.accountId === null) return;
    await noteLeadClassification(command, {
      eventId: id,
      accountId: data.accountId,
      purchasePattern: data.scenario,
      classifiedAt: new Date(time),
    });
  },
);
