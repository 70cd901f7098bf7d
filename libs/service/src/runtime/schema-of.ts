import type { GraphQLSchema } from 'graphql';
import { subgraph } from '../subgraph/schema';
import { operatorsResolver } from '../operators/operators.resolver';
import type { ServiceDefinition } from './definition';

/** A service's subgraph as it is served, operators' fields included; `sdl` is what is checked in as schema.graphql. */
export function schemaOf(definition: ServiceDefinition): Promise<{ schema: GraphQLSchema; sdl: string }> {
  const { name, resolvers, orphanedTypes, references } = definition;
  return subgraph([...resolvers, operatorsResolver(name)], orphanedTypes, references);
}
