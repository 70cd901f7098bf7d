import { print, type DocumentNode, type GraphQLFormattedError } from 'graphql';

export interface GraphRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** lower-case names */
  readonly headers: Readonly<Record<string, string>>;
}

export interface GraphAnswer<T = Record<string, unknown>> {
  readonly data?: T | null;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Answers a request without a network. */
export type GraphExecutor = (request: GraphRequest) => Promise<GraphAnswer>;

/** The graph refused or failed; `answer` has what it said. */
export class GraphFailure extends Error {
  override readonly name = 'GraphFailure';

  constructor(readonly answer: GraphAnswer) {
    const lines = (answer.errors ?? []).map(({ message, path, extensions }) => {
      const code = extensions?.['code'];
      return `${typeof code === 'string' ? `${code} ` : ''}${path === undefined ? '' : `at ${path.join('.')} `}${message}`;
    });
    super(lines.length > 0 ? lines.join('\n') : 'The answer carries no data');
  }

  /** the codes of the errors, in order; empty texts where there is none */
  get codes(): string[] {
    return (this.answer.errors ?? []).map(({ extensions }) => String(extensions?.['code'] ?? ''));
  }
}

export interface GraphClient {
  /**
   * The data of the answer.
   * @throws GraphFailure when the answer carries errors, data or not
   */
  query<T = Record<string, unknown>>(document: string | DocumentNode, variables?: object): Promise<T>;
  /** The answer as it is, errors included. */
  raw<T = Record<string, unknown>>(document: string | DocumentNode, variables?: object): Promise<GraphAnswer<T>>;
  /** The same graph for another person; without a token for nobody. */
  as(token?: string): GraphClient;
}

/**
 * Talks to a graph as specs do: through its public face.
 * @param target the URL of a running server (…/graphql), or a function that answers requests
 * @param token a bearer token
 */
export function graphClient(target: string | GraphExecutor, token?: string): GraphClient {
  const execute = typeof target === 'string' ? overHttp(target) : target;
  const raw = async <T>(document: string | DocumentNode, variables: object = {}): Promise<GraphAnswer<T>> => {
    const query = typeof document === 'string' ? document : print(document);
    const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
    return (await execute({ query, variables: { ...variables }, headers })) as GraphAnswer<T>;
  };
  return {
    raw,
    query: async <T>(document: string | DocumentNode, variables?: object): Promise<T> => {
      const answer = await raw<T>(document, variables);
      if (answer.errors !== undefined || answer.data == null) throw new GraphFailure(answer as GraphAnswer);
      return answer.data;
    },
    as: (other) => graphClient(target, other),
  };
}

function overHttp(url: string): GraphExecutor {
  return async ({ query, variables, headers }) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        ...headers,
        // Specs keep the loop busy for seconds, also the server's: a kept connection is closed just when it is used again.
        connection: 'close',
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
      },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    try {
      return JSON.parse(text) as GraphAnswer;
    } catch {
      throw new Error(`${url} answered ${response.status} with no JSON: ${text.slice(0, 300)}`);
    }
  };
}
