import { GraphQLError } from 'graphql';
import pino from 'pino';
import { QueryFailedError } from 'typeorm';
import { errorFormatter } from './errors';

const told = (cause: Error) =>
  errorFormatter(pino({ level: 'silent' }))(
    { message: cause.message, path: ['deal'] },
    new GraphQLError(cause.message, { path: ['deal'], originalError: cause }),
  );

/** As TypeORM passes on what PostgreSQL says. */
const queryFailed = (code: string) =>
  new QueryFailedError('select 1', [], Object.assign(new Error('terminating connection'), { code }));

/** As Node says it, when nobody listens. */
const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });

describe('what a client is told', () => {
  it('of a database that is away, or whose disk is full: that it may ask again, and nothing of where it is', () => {
    for (const cause of [refused, queryFailed('57P01'), queryFailed('57P03'), queryFailed('53100')]) {
      const { message, path, extensions } = told(cause);
      expect(extensions).toEqual({ code: 'SUBGRAPH_UNAVAILABLE' });
      expect(path).toEqual(['deal']);
      expect(message).toMatch(/^The service cannot work with its database .*idempotencyKey is done once\.$/);
    }
  });

  it('of a bug: nothing but that it is one', () => {
    expect(told(queryFailed('42703'))).toMatchObject({ extensions: { code: 'INTERNAL' } });
  });
});
