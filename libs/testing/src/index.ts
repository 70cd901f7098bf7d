export { describeLists } from './describe-lists';
export { eventually, type EventuallyOptions } from './eventually';
export { exampleOf } from './example-of';
export {
  graphClient,
  GraphFailure,
  type GraphAnswer,
  type GraphClient,
  type GraphExecutor,
  type GraphRequest,
} from './graph-client';
export { houseOf } from './house-of';
export { keptSpans } from './kept-spans';
export { describeKafka, type SpecKafka } from './kafka-for-specs';
export { masterDataOf } from './master-data-of';
export { cny, mutate, type Result } from './mutate';
export type { About } from './neighbours';
export { otherProcess, type OtherProcess, type OtherProcessOptions } from './other-process';
export { ownCluster, type OwnCluster } from './own-cluster';
export { connected } from '../../../tools/postgres/src/index';
export type { ListCase } from './planted-list';
export { type GoodValues, unansweredInputs } from './hostile-inputs';
export { serverOfRun, testDatabase, type TestDatabase, type TestDatabaseOptions } from './test-database';
export { serviceUnderTest, type ServiceUnderTest } from './service-under-test';
export {
  createIssuer,
  testIssuer,
  testToken,
  type KeySet,
  type TestIssuer,
  type TestPerson,
  type TokenOptions,
} from './test-issuer';
export { type Waiting, whileLocked } from './while-locked';
