import { Lexer, Source, TokenKind } from 'graphql';

/** How many tokens a query's text has; of text that is no GraphQL, those before the place where it stops being it. */
export function tokensIn(source: string): number {
  const lexer = new Lexer(new Source(source));
  let tokens = 0;
  try {
    while (lexer.advance().kind !== TokenKind.EOF) tokens += 1;
  } catch {
    // the parser says what is wrong, and where
  }
  return tokens;
}
