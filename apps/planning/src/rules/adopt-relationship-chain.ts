import { wholeInBasisPoints } from '@fivepoint/kernel';
import { type Command, InputProblem, InvalidInput } from '@fivepoint/service';
import { assessAllLater } from '../assessment/due-assessment';
import { adopt } from './adopt';
import { RelationshipChain } from './relationship-chain';
import type { AdoptRelationshipChainInput, RelationshipChainRoleInput } from './rules.inputs';

/** Says which roles make the relationship score, from a day on (capability P14). */
export async function adoptRelationshipChain(
  command: Command,
  input: AdoptRelationshipChainInput,
): Promise<RelationshipChain | InvalidInput> {
  const { roles } = input;
  const content = {
    roleNames: roles.map(({ role }) => role),
    roleBasisPoints: roles.map(({ basisPoints }) => basisPoints),
    vetoRoles: roles.filter(({ veto }) => veto).map(({ role }) => role),
  };
  const rule = await adopt(command, RelationshipChain, input, content, chainProblems(roles));
  if (!(rule instanceof InvalidInput)) await assessAllLater(command);
  return rule;
}

/** Everything that is wrong with a chain; pure. */
export function chainProblems(
  roles: readonly Pick<RelationshipChainRoleInput, 'role' | 'basisPoints'>[],
): InputProblem[] {
  const names = roles.map(({ role }) => role);
  const twice = names.flatMap((role, place) =>
    names.indexOf(role) < place ? [new InputProblem(`roles.${place}.role`, `${role} is in the chain already`)] : [],
  );
  const sum = roles.reduce((total, { basisPoints }) => total + basisPoints, 0);
  return sum === wholeInBasisPoints
    ? twice
    : [...twice, new InputProblem('roles', `must sum to ${wholeInBasisPoints} basis points, not ${sum}`)];
}
