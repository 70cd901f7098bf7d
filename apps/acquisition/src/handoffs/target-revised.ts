import { on } from '@fivepoint/messaging';
import type { Command } from '@fivepoint/service';
import { unknownAccount } from '../account/unknown-account';
import { openPursuit } from '../pursuit/open-pursuit';
import { planWordOf } from '../pursuit/plan-word';

/** planning → acquisition: the pursuit of a line follows what a revision of the plan says of it. */
export const onTargetRevised = on('fivepoint.planning.target-revised.v1', async (command: Command, event) => {
  if (event.origin === 'import') return undefined;
  const unknown = await unknownAccount(command, event.data);
  if (unknown) return unknown;
  await openPursuit(command, planWordOf(event.data));
  return undefined;
});
