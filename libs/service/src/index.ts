export { type EntityReference, entityReference, referenceTo } from './graph/entity-reference';
export { containing } from './graph/containing';
export { graphEnum } from './graph/enum';
export { Input } from './graph/input';
export { present } from './present';
export { BadUserInput, errorFormatter, errorsKnowTheirRequest, forbidden, unauthenticated } from './graph/errors';
export { Aggregate, Origin, OwnedAggregate, PooledAggregate, TenantRow } from './entity/aggregate';
export { type Lifecycle, lifecycle } from './entity/lifecycle';
export { seesEveryRow, type Viewer, visibleRows } from './entity/visibility';
export { bigintColumn, MoneyInput, moneyOf, MoneyValue, OptionalMoneyValue } from './graph/money';
export { type Connection, connectionOf, PageArgs, PageInfo } from './graph/page';
export { earliestPastDay, pastDayProblems } from './graph/past-day';
export { type ListOptions, Reads, type Sort } from './graph/reads';
export {
  GateNotMet,
  IdempotencyKeyReused,
  InputProblem,
  InvalidInput,
  NotFound,
  Refusal,
  TransitionRefused,
  VersionConflict,
} from './graph/refusals';
export { BulkPayload, BulkRow, BulkStatus, recordRows, recordRowsTogether } from './command/bulk';
export { CommandInput } from './command/command-input';
export { amountProblems, PastRows, recordedAs, textProblems } from './command/past-rows';
export { DateTime, Decimal, LocalDateScalar, UUID } from './graph/scalars';
export { GraphContext } from './graph/context';
export { operationToRun } from './graph/operation-to-run';
export { type References, subgraph } from './graph/schema';
export { Command } from './command/command';
export { eachOneAtATime, oneAtATime } from './command/one-at-a-time';
export { takenProblems, takeTurns } from './command/unique-values';
export { AuditEntry, type Change } from './command/audit';
export { runCommand } from './command/run-command';
export { catalogueOf, entityDrift } from './database/catalogue';
export { appDataSource, type EntityClass, type MigrationClass } from './database/data-source';
export { commandTables, MasterDataTable1000000000200 } from './database/migrations';
export { migrate, NotMigrated } from './database/migrate';
export { inTenant, readInTenant, tenantPolicy } from './database/tenancy';
export { identify } from './identity/identify';
export { type Identity, type Role, roles } from './identity/identity';
export { seesAllIn } from './identity/sees-all';
export { ownerProblems, teamProblems } from './identity/teams';
export {
  defaultClaims,
  type IdentityConfig,
  InvalidToken,
  tokenVerifier,
  type VerifyToken,
} from './identity/verify-token';
export { masterDataHandlers } from './master-data/master-data-handlers';
export {
  accountInSight,
  known,
  knownAmong,
  type MasterKind,
  MasterRecord,
  notKnownYet,
} from './master-data/master-record';
export {
  identityConfig,
  identityVariables,
  InvalidConfig,
  parseEnvironment,
  processVariables,
  type ServiceConfig,
  serviceConfig,
} from './runtime/config';
export { type OperatorsBeside, operatorsBeside, type ParkedEventRef } from './operators/operators-beside';
export { createService, type RunningService, type ServiceSurroundings } from './runtime/create-service';
export { defineService, type ServiceDefinition } from './runtime/definition';
export { headersOf, httpBasics, httpRefusals, nothingHere } from './runtime/http-basics';
export { closed, listen, PortTaken } from './runtime/listen';
export { type Logger, makeLog } from './runtime/log';
export { operationLatency } from './runtime/metrics';
export { schemaOf } from './runtime/schema-of';
export { onTermination } from './runtime/shutdown';
export { type Caller, signedInOnly } from './runtime/signed-in-only';
export { httpFor, startService } from './runtime/start-service';
export { endsItsSpan, openSpan, type OpenSpan, startTelemetry } from './runtime/telemetry';
