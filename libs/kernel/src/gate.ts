/** One thing a gate asks for, under the name the refusal will show. */
export interface Requirement {
  name: string;
  met: boolean;
}

/** What is missing at a gate, in the order it was asked for (rules §10: a refusal lists what is missing). Empty means: open. */
export function unmet(requirements: readonly Requirement[]): string[] {
  return requirements.filter(({ met }) => !met).map(({ name }) => name);
}
