import type { ServiceName } from '@fivepoint/contracts';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantAccess, type MessagingRoles } from './privileges';
import { createTables, tableNames } from './tables';

/**
 * The migration that makes messaging's tables: first in every service's list, so that the five databases are equal here.
 * The roles must exist already; they are the database's, made with it.
 */
export function messagingTables(roles: MessagingRoles): new () => MigrationInterface {
  return class MessagingTables1000000000000 implements MigrationInterface {
    name = 'MessagingTables1000000000000';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(createTables);
      await runner.query(grantAccess(roles));
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(tableNames.map((table) => `drop table ${table}`).join('; '));
    }
  };
}

/** The roles of a service by the house's naming: `customer-success` has `customer_success_owner`, `…_app` and `…_relay`. */
export function rolesOf(service: ServiceName): MessagingRoles & { owner: string } {
  const prefix = service.replaceAll('-', '_');
  return { owner: `${prefix}_owner`, app: `${prefix}_app`, relay: `${prefix}_relay` };
}
