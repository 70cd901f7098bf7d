/** How GraphQL quotes what it refuses, and what is left of it here: where it is and why, but not what it was. */
const quotes: readonly (readonly [RegExp, string])[] = [
  [/^Value "[^]*" does not exist in "(\w+)" enum/, 'The enum "$1" has no such value'],
  [/^(Expected value of type "[^"]+"), found (?!null\.$)[^]*$/, '$1.'],
  [/\b(cannot represent\b[^:]*): [^]*?(?=$|\. Did you mean )/, '$1'],
  [/\b(String|BlockString) "[^]*"(?=\.$)/, '$1'],
];

/** A name that somebody made up may be long, or no name at all. Read pair by pair: what stands between two names is no name. */
const names = /"([^"]*)"/g;
const longestName = 40;

/** A message of GraphQL's own without the value that it is about: that may be somebody's data, a secret, or a megabyte. */
export function withoutInput(message: string): string {
  const coercion = /^Variable "\$(\w+)" got invalid value [^]*?(?: at "([^"]+)")?; ([^]*)$/.exec(message);
  if (!coercion) return unquoted(message);
  const [, variable, path, reason = ''] = coercion;
  return `The value of "${path ?? variable}" is not valid: ${unquoted(reason.split('; ').at(-1) ?? '')}`;
}

const unquoted = (message: string): string =>
  quotes
    .reduce((text, [quoting, rest]) => text.replace(quoting, rest), message)
    .replace(names, (quoted, name: string) =>
      name.length > longestName ? `"${name.slice(0, longestName)}…"` : quoted,
    );
