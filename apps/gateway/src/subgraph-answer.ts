import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** What one request to a subgraph came back with. */
export interface SubgraphAnswer {
  data?: Record<string, unknown> | null;
  errors?: GraphQLFormattedError[];
}

/** A service that is down, slow or talks nonsense: its fields are null, and this says so by its name, never by its address. */
export class SubgraphUnavailable extends GraphQLError {
  override readonly name = 'SubgraphUnavailable';

  constructor(service: string, why: string) {
    super(`The ${service} service is not available: ${why}. Its fields are missing from this answer.`, {
      extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
    });
  }
}

/** Why a subgraph's answer could not be had, in words that are fit for a client; the cause is for the log. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';

  constructor(
    readonly why: string,
    readonly outcome: 'timeout' | 'unreachable' | 'garbage',
    cause?: unknown,
  ) {
    super(why, { cause });
  }
}

export const tooSlow = (timeoutMs: number) => new NoAnswer(`it did not answer within ${timeoutMs} ms`, 'timeout');
export const tooBig = (bytes: number) => new NoAnswer(`its answer is larger than ${bytes} bytes`, 'garbage');
export const unreachable = (cause: unknown) => new NoAnswer('it cannot be reached', 'unreachable', cause);
const garbage = (cause: string) => new NoAnswer('it did not answer in GraphQL', 'garbage', cause);

/**
 * Reads a GraphQL answer; of its errors only message, path and code go further. Throws NoAnswer for anything else.
 * @param entities how many entities were asked for: the executor would give up the whole operation over an answer with fewer or more
 */
export function answerOf(text: string, entities?: number): SubgraphAnswer {
  const answer = parsed(text);
  const { data, errors } = answer as { data?: unknown; errors?: unknown };
  const read: SubgraphAnswer = {};
  if (isRecord(data) || data === null) read.data = data;
  if (Array.isArray(errors) && errors.length > 0) read.errors = errors.map(bare);
  if (entities !== undefined && read.data && !holdsEntities(read.data, entities)) {
    if (!read.errors) throw garbage(`no list of ${entities} entities`);
    read.data = null;
  }
  if (!read.data && !read.errors) throw garbage(`JSON with the fields ${Object.keys(answer).join(', ') || '(none)'}`);
  return read;
}

function holdsEntities({ _entities: found }: Record<string, unknown>, entities: number): boolean {
  return Array.isArray(found) && found.length === entities && found.every((one) => one === null || isRecord(one));
}

function parsed(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch {
    // falls through: what was not JSON is not repeated, it may be somebody's data
  }
  throw garbage(`${text.length} characters that are no JSON object`);
}

function bare(error: unknown): GraphQLFormattedError {
  const { message, path, extensions } = isRecord(error) ? error : {};
  const code = isRecord(extensions) ? extensions['code'] : undefined;
  return {
    message: typeof message === 'string' ? message : 'an error without a message',
    ...(Array.isArray(path) && path.every(isStep) && { path }),
    ...(typeof code === 'string' && { extensions: { code } }),
  };
}

const isStep = (step: unknown): step is string | number => typeof step === 'string' || typeof step === 'number';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
