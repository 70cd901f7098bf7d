// Not through the index of libs/testing: that reaches the service library, which is built on this one.
export { eventually } from '../../../testing/src/eventually';
export { testDatabase, type TestDatabase } from '../../../testing/src/test-database';
