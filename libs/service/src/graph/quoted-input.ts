/**
 * How GraphQL quotes what it refuses, and what is left of it here: where it is and why, but not what it was. All begin at the first character
 * and look a few steps ahead at most, for what is quoted may be a megabyte that was made to be looked through for ever.
 */
const quotes: readonly (readonly [RegExp, string])[] = [
  [/^(Variable "\$\w{1,200}" got invalid value) [^]*/, '$1.'],
  [/^Value "[^]*" does not exist in "(\w+)" enum/, 'The enum "$1" has no such value'],
  [/^(Expected value of type "[^"]{1,200}"), found (?!null\.)[^]*/, '$1.'],
  [/^([^:]{0,200}?\bcannot represent\b[^:]{0,200}): [^]*/, '$1'],
  [/^(Syntax Error: [^"]{0,200}\b(?:String|BlockString)) "[^]*/, '$1.'],
];

/** A name that somebody made up may be long, or no name at all. Read pair by pair: what stands between two names is no name. */
const quoted = /"([^"]*)"/g;

/** A message of GraphQL's own without the value that it is about: that may be somebody's data, a secret, or a megabyte. */
export const withoutInput = (message: string): string =>
  quotes
    .reduce((text, [quoting, rest]) => text.replace(quoting, rest), message)
    .replace(quoted, (whole, name: string) => (name.length > 40 ? `"${name.slice(0, 40)}…"` : whole));
