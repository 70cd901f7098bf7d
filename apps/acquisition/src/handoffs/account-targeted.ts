import { on } from '@fivepoint/messaging';
import { type Command, known, NotFound } from '@fivepoint/service';
import { openPursuit } from '../pursuit/open-pursuit';

/**
 * planning → acquisition: each line of an approved plan opens a pursuit whose purchase pattern is still to be said. Waiting for an unknown
 * account would be in vain: planning registers it in this very stream, so it has come before or will not come.
 */
export const onAccountTargeted = on('fivepoint.planning.account-targeted.v1', async (command: Command, event) => {
  if (event.origin === 'import') return undefined;
  const { data } = event;
  if (!(await known(command.manager, command.tenantId, 'account', data.accountId)))
    return new NotFound('Account', data.accountId);
  await openPursuit(command, {
    accountId: data.accountId,
    productId: data.productId,
    planLineId: data.planLineId,
    target: data.target,
    ownerId: data.ownerId,
    team: data.team,
  });
  return undefined;
});
