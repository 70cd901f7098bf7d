import type { ApolloServerPlugin } from '@apollo/server';
import { requireFittingLiterals, requireFittingVariables } from '@fivepoint/service';
import { type DocumentNode, getIntrospectionQuery, GraphQLError, parse } from 'graphql';
import { costOf } from './limits/cost';
import { shapeOf } from './limits/shape';
import { tokensIn } from './limits/tokens';
import type { GatewayContext } from './context';
import type { GatewayMetrics } from './metrics';

/** What one operation may ask for. */
export interface Limits {
  /** Fields within fields. */
  depth: number;
  /** Fields under another name, wherever fragments bring them. */
  aliases: number;
  /** Words and signs of the query's text. */
  tokens: number;
  /** Fields of Query or Mutation. */
  rootFields: number;
  /** Values that the answer may hold if every page is full. */
  cost: number;
  /** Values of one list within the variables. */
  listLength: number;
  /** The whole request, in bytes. */
  bodyBytes: number;
}

/** An operation that is refused before anybody works on it: the message says the limit and what was asked. */
export class QueryTooComplex extends GraphQLError {
  override readonly name = 'QueryTooComplex';

  constructor(message: string) {
    super(message, { extensions: { code: 'QUERY_TOO_COMPLEX', http: { status: 400 } } });
  }
}

export interface OperationLimits {
  /** Throws QueryTooComplex when a query's text or shape is over a limit; text that is no GraphQL is left to the parser. */
  checkText(query: string): void;
  /** Refuses operations whose values do not fit or whose answer may be too big. */
  readonly costs: ApolloServerPlugin<GatewayContext>;
}

/** Clients ask the same few queries with other variables: their texts are measured once. Long texts are not worth the memory. */
const rememberedTexts = 1_000;
const rememberedLength = 8_192;

/** A description of the schema may be as big as the one that explorers and code generators ask for, and need no token. */
const wholeSchema = shapeOf(
  parse(
    getIntrospectionQuery({
      schemaDescription: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      inputValueDeprecation: true,
      oneOf: true,
    }),
  ),
).introspection;

/**
 * Refuses hostile operations, cheapest check first: the tokens before the text is parsed, the shape before it is validated (validation
 * compares fields pair by pair), the cost, which depends on the variables, before it is planned. The first two come before Apollo Server
 * sees the request, for none of its hooks may refuse one that early.
 */
export function operationLimits(limits: Limits, metrics: GatewayMetrics): OperationLimits {
  const fitting = new Set<string>();
  const atMost = (limit: keyof Limits, actual: number, what: (actual: string) => string, advice = '') => {
    if (actual <= limits[limit]) return;
    metrics.refused(limit);
    throw new QueryTooComplex(`${what(number(actual))}; at most ${number(limits[limit])} are allowed.${advice}`);
  };

  function checkText(query: string): void {
    if (fitting.has(query)) return;
    const tokens = tokensIn(query);
    atMost('tokens', tokens, (n) => `The query has ${n} tokens`);
    const document = parsed(query);
    if (!document) return;
    const { depth, aliases, rootFields, selections, introspection } = shapeOf(document);
    atMost('depth', depth, (n) => `The query is ${n} levels deep`);
    atMost('aliases', aliases, (n) => `The query has ${n} aliases`);
    atMost('rootFields', rootFields, (n) => `The query has ${n} root fields`);
    atMost('tokens', selections, (n) => `The query selects ${n} fields with its fragments written out`);
    if (introspection > wholeSchema) {
      metrics.refused('introspection');
      throw new QueryTooComplex(
        'The query describes the schema more than once; ask for the whole of it once, and keep it.',
      );
    }
    if (query.length <= rememberedLength) remember(query);
  }

  function remember(query: string): void {
    const oldest = fitting.size >= rememberedTexts ? fitting.values().next().value : undefined;
    if (oldest !== undefined) fitting.delete(oldest);
    fitting.add(query);
  }

  const costs: ApolloServerPlugin<GatewayContext> = {
    requestDidStart: async () => ({
      async didResolveOperation({ schema, document, operation, request }) {
        if (!operation) return;
        atMost('listLength', longestList(request.variables), (n) => `A list of the variables has ${n} values`);
        requireFittingLiterals(schema, document);
        requireFittingVariables(schema, operation, request.variables ?? {});
        const cost = costOf(schema, document, operation, request.variables ?? {});
        const advice = ' Ask for smaller pages (first) or for fewer lists within lists.';
        atMost('cost', cost, (n) => `The answer may hold ${n} values`, advice);
      },
    }),
  };
  return { checkText, costs };
}

/** Not by recursion: it may be nested without end. */
function longestList(variables: unknown): number {
  let longest = 0;
  for (const open = [variables]; open.length > 0;) {
    const value = open.pop();
    if (Array.isArray(value)) longest = Math.max(longest, value.length);
    if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) open.push(part);
  }
  return longest;
}

const number = (value: number) => (value < 1e15 ? value.toLocaleString('en') : 'countless');

function parsed(query: string): DocumentNode | null {
  try {
    return parse(query, { noLocation: true });
  } catch {
    return null;
  }
}
