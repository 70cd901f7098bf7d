import { type Command, InputProblem, InvalidInput, type NotFound, type VersionConflict } from '@fivepoint/service';
import { Account } from '../account/account';
import { assessAccounts } from '../assessment/assess-accounts';
import type { EndRelationshipOverrideInput } from './override.inputs';
import { RelationshipOverride } from './relationship-override';

/** Takes an override back: from today on what is computed counts again. */
export async function endRelationshipOverride(
  command: Command,
  { relationshipOverrideId, expectedVersion }: EndRelationshipOverrideInput,
): Promise<RelationshipOverride | NotFound | VersionConflict | InvalidInput> {
  const { manager, tenantId } = command;
  const found = await command.find(RelationshipOverride, relationshipOverrideId);
  if (!(found instanceof RelationshipOverride)) return found;
  await manager.findOne(Account, { where: { tenantId, id: found.accountId }, lock: { mode: 'pessimistic_write' } });
  const override = await command.lock(RelationshipOverride, found.id, expectedVersion);
  if (!(override instanceof RelationshipOverride)) return override;
  const today = await command.today();
  const problem = over(override, today);
  if (problem) return new InvalidInput([new InputProblem('relationshipOverrideId', problem)]);
  await command.save(Object.assign(override, { endedOn: today, enderUserId: command.identity.userId }));
  await assessAccounts(command, [override.accountId]);
  return override;
}

/** Why there is nothing to take back; pure. */
export function over(
  { endedOn, expiresOn }: Pick<RelationshipOverride, 'endedOn' | 'expiresOn'>,
  today: string,
): string | null {
  if (endedOn !== null) return `was taken back already, on ${endedOn}`;
  return expiresOn < today ? `has expired on ${expiresOn}` : null;
}
