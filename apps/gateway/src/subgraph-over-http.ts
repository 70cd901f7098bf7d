import { type Dispatcher, Pool } from 'undici';
import type { SubgraphSettings } from './config';
import { NoAnswer, tooBig, tooSlow, unreachable } from './subgraph-answer';
import type { Way } from './subgraph';

/** The way to a subgraph of another process: a pool of kept-alive connections, and nothing between it and the executor. */
export function overHttp(address: string, settings: SubgraphSettings): Way {
  const { origin, pathname, search } = new URL(address);
  const pool = new Pool(origin, {
    connections: settings.connections,
    connect: { timeout: settings.timeoutMs },
    // one clock for the whole exchange, below; undici's own two stay out of its way
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const path = pathname + search;
  return {
    async ask(request, headers) {
      const exchange = () => asked(pool, path, JSON.stringify(request), headers, settings);
      return exchange().catch((error: unknown) => {
        if (closedWhileIdle(error) && !request.query.startsWith('mutation')) return exchange();
        throw error;
      });
    },
    close: () => pool.close(),
  };
}

/** The server closed a kept-alive connection as we sent: it never read the request, and asking again is safe for what only reads. */
const closedWhileIdle = (error: unknown) =>
  error instanceof NoAnswer &&
  error.cause instanceof Error &&
  ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'].includes(String(Reflect.get(error.cause, 'code')));

function asked(
  pool: Pool,
  path: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  { timeoutMs, answerBytes }: SubgraphSettings,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const answer = new Answer(answerBytes, resolve, reject);
    const timer = setTimeout(() => answer.giveUp(tooSlow(timeoutMs)), timeoutMs);
    answer.whenOver = () => clearTimeout(timer);
    pool.dispatch(
      {
        method: 'POST',
        path,
        body,
        headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' },
      },
      answer,
    );
  });
}

/** Collects one answer from undici's dispatcher; leaner than `request`, which wraps it in a stream. */
class Answer implements Dispatcher.DispatchHandler {
  whenOver = (): void => undefined;
  private readonly chunks: Buffer[] = [];
  private size = 0;
  private controller: Dispatcher.DispatchController | undefined;
  private failure: NoAnswer | undefined;

  constructor(
    private readonly limit: number,
    private readonly resolve: (text: string) => void,
    private readonly reject: (error: NoAnswer) => void,
  ) {}

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.failure) controller.abort(this.failure);
  }

  onResponseStart(): void {
    // The status does not matter: an answer in GraphQL says itself what is wrong.
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.size += chunk.length;
    if (this.size > this.limit) this.giveUp(tooBig(this.limit));
    else this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.whenOver();
    const [only] = this.chunks;
    this.resolve((this.chunks.length === 1 && only ? only : Buffer.concat(this.chunks, this.size)).toString('utf8'));
  }

  onResponseError(_controller: Dispatcher.DispatchController | undefined, error: Error): void {
    this.whenOver();
    this.reject(error instanceof NoAnswer ? error : unreachable(error));
  }

  /** Tells the caller at once, even where the request still waits for a connection. */
  giveUp(failure: NoAnswer): void {
    if (this.failure) return;
    this.failure = failure;
    this.whenOver();
    this.reject(failure);
    this.controller?.abort(failure);
  }
}
