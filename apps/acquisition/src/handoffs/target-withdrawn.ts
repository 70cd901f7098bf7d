import { on } from '@fivepoint/messaging';
import type { Command } from '@fivepoint/service';
import { unknownAccount } from '../account/unknown-account';
import { withdrawPursuit } from '../pursuit/open-pursuit';
import { planWordOf } from '../pursuit/plan-word';

/** planning → acquisition: the pursuit of a line ends with it. */
export const onTargetWithdrawn = on('fivepoint.planning.target-withdrawn.v1', async (command: Command, event) => {
  if (event.origin === 'import') return undefined;
  const unknown = await unknownAccount(command, event.data);
  if (unknown) return unknown;
  await withdrawPursuit(command, planWordOf(event.data), event.data.reason ?? null);
  return undefined;
});
