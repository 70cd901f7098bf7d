import {
  type BulkPayload,
  type Command,
  InputProblem,
  InvalidInput,
  recordedAs,
  recordRows,
  takenProblems,
  takeTurns,
} from '@fivepoint/service';
import { announceRep } from '../rep/register-rep';
import { Rep } from '../rep/rep';
import { ensureTeam } from '../team/register-team';
import { Team } from '../team/team';
import type { PastRepRow, RecordPastRepsInput } from './history.inputs';
import { inInputOrder, parentsFirst } from './rows';

/**
 * Records reps of an older system: origin is IMPORTED. A manager may be among the rows, in any order, or recorded before; a row whose manager is
 * not found is refused. A row whose external id is there already is left alone.
 */
export async function recordPastReps(command: Command, { rows }: RecordPastRepsInput): Promise<BulkPayload> {
  await takeTurns(command, Rep, ['externalId', 'userId'], rows);
  await takeTurns(
    command,
    Team,
    ['name'],
    rows.map(({ team }) => ({ name: team })),
  );
  const order = parentsFirst(rows, ({ managerExternalId }) => managerExternalId);
  const payload = await recordRows(
    command,
    order.map((place) => rows[place] as PastRepRow),
    recordedAs(command, Rep),
    (row) => recordPastRep(command, row),
  );
  return inInputOrder(payload, order);
}

async function recordPastRep(command: Command, row: PastRepRow): Promise<Rep | InvalidInput> {
  const { manager, tenantId } = command;
  const problems: InputProblem[] = [];
  const { managerExternalId, userId } = row;
  const lead = managerExternalId ? await manager.findOneBy(Rep, { tenantId, externalId: managerExternalId }) : null;
  if (managerExternalId && !lead)
    problems.push(new InputProblem('managerExternalId', `no rep ${managerExternalId} is recorded; record it first`));
  problems.push(...(await takenProblems(command, Rep, { userId })));
  if (problems.length > 0) return new InvalidInput(problems);
  await ensureTeam(command, row.team);
  const rep = Object.assign(new Rep(), {
    ...command.newAggregate(),
    name: row.name,
    email: row.email ?? null,
    userId: userId ?? null,
    team: row.team,
    managerId: lead?.id ?? null,
    externalId: row.externalId,
  });
  await command.add(rep);
  announceRep(command, rep);
  return rep;
}
