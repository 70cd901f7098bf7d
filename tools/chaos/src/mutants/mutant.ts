import type { ServiceName } from '@fivepoint/contracts';
import type { Rule } from '../ledger/finding';
import type { Prey } from '../prey';
import type { SourceEdit } from '../source-edits';
import type { Point } from '../victim/points';

/** The house with one rule broken on purpose: the ledger must call it wrong, and for this reason. */
export interface Mutant {
  name: string;
  /** What is broken, for the report. */
  breaks: string;
  /** Where the rule lives. */
  mode: Prey['mode'];
  edits: readonly SourceEdit[];
  /** The deaths that bring it to light: where, and in which services, one after the other. */
  kills: readonly { point: Point; service: ServiceName }[];
  expected: Rule;
}
