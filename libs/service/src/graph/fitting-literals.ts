import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  TypeInfo,
  type ValueNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { refuseUnfitting, unfitting } from './fitting-variables';
import { sharedScalars } from './scalars';

/** Texts that fit: documents are the server's cached ones, and what is written in them does not change. */
const fitting = new WeakSet<DocumentNode>();

/**
 * Refuses values of the shared scalars that are written into the text of an operation and do not fit, in the words of
 * `requireFittingVariables`. It is the gateway's: its schema is read from a text, where a scalar is a name that takes anything, and left to
 * one of the services the refusal would cost all that this service was asked for, and nothing of the others.
 */
export function requireFittingLiterals(schema: GraphQLSchema, document: DocumentNode): void {
  if (fitting.has(document)) return;
  const problems: string[] = [];
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Argument({ name, value }) {
        problems.push(...problemsOf(value, types.getInputType(), `${types.getFieldDef()?.name}.${name.value}`));
        return false;
      },
      VariableDefinition({ variable, defaultValue }) {
        if (defaultValue) problems.push(...problemsOf(defaultValue, types.getInputType(), variable.name.value));
        return false;
      },
    }),
  );
  refuseUnfitting(problems);
  fitting.add(document);
}

/** What is wrong within a value that GraphQL's own rules have passed. */
function problemsOf(value: ValueNode, type: GraphQLInputType | null | undefined, place: string): string[] {
  if (!type || value.kind === Kind.VARIABLE || value.kind === Kind.NULL) return [];
  if (isNonNullType(type)) return problemsOf(value, type.ofType, place);
  if (isListType(type))
    return value.kind === Kind.LIST
      ? value.values.flatMap((one, index) => problemsOf(one, type.ofType, `${place}[${index}]`))
      : problemsOf(value, type.ofType, place);
  if (isInputObjectType(type) && value.kind === Kind.OBJECT)
    return value.fields.flatMap(({ name, value: given }) =>
      problemsOf(given, type.getFields()[name.value]?.type, `${place}.${name.value}`),
    );
  try {
    sharedScalars.find(({ name }) => name === type.name)?.parseLiteral(value);
    return [];
  } catch (error) {
    return [unfitting(place, error)];
  }
}
