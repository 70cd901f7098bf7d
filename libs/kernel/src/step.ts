import { unmet } from './gate';
import type { LocalDate } from './local-date';

/** What a template asks of a step (rules §10, capabilities X01–X04). */
export interface StepDemands {
  /** Must be there before it starts, by name. */
  requiredInputs: readonly string[];
  /** Must be there before it is complete, by name. */
  requiredOutputs: readonly string[];
  /** Least degree of execution (执行程度), 0–100. */
  minDegree: number;
}

/** What is missing for a step to start: its required inputs that are not there, in the template's order. Empty means that it may start. */
export function missingToStart({ requiredInputs }: StepDemands, inputs: readonly string[]): string[] {
  return unmet(requiredInputs.map((name) => ({ name, met: inputs.includes(name) })));
}

/** What is missing for a step to be complete: required outputs that are not there, then the degree. Empty means that it may be completed. */
export function missingToComplete(demands: StepDemands, outputs: readonly string[], degree: number): string[] {
  const { requiredOutputs, minDegree } = demands;
  return unmet([
    ...requiredOutputs.map((name) => ({ name, met: outputs.includes(name) })),
    { name: `a degree of at least ${minDegree}, not ${degree}`, met: degree >= minDegree },
  ]);
}

export interface StepTiming {
  required: boolean;
  done: boolean;
  dueOn: LocalDate;
}

/** A gap (疏漏, capability X11): required, not done, and its due day has passed. On the due day itself it is none yet. */
export function isGap({ required, done, dueOn }: StepTiming, today: LocalDate): boolean {
  return required && !done && today > dueOn;
}
