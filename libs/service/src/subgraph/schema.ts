import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { getNamedType, type GraphQLOutputType, type GraphQLSchema, isUnionType, parse } from 'graphql';
import {
  type AuthCheckerInterface,
  buildSchema,
  createResolversMap,
  getMetadataStorage,
  type NonEmptyArray,
  type ResolverData,
} from 'type-graphql';
import type { Role } from '../identity/identity';
import type { GraphContext } from './context';
import { noted } from '../graph/descriptions';
import { BadUserInput, WrongInput } from '../graph/errors';
import { InvalidInput } from '../graph/refusals';
import { UUID } from '../graph/scalars';
import { validateInput } from '../graph/validate-input';

// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- type-graphql's own type for classes
export type ResolverClass = Function;

/** How the gateway's representation of an entity becomes the entity: `{ Deal: (ref, context) => context.reads.one(Deal, ref.id) }`. */
export type References = Record<string, (reference: { id: string }, context: GraphContext) => unknown>;

const federation = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@shareable"]
)
`;

/** `@Authorized('REP')`: signed in with one of the roles; `@Authorized()`: signed in. ADMIN may everything. */
class RoleChecker implements AuthCheckerInterface<GraphContext, Role> {
  check({ context }: ResolverData<GraphContext>, allowed: Role[]): boolean {
    const identity = context.identity;
    if (!identity) return false;
    return allowed.length === 0 || identity.roles.some((role) => role === 'ADMIN' || allowed.includes(role));
  }
}

/** A service's Federation 2 subgraph from its type-graphql classes, with the text that is checked in as schema.graphql. */
export async function subgraph(
  resolvers: readonly ResolverClass[],
  orphanedTypes: readonly ResolverClass[],
  references: References,
): Promise<{ schema: GraphQLSchema; sdl: string }> {
  const built = await buildSchema({
    resolvers: resolvers as unknown as NonEmptyArray<ResolverClass>,
    orphanedTypes: [...orphanedTypes],
    authChecker: RoleChecker,
    validateFn: (argument, _type, { info }) => validateInput(argument, info),
    skipCheck: true,
  });
  describeRoots(built);
  sayForWhom(built, resolvers);
  const sdl = `${federation}\n${printSchemaWithDirectives(built)}\n`;
  const map = createResolversMap(built) as Record<string, Record<string, unknown>>;
  for (const root of [built.getQueryType(), built.getMutationType()])
    for (const { name, type } of Object.values(root?.getFields() ?? {}))
      if (root && mayBeInvalidInput(type))
        map[root.name] = { ...map[root.name], [name]: answering(map[root.name]?.[name]) };
  for (const [type, resolve] of Object.entries(references)) {
    map[type] = {
      ...map[type],
      __resolveReference: (reference: { id: string }, context: GraphContext) => {
        if (!context.identity) throw context.anonymous();
        return resolve(reference, context);
      },
    };
  }
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: map as never });
  onlyEntities(schema);
  return { schema, sdl };
}

/**
 * Looks at all representations before the first of them is resolved. Apollo's resolver throws in the middle at one it does not know, and nobody
 * would wait for those before it: a rejection that nobody hears of ends the process.
 */
function onlyEntities(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()['_entities'];
  const resolve = field?.resolve;
  const entities = schema.getType('_Entity');
  if (!resolve || !isUnionType(entities)) return;
  const known = entities.getTypes().map(({ name }) => name);
  field.resolve = (source, args: { representations: readonly unknown[] }, context, info) => {
    for (const [index, representation] of args.representations.entries()) {
      const { __typename: type, id } = Object(representation) as Record<string, unknown>;
      const place = `representations[${index}]`;
      if (typeof type !== 'string' || !known.includes(type))
        throw new BadUserInput(`${place}.__typename must be one of ${known.toSorted().join(', ')}`);
      try {
        UUID.parseValue(id);
      } catch (error) {
        throw new BadUserInput(`${place}.id: ${(error as Error).message}`);
      }
    }
    return resolve(source, args, context, info) as unknown;
  };
}

/** type-graphql makes the root types itself, and leaves no place in the classes to describe them. */
function describeRoots(built: GraphQLSchema): void {
  const [query, mutation] = [built.getQueryType(), built.getMutationType()];
  if (query) query.description = 'What can be asked; asking changes nothing (查询).';
  if (mutation) mutation.description = 'The commands, each one transaction in one service (命令).';
}

/**
 * A root field that only some roles may call says so in its description, from the list that is enforced. The registry holds the fields of all
 * services of the process, hence the look at whose they are.
 */
function sayForWhom(built: GraphQLSchema, resolvers: readonly ResolverClass[]): void {
  const { queries, mutations } = getMetadataStorage();
  const roots = [
    [queries, built.getQueryType()],
    [mutations, built.getMutationType()],
  ] as const;
  for (const [declared, type] of roots)
    for (const { schemaName, target, roles } of declared) {
      const field = type?.getFields()[schemaName];
      if (field?.description && roles?.length && resolvers.includes(target))
        field.description = noted(field.description, `for ${roles.join(', ')}`);
    }
}

type Resolve = (...args: unknown[]) => Promise<unknown>;

/** An input of a command, or of a question that is a supposition, that breaks a range is refused like one that breaks a rule of the business: as data, with the place of each problem. */
const answering =
  (resolve: unknown): Resolve =>
  (...args) =>
    (resolve as Resolve)(...args).catch((error: unknown) => {
      if (error instanceof WrongInput) return new InvalidInput(error.problems);
      throw error;
    });

function mayBeInvalidInput(type: GraphQLOutputType): boolean {
  const answer = getNamedType(type);
  return isUnionType(answer) && answer.getTypes().some(({ name }) => name === InvalidInput.name);
}
