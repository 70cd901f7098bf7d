import { type Command, InvalidInput, type NotFound, pastDayProblems } from '@fivepoint/service';
import { ledProblems } from '../team/led';
import { Rep } from '../rep/rep';
import { Skill } from './skill';
import { SkillAssessment } from './skill-assessment';
import type { AssessSkillInput } from './skill.inputs';

export type AssessSkillOutcome = SkillAssessment | NotFound | InvalidInput;

/** Says how well a rep has a skill (capability P35), by who leads the rep's team. */
export async function assessSkill(command: Command, input: AssessSkillInput): Promise<AssessSkillOutcome> {
  const rep = await command.find(Rep, input.repId);
  if (!(rep instanceof Rep)) return rep;
  const skill = await command.find(Skill, input.skillId);
  if (!(skill instanceof Skill)) return skill;
  const today = await command.today();
  const problems = [...ledProblems(command.identity, rep), ...pastDayProblems('assessedOn', input.assessedOn, today)];
  if (problems.length > 0) return new InvalidInput(problems);
  return command.add(
    Object.assign(new SkillAssessment(), {
      ...command.newAggregate(),
      level: input.level,
      assessedOn: input.assessedOn ?? today,
      note: input.note ?? null,
      repId: rep.id,
      skillId: skill.id,
      assessorId: command.identity.repId,
    }),
  );
}
