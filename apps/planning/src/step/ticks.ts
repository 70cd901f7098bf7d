import { InputProblem } from '@fivepoint/service';

/** Something that a step needs or leaves behind, found to be there (勾选): with what proves it, and when it was said. */
export interface Tick {
  name: string;
  evidence: string;
  tickedAt: string;
}

/** What somebody says of one of a step's inputs or outputs: what proves it, or null where it is not there after all. */
export interface TickGiven {
  name: string;
  evidence?: string | null;
}

/** What is wrong with ticks: names that the template does not have, and names that come twice. Pure. */
export function tickProblems(path: string, names: readonly string[], given: readonly TickGiven[]): InputProblem[] {
  return given.flatMap(({ name }, index) => {
    const at = `${path}.${index}.name`;
    if (!names.includes(name))
      return [new InputProblem(at, names.length > 0 ? `must be one of ${names.join(', ')}` : 'the template has none')];
    const twice = given.findIndex((other) => other.name === name) < index;
    return twice ? [new InputProblem(at, 'must come once')] : [];
  });
}

/** The ticks after what was said; what was not spoken of stays. In the order in which things were first ticked. Pure. */
export function tickedAfter(ticks: readonly Tick[], given: readonly TickGiven[], now: Date): Tick[] {
  const after = new Map(ticks.map((tick) => [tick.name, tick]));
  for (const { name, evidence } of given)
    if (evidence === null || evidence === undefined) after.delete(name);
    else if (after.get(name)?.evidence !== evidence) after.set(name, { name, evidence, tickedAt: now.toISOString() });
  return [...after.values()];
}

export const tickedNames = (ticks: readonly Tick[]): string[] => ticks.map(({ name }) => name);
