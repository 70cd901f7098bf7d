import { ApolloServerErrorCode } from '@apollo/server/errors';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { AuthenticationError, AuthorizationError } from 'type-graphql';
import { QueryFailedError } from 'typeorm';
import { BadUserInput, Conflict, errorFormatter, errorsKnowTheirRequest, unauthenticated, WrongInput } from './errors';

const log = { warn: jest.fn(), error: jest.fn() };
beforeEach(() => jest.resetAllMocks());

const path = ['deal'];
const locations = [{ line: 1, column: 3 }];

/** What a client is told of an error that a resolver threw, or that GraphQL or Apollo have made. */
function told(cause: Error, extensions: Record<string, unknown> = {}) {
  const error = new GraphQLError(cause.message, { path, originalError: cause, extensions });
  return errorFormatter(log as unknown as Logger)({ message: cause.message, locations, path, extensions }, error);
}

/** As TypeORM passes on what PostgreSQL says. */
const queryFailed = (code: string) =>
  new QueryFailedError('select 1', [], Object.assign(new Error('terminating connection'), { code }));

/** As Node says it, when nobody listens. */
const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });

describe('what a client is told', () => {
  it('of a database that is away, or whose disk is full: that it may ask again, and nothing of where it is', () => {
    for (const cause of [refused, queryFailed('57P01'), queryFailed('57P03'), queryFailed('53100')]) {
      const { message, path, extensions } = told(cause, { requestId: 'r1' });
      expect(extensions).toEqual({ code: 'SUBGRAPH_UNAVAILABLE' });
      expect(path).toEqual(['deal']);
      expect(message).toMatch(/^The service cannot work with its database .*idempotencyKey is done once\.$/);
      const logged = { err: cause, path, requestId: 'r1' };
      expect(log.warn).toHaveBeenLastCalledWith(logged, 'the database did not answer');
    }
  });

  it('of a bug: nothing but that it is one, and the request id that finds it in the logs', () => {
    const bug = queryFailed('42703');
    const message = 'Something went wrong on our side; the request id finds it in the logs.';
    expect(told(bug, { requestId: 'r1', stacktrace: ['at db.internal'] })).toEqual({
      ...{ message, path, locations },
      extensions: { code: 'INTERNAL', requestId: 'r1' },
    });
    expect(log.error).toHaveBeenCalledWith({ err: bug, path, requestId: 'r1' }, 'operation failed');
    expect(told(bug, { requestId: 7 }).extensions).toEqual({ code: 'INTERNAL' });
    expect(told(bug, { code: 'SECRET_OF_A_LIBRARY' })).toMatchObject({ message, extensions: { code: 'INTERNAL' } });
  });

  it('of a value that the database would not take: what would be right', () => {
    const cause = queryFailed('22003');
    expect(told(cause, { requestId: 'r1' })).toEqual({
      ...{ message: 'A number is larger than can be kept; send one nearer to zero.', path, locations },
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(log.warn).toHaveBeenCalledWith({ err: cause, path, requestId: 'r1' }, 'the database refused a value');
  });

  it.each([
    ...['UNAUTHENTICATED', 'FORBIDDEN', 'BAD_USER_INPUT', 'CONFLICT', 'SUBGRAPH_UNAVAILABLE', 'QUERY_TOO_COMPLEX'],
    ...[ApolloServerErrorCode.GRAPHQL_PARSE_FAILED, ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED],
    ...[ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE, ApolloServerErrorCode.PERSISTED_QUERY_NOT_FOUND],
    ApolloServerErrorCode.PERSISTED_QUERY_NOT_SUPPORTED,
  ])('with %s: its words, where and the code, and nothing that was sent', (code) => {
    const error = new Error('Int cannot represent non-integer value: "hunter2"');
    expect(told(error, { code, input: 'hunter2' })).toEqual({
      ...{ message: 'Int cannot represent non-integer value', path, locations },
      extensions: { code },
    });
    expect(log.error).not.toHaveBeenCalled();
  });

  it('of a request that Apollo refuses, as of any other wrong input', () => {
    expect(told(new Error('no query'), { code: 'BAD_REQUEST' }).extensions).toEqual({ code: 'BAD_USER_INPUT' });
  });

  it('of what it may not: to sign in, or that its roles do not allow it', () => {
    expect(told(new AuthenticationError())).toEqual({
      ...{ message: 'Sign in: this operation needs a bearer token.', path, locations },
      extensions: { code: 'UNAUTHENTICATED' },
    });
    expect(told(new AuthorizationError())).toEqual({
      ...{ message: 'Your roles do not allow this operation.', path, locations },
      extensions: { code: 'FORBIDDEN' },
    });
  });

  it('of an error that has no place: no place', () => {
    const format = errorFormatter(log as unknown as Logger);
    expect(format({ message: 'no', extensions: { code: 'FORBIDDEN' } }, new Error('no'))).toEqual({
      message: 'no',
      extensions: { code: 'FORBIDDEN' },
    });
    expect(format({ message: 'no' }, new Error('no')).extensions).toEqual({ code: 'INTERNAL' });
  });
});

describe('what the log is told', () => {
  it('of two commands in each other’s way, and of no other error that was written for people', () => {
    const conflict = new Error('serialization failure');
    told(conflict, { code: 'CONFLICT' });
    expect(log.warn.mock.calls).toEqual([[{ err: conflict, path }, 'two commands were in each other’s way']]);
    told(new Error('no'), { code: 'FORBIDDEN' });
    expect(log.warn).toHaveBeenCalledTimes(1);
  });

  it('which request an error belongs to', async () => {
    const listener = await errorsKnowTheirRequest.requestDidStart?.({} as never);
    const error = new GraphQLError('no');
    await listener?.didEncounterErrors?.({ errors: [error], contextValue: { requestId: 'r1' } } as never);
    expect(error.extensions).toEqual({ requestId: 'r1' });
  });
});

describe('an error that was written for people', () => {
  it('is input that no retry can make right, with HTTP’s status where nothing is resolved', () => {
    expect(new BadUserInput('no').extensions).toEqual({ code: 'BAD_USER_INPUT' });
    expect(new BadUserInput('no', 413).extensions).toEqual({ code: 'BAD_USER_INPUT', http: { status: 413 } });
    const problems = [{ path: 'first', message: 'must be at least 1' }];
    expect(new WrongInput(problems)).toMatchObject({ message: 'first: must be at least 1', problems });
  });

  it('is a conflict, of two who wrote or of one who is not done yet, and knows its cause', () => {
    const cause = new Error('could not serialize');
    expect(new Conflict('written', cause)).toMatchObject({
      message: 'Somebody else wrote the same at the same moment and nothing was changed: read it again, then repeat.',
      extensions: { code: 'CONFLICT' },
      originalError: cause,
    });
    expect(new Conflict('held', 'not available').originalError?.message).toBe('not available');
    expect(new Conflict('held', cause).message).toMatch(
      /^Somebody else is changing the same .*: repeat it in a moment/,
    );
  });

  it('asks to sign in as HTTP does', () => {
    const { message, extensions } = unauthenticated();
    expect(message).toBe('Sign in: this operation needs a bearer token.');
    expect(extensions).toMatchObject({ code: 'UNAUTHENTICATED', http: { status: 401 } });
    const { headers } = extensions['http'] as { headers: Map<string, string> };
    expect([...headers]).toEqual([['www-authenticate', 'Bearer']]);
  });
});
