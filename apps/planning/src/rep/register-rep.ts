import {
  type Command,
  InvalidInput,
  NotFound,
  present,
  takenProblems,
  takeTurns,
  teamProblems,
} from '@fivepoint/service';
import { ensureTeam } from '../team/register-team';
import { Rep } from './rep';
import type { RegisterRepInput } from './rep.inputs';

export type RegisterRepOutcome = Rep | NotFound | InvalidInput;

/** Registers a member of the sales team (capability P22): from now on accounts, plan lines and deals can be the rep's. */
export async function registerRep(command: Command, input: RegisterRepInput): Promise<RegisterRepOutcome> {
  const manager = input.managerId ? await command.find(Rep, input.managerId) : null;
  if (manager instanceof NotFound) return manager;
  const { userId, externalId } = input;
  await takeTurns(command, Rep, ['externalId', 'userId'], [input]);
  const problems = [
    ...teamProblems(command.identity, input.team),
    ...(await takenProblems(command, Rep, { userId, externalId })),
  ];
  if (problems.length > 0) return new InvalidInput(problems);
  await ensureTeam(command, input.team);
  const rep = Object.assign(new Rep(), {
    ...command.newAggregate(),
    name: input.name,
    email: input.email ?? null,
    userId: userId ?? null,
    team: input.team,
    managerId: manager?.id ?? null,
    externalId: externalId ?? null,
  });
  await command.add(rep);
  announceRep(command, rep);
  return rep;
}

/** `rep-registered`, for live and for recorded reps alike. */
export function announceRep(command: Command, rep: Rep): void {
  command.emit({
    type: 'fivepoint.planning.rep-registered.v1',
    key: rep.id,
    subject: rep.id,
    correlationId: rep.correlationId,
    data: { repId: rep.id, team: rep.team, ...present({ managerId: rep.managerId }) },
  });
}
