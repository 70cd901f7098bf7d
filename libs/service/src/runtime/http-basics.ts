import { HeaderMap } from '@apollo/server';
import { uuidv7 } from '@fivepoint/kernel';
import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import type { Logger } from '../telemetry/log';

/** A request's id: the sender's where it is fit for a log, else a new one. */
export const requestIdOf = (given: string | undefined): string =>
  given !== undefined && /^[\w.:-]{1,128}$/.test(given) ? given : uuidv7();

/** The request's id, kept in `response.locals`, and the headers that keep browsers from guessing, framing and keeping what is answered. */
export const httpBasics: RequestHandler = (request, response, next) => {
  const requestId = requestIdOf(request.get('x-request-id'));
  response.locals['requestId'] = requestId;
  response.set({
    'x-request-id': requestId,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
  });
  next();
};

export const nothingHere: RequestHandler = (_request, response) =>
  void response.status(404).send('there is nothing here; the graph is at /graphql');

/** A request's headers as Apollo Server and we read them. */
export function headersOf(request: Request): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, String(value));
  return headers;
}

/** What is refused before GraphQL sees it is told in GraphQL's form, too, and without what was sent. */
export function httpRefusals(log: Logger): ErrorRequestHandler {
  return (
    error: Error & { status?: number; type?: string; length?: number; limit?: number },
    _request,
    response,
    _next,
  ) => {
    const requestId = String(response.locals['requestId']);
    const status = error.status !== undefined && error.status < 500 ? error.status : 500;
    if (status === 500) log.error({ err: error, requestId }, 'request failed');
    const { message, code } =
      status === 500
        ? { message: 'Something went wrong on our side; the request id finds it in the logs.', code: 'INTERNAL' }
        : { message: reason(error), code: 'BAD_USER_INPUT' };
    response.status(status).json({
      errors: [{ message, extensions: { code, ...(status === 500 && { requestId }) } }],
    });
  };
}

function reason({ type, length, limit = 0 }: { type?: string; length?: number; limit?: number }): string {
  if (type === 'entity.too.large')
    return `The request has ${length ?? `more than ${limit}`} bytes; at most ${limit} are allowed.`;
  if (type === 'entity.parse.failed')
    return 'The body of the request must be a JSON object, such as {"query": "{ __typename }"}.';
  return 'The body of the request cannot be read.';
}
