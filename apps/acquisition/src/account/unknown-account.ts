import { type Command, known, NotFound } from '@fivepoint/service';

/** NotFound for an account that planning has not registered here; for events of planning's own stream, where it has come before or will not come. */
export async function unknownAccount(
  { manager, tenantId }: Command,
  { accountId }: { accountId: string },
): Promise<NotFound | undefined> {
  return (await known(manager, tenantId, 'account', accountId)) ? undefined : new NotFound('Account', accountId);
}
