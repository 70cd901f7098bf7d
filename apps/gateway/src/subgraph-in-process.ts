import { type ApolloServer, type BaseContext, HeaderMap } from '@apollo/server';
import type { SubgraphSettings } from './config';
import { tooBig, tooSlow, unreachable } from './subgraph-answer';
import type { Way } from './subgraph';

/** What embedded mode needs of a running service; `RunningService` has it. */
export interface LocalService<C extends BaseContext> {
  readonly server: ApolloServer<C>;
  contextFor(headers: Pick<HeaderMap, 'get'>): Promise<C>;
}

/** A way to a subgraph, once the gateway's settings for its subgraphs are known. */
export type WayWith = (settings: SubgraphSettings) => Way;

/**
 * The way to a subgraph in the same process: no network, and otherwise everything that HTTP would do: its headers, its own check of the
 * token, its limits and its error format. Requests and answers pass as JSON, so that no object is shared between the two.
 */
export function local<C extends BaseContext>(service: LocalService<C>): WayWith {
  return ({ timeoutMs, answerBytes }) => ({
    async ask(request, headers) {
      const text = await within(timeoutMs, executed(service, JSON.stringify(request), headers));
      if (text.length > answerBytes) throw tooBig(answerBytes);
      return text;
    },
    close: async () => undefined,
  });
}

async function executed<C extends BaseContext>(
  { server, contextFor }: LocalService<C>,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<string> {
  try {
    server.assertStarted('asking it');
  } catch (error) {
    throw unreachable(error);
  }
  const head = new HeaderMap(Object.entries({ ...headers, 'content-type': 'application/json' }));
  const answer = await server
    .executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers: head, search: '', body: JSON.parse(body) },
      context: () => contextFor(head),
    })
    .catch((error: unknown) => {
      throw unreachable(error);
    });
  if (answer.body.kind === 'complete') return answer.body.string;
  throw unreachable(new Error('a subgraph answered in parts, which nobody asked for'));
}

/** The result, or NoAnswer after the time; what is under way is left to end by itself. */
async function within<T>(timeoutMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(tooSlow(timeoutMs)), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
