export { startCluster, type Cluster, type ClusterOptions } from './cluster';
export {
  connected,
  createServiceDatabase,
  databaseExists,
  dropServiceDatabase,
  serviceDatabaseUrls,
  type ServiceDatabase,
  type ServiceDatabaseOptions,
} from './databases';
export { foldersOf } from './data-folder';
export { discardCluster } from './discard';
export { runningCluster } from './running';
export { ClusterError, type ClusterErrorCode } from './errors';
export { serverAt, type DatabaseServer } from './server';
export {
  databaseOf,
  literal,
  quoted,
  rolesOf,
  serviceDatabaseSql,
  type ServiceDatabaseSql,
  type ServiceRoles,
} from './service-database-sql';
export { durableSettings, throwAwaySettings, type ServerSettings } from './settings';
