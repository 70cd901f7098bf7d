import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';

/** How a pool stands at this moment. */
export interface ConnectionPool {
  /** Connections that are open, at work or idle. */
  readonly totalCount: number;
  /** Who waits for one. */
  readonly waitingCount: number;
}

/** The pool under an initialized data source, as pg has made it. */
export const poolOf = ({ driver }: DataSource): ConnectionPool => (driver as PostgresDriver).master as ConnectionPool;
