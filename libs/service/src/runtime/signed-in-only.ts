import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLError, OperationDefinitionNode } from 'graphql';
import type { Identity } from '../identity/identity';

/** What the check needs of a context; the gateway's has it as well as a subgraph's. */
export interface Caller {
  readonly identity: Identity | null;
  anonymous(): GraphQLError;
}

/** What a client may ask before it has signed in: what the schema looks like, and whether anybody is there. */
const open = new Set(['__typename', '__schema', '__type', '_service']);

/** Closes every root field, the gateway's `_entities` included, to those without a token: forgetting `@Authorized` opens nothing. */
export const signedInOnly: ApolloServerPlugin<Caller> = {
  requestDidStart: async () => ({
    async didResolveOperation({ operation, contextValue }) {
      if (!contextValue.identity && !(operation && asksOpenFieldsOnly(operation))) throw contextValue.anonymous();
    },
  }),
};

function asksOpenFieldsOnly(operation: OperationDefinitionNode): boolean {
  return operation.selectionSet.selections.every((field) => field.kind === 'Field' && open.has(field.name.value));
}
