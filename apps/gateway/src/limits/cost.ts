import {
  type DocumentNode,
  getNullableType,
  GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  isListType,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';

/** How long a list is taken to be that has no pages, such as the instalments of a contract. */
const usualLength = 10;
/** The page size that lists take when the query names none; the schema's own default comes first. */
const usualPage = 20;

/** One value for a field, times the page size for what a page holds: how many values the answer has if every page is full. */
const values: ComplexityEstimator = ({ type, field, args, childComplexity }) => {
  if (field.name.startsWith('__')) return 0;
  return 1 + childComplexity * timesOf(field, args, type.name.endsWith('Connection'));
};

function timesOf(field: GraphQLField<unknown, unknown>, args: Record<string, unknown>, withinPage: boolean): number {
  if (field.args.some(({ name }) => name === 'first')) {
    const first = args['first'];
    return typeof first === 'number' ? Math.max(1, first) : usualPage;
  }
  const isList = isListType(getNullableType(field.type));
  return isList && !withinPage ? usualLength : 1;
}

/** Costs that were worked out, by document and the variables they depend on; documents are the server's cached ones. */
const known = new WeakMap<DocumentNode, Map<string, number>>();
const variants = 100;

/**
 * The most values that an operation's answer may hold. Throws BAD_USER_INPUT where variables or arguments do not fit: what cannot be
 * measured is not run, or one broken argument would carry a hostile query past the limit.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const costs = known.get(document) ?? new Map<string, number>();
  known.set(document, costs);
  const key = variantOf(operation, variables);
  const before = costs.get(key);
  if (before !== undefined) return before;
  const cost = workedOut(schema, document, operation, variables);
  if (costs.size >= variants) costs.clear();
  costs.set(key, cost);
  return cost;
}

/** Only numbers and switches change the cost: page sizes, and what @include and @skip leave. */
function variantOf(operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): string {
  // Stryker disable next-line ArrayDeclaration: the parser leaves a list in every operation
  const relevant = (operation.variableDefinitions ?? []).map(({ variable }) => {
    const value = variables[variable.name.value];
    return typeof value === 'number' || typeof value === 'boolean' ? value : typeof value;
  });
  return [operation.name?.value, ...relevant].join(' ');
}

function workedOut(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const definitions = document.definitions.filter(
    (definition) => definition === operation || definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  try {
    return getComplexity({
      schema,
      query: { ...document, definitions },
      variables: { ...variables },
      estimators: [values],
      // the shape has been checked before: there are only so many
      maxQueryNodes: Number.MAX_SAFE_INTEGER,
    });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
  }
}
