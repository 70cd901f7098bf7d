import type { HeaderMap } from '@apollo/server';
import {
  type Caller,
  identify,
  type Identity,
  type Logger,
  openSpan,
  type OpenSpan,
  unauthenticated,
  type VerifyToken,
} from '@fivepoint/service';
import type { GraphQLError } from 'graphql';
import type { SubgraphUnavailable } from './subgraph-answer';

type Headers = Pick<HeaderMap, 'get'>;

/** What subgraphs get to see of a client's request, beside its id. */
const passedOn = ['authorization', 'tracestate'] as const;

/** Who asks, and what goes along to every subgraph. One per operation. */
export class GatewayContext implements Caller {
  /** Subgraphs that did not answer this operation in time: it does not wait for the same one twice. */
  readonly unavailable = new Map<string, SubgraphUnavailable>();

  constructor(
    readonly requestId: string,
    readonly identity: Identity | null,
    readonly headers: Readonly<Record<string, string>>,
    readonly log: Logger,
    readonly span: OpenSpan,
  ) {}

  anonymous(): GraphQLError {
    return unauthenticated();
  }
}

/** Makes the context of an operation; throws what the client is told when its headers are not right. */
export function contexts(verify: VerifyToken, log: Logger) {
  return async (headers: Headers, requestId: string): Promise<GatewayContext> => {
    const identity = await identify(verify, headers, requestId);
    const along: Record<string, string> = { 'x-request-id': requestId };
    for (const name of passedOn) {
      const value = headers.get(name);
      if (value !== undefined) along[name] = value;
    }
    const span = openSpan('graphql', 'server', headers.get('traceparent'), { 'fivepoint.service': 'gateway' });
    if (span.traceparent !== undefined) along['traceparent'] = span.traceparent;
    return new GatewayContext(requestId, identity, along, log, span);
  };
}
