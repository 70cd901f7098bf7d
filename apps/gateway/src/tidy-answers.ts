import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { GatewayContext } from './context';

/**
 * Two last touches on an answer. A service that is missing is told once, not once for each place of the query. And where a subgraph broke
 * its own schema, the executor would give a null and explain it in an extension that no client reads: it becomes an error with its path.
 */
export const tidyAnswers: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    async willSendResponse({ response: { body }, contextValue: { requestId, log } }) {
      if (body.kind !== 'single') return;
      const { singleResult } = body;
      const broken = singleResult.extensions?.['valueCompletion'];
      if (Array.isArray(broken)) {
        delete singleResult.extensions;
        log.error({ requestId, problems: broken.map(String) }, 'a subgraph answered against its schema');
        singleResult.errors = [...(singleResult.errors ?? []), ...broken.map((one) => againstSchema(one, requestId))];
      }
      if (singleResult.errors && singleResult.errors.length > 1)
        singleResult.errors = withoutRepetition(singleResult.errors);
    },
  }),
};

const againstSchema = ({ path }: GraphQLFormattedError, requestId: string): GraphQLFormattedError => ({
  message: 'Something went wrong on our side; the request id finds it in the logs.',
  ...(path && { path }),
  extensions: { code: 'INTERNAL', requestId },
});

function withoutRepetition(errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[] {
  return [...new Map(errors.map((error) => [JSON.stringify(error), error])).values()];
}
