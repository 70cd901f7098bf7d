import { type TableName, tableNames } from './tables';

/** The roles that work with a service's messaging tables; the owner makes them and needs no grant. */
export interface MessagingRoles {
  /** runs commands and handlers, within one tenant at a time */
  app: string;
  /** receives, claims and publishes, over all tenants, and sees no other table */
  relay: string;
}

interface Access {
  app: string | null;
  relay: string | null;
  /** Whether the app sees the rows of its tenant; tables without a tenant are the relay's alone. */
  byTenant: boolean;
}

/**
 * Role × table × verb, and nothing else: what PostgreSQL's default privileges gave is taken back first. That is how the tables begin; it has
 * been granted in databases that last, so that what is given later is a migration of `messaging-changes.ts`.
 */
export const access: Record<TableName, Access> = {
  event_stream: { app: 'select, insert, update', relay: null, byTenant: true },
  outbox: { app: 'select, insert', relay: 'select, update (position), delete', byTenant: true },
  relay_state: { app: null, relay: 'select, update (last_position, pruned_until)', byTenant: false },
  relay_publication: { app: null, relay: 'select, insert, update', byTenant: false },
  inbox_stream: { app: 'select, update', relay: 'select, insert, update', byTenant: true },
  inbox: { app: 'select, update, delete', relay: 'select, insert, update, delete', byTenant: true },
  inbox_rejected: { app: 'select', relay: 'select, insert', byTenant: true },
  in_process_cursor: { app: null, relay: 'select, insert, update', byTenant: false },
};

/** SQL that closes all tables of messaging and opens to each role what it needs. */
export function grantAccess({ app, relay }: MessagingRoles): string {
  return tableNames
    .flatMap((table) => {
      const rights = access[table];
      return [
        `alter table ${table} enable row level security`,
        `revoke all on ${table} from public, ${app}, ${relay}`,
        rights.app && `grant ${rights.app} on ${table} to ${app}`,
        rights.relay && `grant ${rights.relay} on ${table} to ${relay}`,
        rights.relay && `create policy relay on ${table} to ${relay} using (true) with check (true)`,
        rights.byTenant && `create policy tenant on ${table} to ${app} using (${ownTenant}) with check (${ownTenant})`,
      ];
    })
    .filter(Boolean)
    .join(';\n');
}

const ownTenant = `tenant_id = nullif(current_setting('app.tenant', true), '')::uuid`;
