import type { DataSource } from 'typeorm';

/** How a pool stands at this moment. */
export interface ConnectionPool {
  /** Connections that are open, at work or idle. */
  readonly totalCount: number;
  /** Who waits for one. */
  readonly waitingCount: number;
}

/** The pool under an initialized data source; TypeORM has it, and does not say so in its types. */
export const poolOf = ({ driver }: DataSource): ConnectionPool => Reflect.get(driver, 'master') as ConnectionPool;
