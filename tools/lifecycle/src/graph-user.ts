import { setTimeout as pause } from 'node:timers/promises';

/** The graph answered with errors that no repetition can make good; the message holds theirs. */
export class GraphRefused extends Error {
  override readonly name = 'GraphRefused';

  /** @param codes those of the errors, such as BAD_USER_INPUT */
  constructor(
    message: string,
    readonly codes: readonly string[] = [],
  ) {
    super(message);
  }
}

/** The house did not come back in time; the message holds how long that was, and what it said last. */
export class HouseSilent extends Error {
  override readonly name = 'HouseSilent';
}

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: (string | number)[]; extensions?: { code?: string } }[];
}

/** What passes when the process behind it has come back; every command carries an idempotency key, so asking again is harmless. */
const passing = new Set(['SUBGRAPH_UNAVAILABLE']);

/** Somebody who uses the graph through the gateway, and does not give up while the house is being restarted. */
export class GraphUser {
  private bearer: Promise<string> | null = null;

  constructor(
    private readonly url: string,
    private readonly token: () => Promise<string>,
    private readonly patienceMs = 120_000,
  ) {}

  /** The data of a query or mutation. Throws GraphRefused with what was answered; HouseSilent when it did not come back in time. */
  async ask<T>(document: string, variables: object = {}): Promise<T> {
    const started = Date.now();
    for (;;) {
      const trouble = await this.once<T>(document, variables);
      if ('data' in trouble) return trouble.data;
      if (Date.now() > started + this.patienceMs)
        throw new HouseSilent(`the house did not answer for ${this.patienceMs / 1000} s: ${trouble.reason}`);
      await pause(250);
    }
  }

  /** One try: what was answered, or why there was no answer. */
  protected async once<T>(query: string, variables: object): Promise<{ data: T } | { reason: string }> {
    this.bearer ??= this.token();
    const bearer = await this.bearer;
    let answer: Answer;
    try {
      const response = await fetch(this.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
        body: JSON.stringify({ query, variables }),
      });
      answer = (await response.json()) as Answer;
    } catch (error) {
      return { reason: error instanceof Error ? `${error.message} ${String(error.cause ?? '')}` : 'no answer' };
    }
    const errors = answer.errors ?? [];
    if (errors.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED')) this.bearer = null;
    if (errors.length === 0 && answer.data) return { data: answer.data as T };
    const told = errors
      .map(({ message, path, extensions }) => `${extensions?.code ?? ''} ${path?.join('.') ?? ''} ${message}`)
      .join('; ');
    if (errors.every(({ extensions }) => passing.has(extensions?.code ?? ''))) return { reason: told };
    throw new GraphRefused(
      told,
      errors.map(({ extensions }) => extensions?.code ?? ''),
    );
  }
}

/** The expected member of a result union; anything else is a refusal, told as the graph told it. */
export function expectMember<T extends { __typename: string }>(result: T, ...members: string[]): T {
  if (members.includes(result.__typename)) return result;
  throw new GraphRefused(`expected ${members.join(' or ')}, got ${JSON.stringify(result)}`);
}
