import { addDays, type LocalDate } from '@fivepoint/kernel';
import { type Command, InputProblem, NotFound, plannedDayProblems } from '@fivepoint/service';
import { In } from 'typeorm';
import { missingOf } from '../rebalancing/named-reps';
import { rebalancingTermsOn } from '../rebalancing/rebalancing-rule';
import { Rep } from '../rep/rep';
import { leads } from '../team/led';
import { Team } from '../team/team';
import type { SupportAction } from './support-action';
import type { SupportInput } from './support.inputs';

export type PlannedSupport = Pick<SupportAction, 'repId' | 'ownerId' | 'kind' | 'dueOn' | 'task'>;

/**
 * The help for each rep whose target a rebalancing cuts (capability P31). Beside it what is wrong with what the approver said, and for whom nobody is
 * there to help.
 */
export async function planSupport(
  command: Command,
  cut: readonly Rep[],
  supports: readonly SupportInput[],
): Promise<{ actions: PlannedSupport[]; problems: InputProblem[]; missing: string[] }> {
  const problems = await supportProblems(command, cut, supports, await command.today());
  const actions = await supportFor(command, cut, supports);
  const alone = cut.filter(({ id }) => actions.some(({ repId, ownerId }) => repId === id && ownerId === null));
  const missing = await missingOf(
    command,
    alone.map(({ id: repId, team }) => ({ repId, team })),
    (who) => `somebody who helps ${who}: name an owner in supports`,
  );
  return { actions, problems, missing };
}

/**
 * Help for each of some reps, as the approver says or as the rule does: its owner is the rep's manager, else the team's, else the approver, and null
 * where none of them is there.
 */
export async function supportFor(
  command: Command,
  cut: readonly Rep[],
  supports: readonly SupportInput[],
): Promise<PlannedSupport[]> {
  const { manager, tenantId, identity } = command;
  const today = await command.today();
  const rule = await rebalancingTermsOn(command, today);
  const teams = await manager.findBy(Team, { tenantId, name: In(cut.map(({ team }) => team)) });
  const leaders = new Map(teams.map(({ name, managerId }) => [name, managerId]));
  return cut.map((rep) => {
    const said = supports.find(({ repId }) => repId === rep.id);
    const helpers = [said?.ownerId, rep.managerId, leaders.get(rep.team), identity.repId];
    return {
      repId: rep.id,
      ownerId: helpers.find((helper) => helper != null && helper !== rep.id) ?? null,
      kind: said?.kind ?? rule.supportKind,
      dueOn: said?.dueOn ?? addDays(today, rule.supportDays),
      task: said?.task ?? null,
    };
  });
}

/** Everything that is wrong with what an approver says of the help, each at its place. */
async function supportProblems(
  command: Command,
  cut: readonly Rep[],
  supports: readonly SupportInput[],
  today: LocalDate,
): Promise<InputProblem[]> {
  const seen = new Set<string>();
  const problems: InputProblem[] = [];
  for (const [index, { repId, ownerId, dueOn }] of supports.entries()) {
    const add = (path: string, message: string) =>
      problems.push(new InputProblem(`supports.${index}.${path}`, message));
    // Whose target is cut is said of nobody whom the approver does not lead.
    if (!cut.some(({ id, team }) => id === repId && leads(command.identity, team)))
      add('repId', 'must be a rep of a team that you lead, whose target is cut');
    else if (seen.has(repId)) add('repId', 'must come once');
    seen.add(repId);
    const owner = ownerId ? await command.find(Rep, ownerId) : null;
    if (owner instanceof NotFound) add('ownerId', owner.message);
    else if (owner?.id === repId) add('ownerId', 'must be somebody else than who gets the help');
    for (const { message } of dueProblems(dueOn, today)) add('dueOn', message);
  }
  return problems;
}

/** What is wrong with the day by which help is due. Pure. */
export const dueProblems = (dueOn: string | null | undefined, today: LocalDate): InputProblem[] =>
  dueOn && dueOn < today
    ? [new InputProblem('dueOn', `must not be before today, ${today}`)]
    : plannedDayProblems('dueOn', dueOn, today);
