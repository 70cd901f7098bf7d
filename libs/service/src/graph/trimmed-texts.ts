import 'reflect-metadata';

const isTrimmed = Symbol('trimmed text');

/** Marks a text of an input whose blanks at both ends say nothing. */
export const Trimmed: PropertyDecorator = (target, property) =>
  Reflect.defineMetadata(isTrimmed, true, target, property);

/** Takes the blanks off both ends of the texts of an input, and of every input within it; in place, for the objects were made for this call. */
export function trimTexts(input: unknown): void {
  if (typeof input !== 'object' || input === null) return;
  for (const [name, value] of Object.entries(input)) {
    if (typeof value !== 'string') trimTexts(value);
    else if (Reflect.hasMetadata(isTrimmed, input, name)) Reflect.set(input, name, value.trim());
  }
}
