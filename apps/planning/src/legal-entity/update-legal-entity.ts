import { type Command, InvalidInput, type NotFound, type VersionConflict } from '@fivepoint/service';
import { LegalEntity } from './legal-entity';
import { CreditCodeTaken } from './legal-entity.errors';
import type { UpdateLegalEntityInput } from './legal-entity.inputs';
import { freeCreditCode } from './register-legal-entity';

export type UpdateLegalEntityOutcome = LegalEntity | NotFound | VersionConflict | CreditCodeTaken | InvalidInput;

/** Changes a company's name, or a code that was taken from the wrong licence (capability C04). */
export async function updateLegalEntity(
  command: Command,
  input: UpdateLegalEntityInput,
): Promise<UpdateLegalEntityOutcome> {
  const legalEntity = await command.lock(LegalEntity, input.legalEntityId, input.expectedVersion);
  if (!(legalEntity instanceof LegalEntity)) return legalEntity;
  if (input.creditCode !== undefined) {
    const creditCode = await freeCreditCode(command, input.creditCode, legalEntity.id);
    if (creditCode instanceof InvalidInput || creditCode instanceof CreditCodeTaken) return creditCode;
    legalEntity.creditCode = creditCode;
  }
  legalEntity.name = input.name ?? legalEntity.name;
  return command.save(legalEntity);
}
