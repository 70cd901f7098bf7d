import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';

/** Refuses a request that names no operation of its query, at the gateway and at a subgraph in the same words: GraphQL's own. */
export const operationToRun: ApolloServerPlugin = {
  requestDidStart: async () => ({
    async didResolveOperation({ operation, request: { operationName } }) {
      if (operation) return;
      const reason = operationName
        ? `Unknown operation named "${operationName}".`
        : 'Must provide operation name if query contains multiple operations.';
      throw new GraphQLError(reason, {
        extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
      });
    },
  }),
};
