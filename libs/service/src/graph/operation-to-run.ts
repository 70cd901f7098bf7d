import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';

/**
 * Refuses a request that names no operation of its query, at the gateway and at a subgraph in the same words: GraphQL's own. And one that
 * names a subscription, which GraphQL lets pass where a schema has none.
 */
export const operationToRun: ApolloServerPlugin = {
  requestDidStart: async () => ({
    async didResolveOperation({ operation, request: { operationName } }) {
      if (operation?.operation === 'subscription')
        throw refused('This graph has no subscriptions; ask with a query again.');
      if (operation) return;
      throw refused(
        operationName
          ? `Unknown operation named "${operationName}".`
          : 'Must provide operation name if query contains multiple operations.',
      );
    },
  }),
};

const refused = (reason: string) =>
  new GraphQLError(reason, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } } });
