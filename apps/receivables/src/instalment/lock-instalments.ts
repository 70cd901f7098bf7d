import type { Command } from '@fivepoint/service';
import { In } from 'typeorm';
import { Instalment } from './instalment';

/** All instalments of the contracts, locked in the order of their ids, after their contracts: so no two commands wait for each other crosswise. */
export function lockInstalments(command: Command, contractIds: readonly string[]): Promise<Instalment[]> {
  return command.manager.find(Instalment, {
    where: { tenantId: command.tenantId, contractId: In([...contractIds]) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
}
