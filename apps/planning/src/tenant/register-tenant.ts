import { localDateOf, minorDigits } from '@fivepoint/kernel';
import { type Command, InputProblem, InvalidInput } from '@fivepoint/service';
import { addShippedPlays } from '../play/shipped-plays';
import { shipStepTemplates } from '../step-template/ship-step-templates';
import { addShippedFunnels } from '../funnel/shipped-funnels';
import { shipSkills } from '../skill/register-skill';
import { shipRules } from '../rules/shipped-rules';
import { Tenant } from './tenant';

export interface RegisterTenant {
  /** Name of the company, 1–200 characters. */
  name: string;
  /** IANA name, such as Asia/Shanghai. */
  timeZone: string;
  /** ISO 4217 code, such as CNY. */
  currency: string;
}

/**
 * Registers the tenant of the command, for the command line: no mutation leads here. A second time with the same words returns the tenant
 * that is there, so that a set-up can be repeated; with other words it is refused.
 */
export async function registerTenant(command: Command, input: RegisterTenant): Promise<Tenant | InvalidInput> {
  const problems = tenantProblems(input);
  if (problems.length > 0) return new InvalidInput(problems);
  const { tenantId, now } = command;
  const there = await command.manager.findOneBy(Tenant, { tenantId, id: tenantId });
  if (there) return sameTenant(there, input);
  const { name, timeZone, currency } = input;
  const tenant = Object.assign(new Tenant(), { tenantId, id: tenantId, name, timeZone, currency, createdAt: now });
  await command.add(tenant);
  await addShippedPlays(command);
  await addShippedFunnels(command);
  await shipSkills(command);
  await shipRules(command, currency);
  command.emit({
    type: 'fivepoint.planning.tenant-registered.v1',
    key: tenantId,
    subject: tenantId,
    data: { tenantId, name, timeZone, currency },
  });
  await shipStepTemplates(command);
  return tenant;
}

/** Everything that is wrong with a tenant's registration; pure. */
export function tenantProblems({ name, timeZone, currency }: RegisterTenant): InputProblem[] {
  const problems: InputProblem[] = [];
  const problem = (path: string, message: string) => problems.push(new InputProblem(path, message));
  if (name.trim() === '' || name.length > 200) problem('name', 'must have 1 to 200 characters');
  for (const [path, check] of [
    ['timeZone', () => localDateOf(new Date(0), timeZone)],
    ['currency', () => minorDigits(currency)],
  ] as const) {
    try {
      check();
    } catch (error) {
      problem(path, error instanceof Error ? error.message : 'is not valid');
    }
  }
  return problems;
}

function sameTenant(there: Tenant, input: RegisterTenant): Tenant | InvalidInput {
  const other = (['name', 'timeZone', 'currency'] as const).filter((field) => there[field] !== input[field]);
  if (other.length === 0) return there;
  return new InvalidInput(
    other.map((field) => new InputProblem(field, `this tenant is registered already, with ${there[field]}`)),
  );
}
