/**
 * An expected refusal: data that a caller can act on, returned and never thrown. A broken invariant is a bug and throws an Error instead.
 * Subclasses carry, as public fields, what the caller needs to recover.
 */
export abstract class DomainError {
  /** Stable machine name, UPPER_SNAKE_CASE. */
  abstract readonly code: string;
  /** One English sentence that says what would be right. */
  abstract readonly message: string;
}
