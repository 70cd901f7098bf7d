import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, visit } from 'graphql';
import { BadUserInput } from './errors';
import { requireFittingVariables } from './fitting-variables';

/**
 * PostgreSQL keeps no text with the character NUL, and JSON none with half a surrogate pair: such text goes no further than here.
 * Only variables that fit their types are looked at: what nobody asked for may be nested without end.
 */
export const readableText: ApolloServerPlugin = {
  requestDidStart: async () => ({
    async didResolveOperation({ schema, document, operation, request: { variables = {} } }) {
      if (!operation) return;
      requireFittingVariables(schema, operation, variables);
      for (const { variable } of operation.variableDefinitions ?? []) {
        const name = variable.name.value;
        const unreadable = unreadableAt(variables[name], name);
        if (unreadable !== null) throw notReadable(`"${unreadable.slice(0, 100)}"`);
      }
      visit(document, {
        [Kind.STRING]: ({ value }) => {
          if (!isReadable(value)) throw notReadable('A text of the operation');
        },
      });
    },
  }),
};

export const isReadable = (text: string): boolean => !/\0|\p{Cs}/u.test(text);

/** Where in a value the first such text is, names of fields included; null when there is none. */
function unreadableAt(value: unknown, at: string): string | null {
  if (typeof value === 'string') return isReadable(value) ? null : at;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, part] of Object.entries(value)) {
    const found = isReadable(name) ? unreadableAt(part, `${at}.${name}`) : at;
    if (found !== null) return found;
  }
  return null;
}

const notReadable = (what: string) =>
  new BadUserInput(`${what} must be text without the character NUL (U+0000) and without half surrogate pairs`, 400);
