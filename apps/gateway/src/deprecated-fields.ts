import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { GatewayContext } from './context';

/** Tells of each operation that reads deprecated fields, so that one knows before their day comes who still does. */
export function deprecatedFields(read: (field: string) => void): ApolloServerPlugin<GatewayContext> {
  // Apollo Server keeps the documents it has parsed for as long as it serves their schema, so that each is walked through once.
  const known = new WeakMap<DocumentNode, readonly string[]>();
  return {
    requestDidStart: async () => ({
      async executionDidStart({ document, schema, contextValue: { span } }) {
        const fields = known.get(document) ?? deprecatedIn(document, schema);
        known.set(document, fields);
        for (const field of fields) read(field);
        if (fields.length > 0) span.noted('fivepoint.deprecated_fields', fields.join(', '));
      },
    }),
  };
}

function deprecatedIn(document: DocumentNode, schema: GraphQLSchema): string[] {
  const fields = new Set<string>();
  const types = new TypeInfo(schema);
  const Field = () => {
    const field = types.getFieldDef();
    if (field?.deprecationReason != null) fields.add(`${types.getParentType()?.name}.${field.name}`);
  };
  visit(document, visitWithTypeInfo(types, { Field }));
  return [...fields];
}
