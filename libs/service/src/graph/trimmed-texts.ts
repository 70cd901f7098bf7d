import 'reflect-metadata';

const isTrimmed = Symbol('trimmed text');

/** Marks a text of an input that is kept as people read it: without blanks at both ends, each character written in one way. */
export const Trimmed: PropertyDecorator = (target, property) =>
  Reflect.defineMetadata(isTrimmed, true, target, property);

/** Blanks of every script, controls, and marks of no width; not what chooses or joins glyphs, which may end a name. */
const unseen = String.raw`[\s\p{Cc}\u200b\u200e\u200f\u2060\ufeff]`;

/** The last ones are looked for from where they begin: from each of a megabyte of blanks in the middle, it would take a quarter of an hour. */
const atTheEnds = new RegExp(`^${unseen}+|(?<!${unseen})${unseen}+$`, 'gu');

/** More than any text here may have, in whatever way it is written. What is longer is refused for that: composed, a megabyte of accents takes minutes. */
const longest = 10_000;

/** Takes what nobody sees off both ends of a text, and composes its characters (NFC), so that what looks the same is the same. */
export const asKept = (text: string): string => composed(text.replaceAll(atTheEnds, ''));

/** Each character written in one way, blanks at the ends included. */
export const composed = (text: string): string => (text.length > longest ? text : text.normalize('NFC'));

/** Makes the texts of an input, and of every input within it, what is kept of them; in place, for the objects were made for this call. */
export function trimTexts(input: unknown): void {
  if (typeof input !== 'object' || input === null) return;
  for (const [name, value] of Object.entries(input)) {
    if (typeof value !== 'string') trimTexts(value);
    else if (Reflect.hasMetadata(isTrimmed, input, name)) Reflect.set(input, name, asKept(value));
  }
}
