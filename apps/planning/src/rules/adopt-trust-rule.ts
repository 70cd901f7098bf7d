import type { Command, InvalidInput } from '@fivepoint/service';
import { adopt } from './adopt';
import type { AdoptTrustRuleInput } from './rules.inputs';
import { TrustRule } from './trust-rule';

/** Says how what came of contacts moves trust, from a day on (capability S05): trust is worked out when it is asked for. */
export async function adoptTrustRule(command: Command, input: AdoptTrustRuleInput): Promise<TrustRule | InvalidInput> {
  const { floor, keptPromise, goodContact, brokenPromise } = input;
  return adopt(command, TrustRule, input, { floor, keptPromise, goodContact, brokenPromise });
}
