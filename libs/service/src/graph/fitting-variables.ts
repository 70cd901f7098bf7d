import {
  coerceInputValue,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import { BadUserInput } from './errors';
import { withoutInput } from './quoted-input';

/** What is wrong with a request is well enough described by its first problems, and a million of them would take minutes to tell. */
const mostProblems = 5;

/**
 * Refuses variables that do not fit their types, at the gateway and at a subgraph in the same words: where the value is and what would be
 * right, never what it was. GraphQL's own check tells of every single value, and quotes each. Call it before anything else looks at the
 * variables, in the same hook: Apollo Server runs the hooks of its plugins beside each other, whatever one of them says.
 */
export function requireFittingVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  const problems: string[] = [];
  for (const definition of operation.variableDefinitions ?? [])
    problems.push(...problemsOf(schema, definition, variables).slice(0, mostProblems - problems.length));
  refuseUnfitting(problems);
}

/** Refuses what has problems, before anything is resolved, and tells the first of them. */
export function refuseUnfitting(problems: readonly string[]): void {
  if (problems.length > 0) throw new BadUserInput(problems.slice(0, mostProblems).join('; '), 400);
}

/** Where a value is and what would be right. */
export const unfitting = (place: string, error: unknown): string =>
  `The value of "${place}" is not valid: ${withoutInput(error instanceof Error ? error.message : String(error))}`;

class Enough extends Error {}

function problemsOf(
  schema: GraphQLSchema,
  { variable, type: node, defaultValue }: VariableDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): string[] {
  const name = variable.name.value;
  const type: GraphQLInputType | undefined = typeFromAST(schema, node as Parameters<typeof typeFromAST>[1]) as never;
  if (!isInputType(type)) return [];
  if (!Object.hasOwn(variables, name))
    return isNonNullType(type) && !defaultValue
      ? [`Variable "$${name}" of required type "${String(type)}" was not provided.`]
      : [];
  if (variables[name] === null && isNonNullType(type))
    return [`Variable "$${name}" of non-null type "${String(type)}" must not be null.`];
  const problems: string[] = [];
  try {
    coerceInputValue(variables[name], type, (path, _value, error) => {
      problems.push(unfitting(placeOf(name, path), error));
      if (problems.length === mostProblems) throw new Enough();
    });
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return problems;
}

/** `input.lines[1].text` */
const placeOf = (name: string, path: readonly (string | number)[]): string =>
  path.reduce<string>((place, step) => place + (typeof step === 'number' ? `[${step}]` : `.${step}`), name);
