import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ArgumentValidationError, AuthenticationError, AuthorizationError } from 'type-graphql';
import type { Logger } from 'pino';
import type { ValidationError } from 'class-validator';

/** Input that no retry can make right: the message says what was wrong and what would be right. */
export class BadUserInput extends GraphQLError {
  constructor(message: string) {
    super(message, { extensions: { code: 'BAD_USER_INPUT' } });
  }
}

export const unauthenticated = (message = 'Sign in: this operation needs a bearer token.') =>
  new GraphQLError(message, { extensions: { code: 'UNAUTHENTICATED' } });

export const forbidden = (message: string) => new GraphQLError(message, { extensions: { code: 'FORBIDDEN' } });

/** What a client may read as it stands: these errors were written for people. Everything else is a bug and becomes INTERNAL. */
const spoken = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'SUBGRAPH_UNAVAILABLE',
  'QUERY_TOO_COMPLEX',
]);

/** One formatter for every subgraph and the gateway: message, path and code; never input, stack or internals. */
export function errorFormatter(log: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const where = {
      ...(formatted.locations && { locations: formatted.locations }),
      ...(formatted.path && { path: formatted.path }),
    };
    const original = unwrapResolverError(error);
    if (original instanceof ArgumentValidationError)
      return { message: problemsOf(original).join('; '), ...where, extensions: { code: 'BAD_USER_INPUT' } };
    if (original instanceof AuthenticationError)
      return { message: unauthenticated().message, ...where, extensions: { code: 'UNAUTHENTICATED' } };
    if (original instanceof AuthorizationError)
      return { message: 'Your roles do not allow this operation.', ...where, extensions: { code: 'FORBIDDEN' } };
    const code = codeOf(formatted);
    if (spoken.has(code)) return { message: withoutInput(formatted.message), ...where, extensions: { code } };
    const requestId = formatted.extensions?.['requestId'];
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
  const code = String(extensions?.['code'] ?? 'INTERNAL');
  return code === 'BAD_REQUEST' ? 'BAD_USER_INPUT' : code;
}

/** Marks each error with its request: the formatter, which sees no context, logs the id and shows it with an INTERNAL one. */
export const errorsKnowTheirRequest: ApolloServerPlugin<{ readonly requestId: string }> = {
  requestDidStart: async () => ({
    async didEncounterErrors({ errors, contextValue }) {
      for (const error of errors) error.extensions['requestId'] = contextValue.requestId;
    },
  }),
};

function problemsOf(error: ArgumentValidationError): string[] {
  const walk = (problems: readonly ValidationError[], at: string): string[] =>
    problems.flatMap((problem) => [
      ...Object.values(problem.constraints ?? {}).map((text) => (at ? `${at}: ${text}` : text)),
      ...walk(problem.children ?? [], at ? `${at}.${problem.property}` : problem.property),
    ]);
  return walk(error.extensions.validationErrors as unknown as ValidationError[], '');
}

/** GraphQL's coercion errors quote the rejected value, which may be somebody's data: keep where it is and why, drop what it was. */
export function withoutInput(message: string): string {
  const coercion = /^Variable "\$(\w+)" got invalid value [^]*?(?: at "([^"]+)")?; ([^]*)$/.exec(message);
  if (!coercion) return message;
  const [, variable, path, reason = ''] = coercion;
  const why = reason.split('; ').at(-1) ?? '';
  return `The value of "${path ?? variable}" is not valid: ${why.replace(/(\bvalue\b[^:]*|\brepresent\b[^:]*): [^]*$/, '$1')}`;
}
