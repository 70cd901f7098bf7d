import { type Command, takeTurns } from '@fivepoint/service';
import { shippedSkills, Skill } from './skill';
import { SkillExists } from './skill.errors';
import type { RegisterSkillInput } from './skill.inputs';

export type RegisterSkillOutcome = Skill | SkillExists;

/** Adds a skill to the company's catalogue (capability P35), so that all teams are measured by the same. */
export async function registerSkill(
  command: Command,
  { name, description }: RegisterSkillInput,
): Promise<RegisterSkillOutcome> {
  await takeTurns(command, Skill, ['name'], [{ name }]);
  const there = await command.manager.findOneBy(Skill, { tenantId: command.tenantId, name });
  if (there) return new SkillExists(there.id, there.name);
  return addSkill(command, { name, description: description ?? null });
}

/** The catalogue of a company that begins; it is the company's own from then on. */
export async function shipSkills(command: Command): Promise<void> {
  for (const skill of shippedSkills) await addSkill(command, skill);
}

const addSkill = (command: Command, skill: Pick<Skill, 'name' | 'description'>): Promise<Skill> =>
  command.add(Object.assign(new Skill(), { ...command.newAggregate(), ...skill }));
