import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { isPassing } from '@fivepoint/messaging';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { AuthenticationError, AuthorizationError } from 'type-graphql';
import type { Logger } from 'pino';
import { refusedValue } from '../database/refused-values';
import { withoutInput } from './quoted-input';
import { type InputProblem, InvalidInput } from './refusals';

/** Input that no retry can make right: the message says what was wrong and what would be right. */
export class BadUserInput extends GraphQLError {
  /** @param status of HTTP, for what is refused before anything is resolved */
  constructor(message: string, status?: number) {
    super(message, { extensions: { code: 'BAD_USER_INPUT', ...(status !== undefined && { http: { status } }) } });
  }
}

/** An argument that breaks a range or a form that the schema's types cannot say. A command's is answered as InvalidInput, as data. */
export class WrongInput extends BadUserInput {
  constructor(readonly problems: readonly InputProblem[]) {
    super(new InvalidInput(problems).message);
  }
}

const conflicts = {
  /** Two wrote the same at the same moment, and the second try met the first one's row again. */
  written: 'Somebody else wrote the same at the same moment and nothing was changed: read it again, then repeat.',
  /** Somebody holds what this command needs, and did not let go in time. */
  held: 'Somebody else is changing the same and is not done yet, and nothing was changed: repeat it in a moment.',
} as const;

/** Another command was in the way at that moment; nothing is wrong with this one. */
export class Conflict extends GraphQLError {
  constructor(how: keyof typeof conflicts, cause: unknown) {
    super(conflicts[how], {
      extensions: { code: 'CONFLICT' },
      originalError: cause instanceof Error ? cause : new Error(String(cause)),
    });
  }
}

export const unauthenticated = (message = 'Sign in: this operation needs a bearer token.') =>
  new GraphQLError(message, {
    extensions: {
      code: 'UNAUTHENTICATED',
      http: { status: 401, headers: new HeaderMap([['www-authenticate', 'Bearer']]) },
    },
  });

/** What a client may read as it stands: these errors were written for people. Everything else is a bug and becomes INTERNAL. */
const spoken = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'CONFLICT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'SUBGRAPH_UNAVAILABLE',
  'QUERY_TOO_COMPLEX',
]);

/** Whether a command was done before the connection broke nobody knows here; its idempotency key makes asking again safe. */
const noDatabase =
  'The service cannot work with its database at this moment. Ask again; a command with the same idempotencyKey is done once.';

/** One formatter for every subgraph and the gateway: message, path and code; never input, stack or internals. */
export function errorFormatter(log: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const where = {
      ...(formatted.locations && { locations: formatted.locations }),
      ...(formatted.path && { path: formatted.path }),
    };
    const original = unwrapResolverError(error);
    if (original instanceof AuthenticationError)
      return { message: unauthenticated().message, ...where, extensions: { code: 'UNAUTHENTICATED' } };
    if (original instanceof AuthorizationError)
      return { message: 'Your roles do not allow this operation.', ...where, extensions: { code: 'FORBIDDEN' } };
    const code = codeOf(formatted);
    if (code === 'CONFLICT') log.warn({ err: original, path: formatted.path }, 'two commands were in each other’s way');
    if (spoken.has(code)) return { message: withoutInput(formatted.message), ...where, extensions: { code } };
    const requestId = formatted.extensions?.['requestId'];
    const refused = refusedValue(original);
    if (refused !== null) {
      log.warn({ err: original, path: formatted.path, requestId }, 'the database refused a value');
      return { message: refused, ...where, extensions: { code: 'BAD_USER_INPUT' } };
    }
    if (isPassing(original)) {
      log.warn({ err: original, path: formatted.path, requestId }, 'the database did not answer');
      return { message: noDatabase, ...where, extensions: { code: 'SUBGRAPH_UNAVAILABLE' } };
    }
    log.error({ err: original, path: formatted.path, requestId }, 'operation failed');
    return {
      message: 'Something went wrong on our side; the request id finds it in the logs.',
      ...where,
      extensions: { code: 'INTERNAL', ...(typeof requestId === 'string' && { requestId }) },
    };
  };
}

/** Apollo's BAD_REQUEST (no query, a batch, a refused cross-site request) is one more input that no retry can make right. */
function codeOf({ extensions }: GraphQLFormattedError): string {
  const code = extensions?.['code'];
  return code === 'BAD_REQUEST' ? 'BAD_USER_INPUT' : String(code);
}

/** Marks each error with its request: the formatter, which sees no context, logs the id and shows it with an INTERNAL one. */
export const errorsKnowTheirRequest: ApolloServerPlugin<{ readonly requestId: string }> = {
  requestDidStart: async () => ({
    async didEncounterErrors({ errors, contextValue }) {
      for (const error of errors) error.extensions['requestId'] = contextValue.requestId;
    },
  }),
};
