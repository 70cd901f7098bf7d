import 'reflect-metadata';

const isTrimmed = Symbol('trimmed text');

/** Marks a text of an input, or a list of texts, that is kept as people read it: without blanks at both ends, each character written in one way. */
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
    const trimmed = Reflect.hasMetadata(isTrimmed, input, name);
    if (typeof value === 'string') {
      if (trimmed) Reflect.set(input, name, asKept(value));
    } else if (trimmed && Array.isArray(value)) {
      const texts: unknown[] = value;
      const kept = texts.map((text) => (typeof text === 'string' ? asKept(text) : text));
      Reflect.set(input, name, kept);
    } else trimTexts(value);
  }
}
