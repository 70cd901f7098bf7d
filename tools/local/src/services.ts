import type { ServiceDefinition } from '@fivepoint/service';
import { acquisition } from '../../../apps/acquisition/src/service';
import { customerSuccess } from '../../../apps/customer-success/src/service';
import { deal } from '../../../apps/deal/src/service';
import { planning } from '../../../apps/planning/src/service';
import { receivables } from '../../../apps/receivables/src/service';

/** The five services, in the order of the method: 计划, 获客, 拿单, 回款, 续单. */
export const services: readonly ServiceDefinition[] = [planning, acquisition, deal, receivables, customerSuccess];

/** Everything that is wrong with a name given on the command line is said with the names that would be right. */
export function serviceNamed(name: string): ServiceDefinition {
  const found = services.find((service) => service.name === name);
  if (!found)
    throw new RangeError(
      `there is no service "${name}"; choose one of ${services.map((service) => service.name).join(', ')}`,
    );
  return found;
}
