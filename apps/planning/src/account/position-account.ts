import { type Command, type NotFound, type VersionConflict } from '@fivepoint/service';
import { assessedNow } from '../assessment/assess-accounts';
import { Account } from './account';
import type { PositionAccountInput } from './account.inputs';
import { AccountPosition } from './account-position';

export type PositionAccountOutcome = Account | NotFound | VersionConflict;

const said = [
  'purchasePattern',
  'attainableBasisPoints',
  'currentRelationshipType',
  'desiredRelationshipType',
  'assessmentCurrency',
  'effortHours',
] as const;

/** Says how an account buys, what of it can be won, and which relationship is wanted (capabilities P12, P15); it is assessed by that from today on. */
export async function positionAccount(command: Command, input: PositionAccountInput): Promise<PositionAccountOutcome> {
  const account = await command.lock(Account, input.accountId, input.expectedVersion);
  if (!(account instanceof Account)) return account;
  for (const field of said) if (input[field] !== undefined) Object.assign(account, { [field]: input[field] });
  await command.save(account);
  const { purchasePattern, attainableBasisPoints } = account;
  const positionedOn = await command.today();
  const position = { accountId: account.id, positionedOn, purchasePattern, attainableBasisPoints };
  await command.add(Object.assign(new AccountPosition(), { ...command.newRow(), ...position }));
  return Object.assign(account, await assessedNow(command, account.id));
}
