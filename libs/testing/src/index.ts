export { eventually, type EventuallyOptions } from './eventually';
export {
  graphClient,
  GraphFailure,
  type GraphAnswer,
  type GraphClient,
  type GraphExecutor,
  type GraphRequest,
} from './graph-client';
export { serverOfRun, testDatabase, type TestDatabase, type TestDatabaseOptions } from './test-database';
export {
  createIssuer,
  testIssuer,
  testToken,
  type KeySet,
  type TestIssuer,
  type TestPerson,
  type TokenOptions,
} from './test-issuer';
