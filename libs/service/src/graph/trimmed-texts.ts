import 'reflect-metadata';

const isTrimmed = Symbol('trimmed text');

/** Marks a text of an input that is kept as people read it: without blanks at both ends, each character written in one way. */
export const Trimmed: PropertyDecorator = (target, property) =>
  Reflect.defineMetadata(isTrimmed, true, target, property);

/** Blanks of every script, controls, and marks of no width; not what chooses a glyph, which may end a Chinese name. */
const atTheEnds = /^[\s\p{Cc}\u200b-\u200f\u2060\ufeff]+|[\s\p{Cc}\u200b-\u200f\u2060\ufeff]+$/gu;

/**
 * Takes what nobody sees off both ends of the texts of an input, and of every input within it, and composes their characters (NFC), so that what
 * looks the same is the same; in place, for the objects were made for this call.
 */
export function trimTexts(input: unknown): void {
  if (typeof input !== 'object' || input === null) return;
  for (const [name, value] of Object.entries(input)) {
    if (typeof value !== 'string') trimTexts(value);
    else if (Reflect.hasMetadata(isTrimmed, input, name))
      Reflect.set(input, name, value.replaceAll(atTheEnds, '').normalize('NFC'));
  }
}
