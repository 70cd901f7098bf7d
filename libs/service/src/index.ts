// Decorators keep what they say of a class through it: before everything else.
import 'reflect-metadata';
export type { Change } from './command/audit';
export { BulkPayload, BulkRow, recordRows, recordRowsTogether } from './command/bulk';
export { Command } from './command/command';
export { CommandInput } from './command/command-input';
export { eachOneAtATime, oneAtATime } from './command/one-at-a-time';
export { PastRows, recordedAs } from './command/past-rows';
export { present } from './command/present';
export { runCommand } from './command/run-command';
export { takenProblems, takeTurns } from './command/unique-values';
export { catalogueOf, entityDrift } from './database/catalogue';
export type { EntityClass, MigrationClass } from './database/classes';
export { migrate, NotMigrated } from './database/migrate';
export { commandTables, MasterDataTable1000000000200 } from './database/migrations';
export { inTenant, tenantPolicy } from './database/tenancy';
export { type DueWork, dueCount, leaveDue, leaveDueOn, takeDue } from './due/due-work';
export { dueWorkTable } from './due/due-work-table';
export { Aggregate, Origin, OwnableAggregate, OwnedAggregate, PooledAggregate, TenantRow } from './entity/aggregate';
export { type Lifecycle, lifecycle, NextStates } from './entity/lifecycle';
export {
  type Narrowing,
  ownOrTeams,
  seesEveryRow,
  seesOwned,
  type Viewer,
  visibleRows,
  worksHere,
} from './entity/visibility';
export { amountProblems } from './graph/amount-problems';
export { type EntityReference, entityReference, referenceTo } from './graph/entity-reference';
export { requireFittingLiterals } from './graph/fitting-literals';
export { requireFittingVariables } from './graph/fitting-variables';
export { graphEnum } from './graph/enum';
export { errorFormatter, errorsKnowTheirRequest, unauthenticated, WrongInput } from './graph/errors';
export { among, type Condition, type Conditions, contains, from, has, holds, is, narrow, to } from './graph/filter';
export { Input } from './graph/input';
export {
  AtMost,
  check,
  CurrencyField,
  DecimalField,
  ExpectedVersion,
  TextField,
  TextsField,
  WholeField,
} from './graph/input-fields';
export { type List, type ListArgs, listOf, sequenceOf } from './graph/list';
export { listIndexes } from './graph/list-indexes';
export { MoneyInput, MoneyValue, OptionalMoneyValue } from './graph/money';
export { operationToRun } from './graph/operation-to-run';
export { sortKeys } from './graph/order';
export { type Connection, connectionOf, PageArgs } from './graph/page';
export { cursorOfKey, cursorOfNoRow, keyOfCursor, pageAtHand } from './graph/page-at-hand';
export { earliestPastDay, notYetProblems, pastDayProblems } from './graph/past-day';
export { plannedDayProblems } from './graph/planned-day';
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
export { DateTime, Decimal, LocalDateScalar, readVariablesOf, UUID } from './graph/scalars';
export { identify } from './identity/identify';
export { type Identity, type Role, roles } from './identity/identity';
export { seesAllIn } from './identity/sees-all';
export { ownerProblems, teamProblems } from './identity/teams';
export { type IdentityConfig, InvalidToken, tokenVerifier, type VerifyToken } from './identity/verify-token';
export { knownReferences } from './master-data/known-references';
export { masterDataHandlers } from './master-data/master-data-handlers';
export { known, type MasterKind, MasterRecord, notKnownYet } from './master-data/master-record';
export { type PastReferences, unknownReferences } from './master-data/past-references';
export { appDataSource } from './runtime/app-data-source';
export type { AtWork, Background } from './runtime/background';
export {
  identityConfig,
  identityVariables,
  InvalidConfig,
  parseEnvironment,
  processVariables,
  type ServiceConfig,
  serviceConfig,
} from './runtime/config';
export { configOrExit } from './runtime/config-or-exit';
export { createService, type RunningService, type ServiceSurroundings } from './runtime/create-service';
export { defineService, type ServiceDefinition } from './runtime/definition';
export { headersOf, httpBasics, httpRefusals, nothingHere } from './runtime/http-basics';
export { closed, listen, PortTaken } from './runtime/listen';
export { type OperatorsBeside, operatorsBeside } from './runtime/operators-beside';
export { schemaOf } from './runtime/schema-of';
export { onTermination } from './runtime/shutdown';
export { starting, type Stoppable, stopAll, stopOne } from './runtime/stopping';
export { type Caller, signedInOnly } from './runtime/signed-in-only';
export { httpFor, startService } from './runtime/start-service';
export { GraphContext } from './subgraph/context';
export type { References } from './subgraph/schema';
export type { Sort } from './subgraph/sort';
export { type Logger, makeLog } from './telemetry/log';
export { operationLatency, registryOf } from './telemetry/metrics';
export { endsItsSpan, openSpan, type OpenSpan, startTelemetry } from './telemetry/traces';
