import { type Command, InputProblem, InvalidInput, takeTurns } from '@fivepoint/service';
import { creditCodeOf, creditCodeProblem } from './credit-code';
import { LegalEntity } from './legal-entity';
import { CreditCodeTaken } from './legal-entity.errors';
import type { RegisterLegalEntityInput } from './legal-entity.inputs';

export type RegisterLegalEntityOutcome = LegalEntity | CreditCodeTaken | InvalidInput;

/** Registers a company of the commercial register (capability C04), apart from the units that buy through it. */
export async function registerLegalEntity(
  command: Command,
  input: RegisterLegalEntityInput,
): Promise<RegisterLegalEntityOutcome> {
  const creditCode = await freeCreditCode(command, input.creditCode);
  if (creditCode instanceof InvalidInput || creditCode instanceof CreditCodeTaken) return creditCode;
  const legalEntity = Object.assign(new LegalEntity(), { ...command.newAggregate(), name: input.name, creditCode });
  return command.add(legalEntity);
}

/** The code as it is kept, without blanks and in capitals, once it is right and nobody else's. */
export async function freeCreditCode(
  command: Command,
  given: string | null | undefined,
  ownId?: string,
): Promise<string | null | InvalidInput | CreditCodeTaken> {
  if (!given) return null;
  const creditCode = creditCodeOf(given);
  const problem = creditCodeProblem(creditCode);
  if (problem) return new InvalidInput([new InputProblem('creditCode', problem)]);
  await takeTurns(command, LegalEntity, ['creditCode'], [{ creditCode }]);
  const there = await command.manager.findOneBy(LegalEntity, { tenantId: command.tenantId, creditCode });
  return there && there.id !== ownId ? new CreditCodeTaken(there.id, there.name) : creditCode;
}
