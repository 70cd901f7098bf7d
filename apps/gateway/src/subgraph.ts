import type { GraphQLDataSource } from '@apollo/gateway';
import type { Logger } from '@fivepoint/service';
import type { GatewayContext } from './context';
import type { GatewayMetrics } from './metrics';
import { answerOf, NoAnswer, type SubgraphAnswer, SubgraphUnavailable } from './subgraph-answer';

/** What the gateway asks a subgraph. */
export interface SubgraphRequest {
  query: string;
  variables?: Readonly<Record<string, unknown>>;
  operationName?: string;
}

/** A way to a subgraph: over HTTP between processes, by a call within one. It passes on text, and throws NoAnswer without any. */
export interface Way {
  ask(request: SubgraphRequest, headers: Readonly<Record<string, string>>): Promise<string>;
  close(): Promise<void>;
}

/** A subgraph as the executor sees it, the same whatever way leads there: it answers, or it is unavailable and the log says why. */
export function subgraph(
  service: string,
  way: Way,
  { log, metrics }: { log: Logger; metrics: GatewayMetrics },
): GraphQLDataSource {
  return {
    async process({ request, context }) {
      const { query = '', variables, operationName } = request;
      const { headers = {}, unavailable, requestId } = context as Partial<GatewayContext>;
      const earlier = unavailable?.get(service);
      if (earlier) throw earlier;
      const started = performance.now();
      const measure = (outcome: string) => metrics.subgraphAnswered(service, outcome, performance.now() - started);
      try {
        const text = await way.ask(
          { query, ...(variables && { variables }), ...(operationName && { operationName }) },
          headers,
        );
        const representations: unknown = variables?.['representations'];
        const answer: SubgraphAnswer = answerOf(
          text,
          Array.isArray(representations) ? representations.length : undefined,
        );
        measure(answer.errors ? 'errors' : 'ok');
        return answer;
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        measure(error.outcome);
        log.warn({ subgraph: service, requestId, reason: error.why, err: error.cause }, 'subgraph is not available');
        const refusal = new SubgraphUnavailable(service, error.why);
        if (error.outcome === 'timeout') unavailable?.set(service, refusal);
        throw refusal;
      }
    },
  };
}
