import { on } from '@fivepoint/messaging';
import type { Command } from '@fivepoint/service';
import { unknownAccount } from '../account/unknown-account';
import { openPursuit } from '../pursuit/open-pursuit';
import { planWordOf } from '../pursuit/plan-word';

/**
 * planning → acquisition: each line of an approved plan opens a pursuit whose purchase pattern is still to be said. Waiting for an unknown
 * account would be in vain: planning registers it in this very stream, so it has come before or will not come.
 */
export const onAccountTargeted = on('fivepoint.planning.account-targeted.v1', async (command: Command, event) => {
  if (event.origin === 'import') return undefined;
  const unknown = await unknownAccount(command, event.data);
  if (unknown) return unknown;
  await openPursuit(command, planWordOf(event.data));
  return undefined;
});
