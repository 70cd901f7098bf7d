import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { nonNullEntityFields } from './entity-fields';
import type { Subgraph } from './subgraphs';

const banner = '# Composed from apps/*/schema.graphql by `npm run schemas`. Change the services, not this file.\n';

/** The subgraphs do not make one graph; the message says where and why, one problem a line. */
export class NotComposable extends Error {
  override readonly name = 'NotComposable';

  constructor(readonly problems: readonly string[]) {
    super(`The subgraphs do not compose:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/**
 * The supergraph of the subgraphs, as the gateway serves it. The addresses in it are only names, `http://deal/graphql`: where a service
 * really answers is the gateway's configuration. Throws NotComposable, also where an entity's field is not nullable.
 */
export function supergraphOf(subgraphs: readonly Subgraph[]): string {
  const notNullable = subgraphs.flatMap(nonNullEntityFields);
  if (notNullable.length > 0)
    throw new NotComposable(
      notNullable.map(
        (field) => `${field} must be nullable: with that service down it would take the rest of the entity with it`,
      ),
    );
  const { supergraphSdl, errors = [] } = composeServices(
    subgraphs.map(({ name, sdl }) => ({ name, url: `http://${name}/graphql`, typeDefs: parse(sdl) })),
  );
  if (supergraphSdl === undefined) throw new NotComposable(errors.map(({ message }) => message));
  return banner + supergraphSdl.trimEnd() + '\n';
}
