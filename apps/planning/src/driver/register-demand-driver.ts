import { type Command, takeTurns } from '@fivepoint/service';
import { DemandDriver } from './demand-driver';
import { DemandDriverExists } from './driver.errors';
import type { RegisterDemandDriverInput } from './driver.inputs';

export type RegisterDemandDriverOutcome = DemandDriver | DemandDriverExists;

/** Names something that makes customers buy (capability P09), so that all accounts are measured by the same thing. */
export async function registerDemandDriver(
  command: Command,
  { name, unit }: RegisterDemandDriverInput,
): Promise<RegisterDemandDriverOutcome> {
  await takeTurns(command, DemandDriver, ['name'], [{ name }]);
  const there = await command.manager.findOneBy(DemandDriver, { tenantId: command.tenantId, name });
  if (there) return new DemandDriverExists(there.id, there.name, there.unit);
  return command.add(Object.assign(new DemandDriver(), { ...command.newAggregate(), name, unit }));
}
