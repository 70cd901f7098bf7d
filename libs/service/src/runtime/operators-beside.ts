import { DomainError, systemClock, uuidv7 } from '@fivepoint/kernel';
import type { ParkedRef, RunInTransaction } from '@fivepoint/messaging';
import type { Command } from '../command/command';
import { runCommand } from '../command/run-command';
import { appDataSource } from './app-data-source';
import { requireMigrated } from '../database/migrate';
import { MasterRecord } from '../master-data/master-record';
import { commandSettings } from './command-settings';
import type { ServiceDefinition } from './definition';
import { handleEvents } from './handle-event';
import { discardParkedEvent, operatorsPrefix, retryParkedEvent } from '../operators/release';

/** What an operator's own process does with a service's rows, as the service's app role; the audit trail names the command line. */
export interface OperatorsBeside {
  /** In which projections are cleared. */
  runInTransaction: RunInTransaction<Command>;
  /** Null when it was done; else why it was not. */
  retryParked(ref: ParkedRef): Promise<DomainError | null>;
  discardParked(ref: ParkedRef & { reason: string }): Promise<DomainError | null>;
  close(): Promise<void>;
}

/** Opens a service's database beside the service, which may run or not. Throws NotMigrated when it is of another version. */
export async function operatorsBeside(definition: ServiceDefinition, databaseUrl: string): Promise<OperatorsBeside> {
  const dataSource = appDataSource(databaseUrl, [...definition.entities, MasterRecord], 2);
  await dataSource.initialize();
  const settings = commandSettings(definition);
  const run = async (name: string, { tenantId, ...input }: ParkedRef, work: (command: Command) => Promise<object>) => {
    const cause = {
      identity: { tenantId, userId: 'command line', repId: null, roles: ['ADMIN' as const], teams: [] },
      now: systemClock.now(),
      requestId: uuidv7(),
      correlationId: uuidv7(),
    };
    const mutation = `${operatorsPrefix(definition.name)}${name}`;
    const result = await runCommand(dataSource, settings, cause, mutation, input, work);
    return result instanceof DomainError ? result : null;
  };
  try {
    await requireMigrated(dataSource, definition);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  return {
    runInTransaction: handleEvents(dataSource, definition, systemClock),
    retryParked: (ref) => run('RetryParkedEvent', ref, (command) => retryParkedEvent(command, ref)),
    discardParked: (ref) => run('DiscardParkedEvent', ref, (command) => discardParkedEvent(command, ref)),
    close: () => dataSource.destroy(),
  };
}
