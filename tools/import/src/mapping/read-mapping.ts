import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { reasonOf } from '../reason-of';
import { crmMapping, type CrmMapping } from './crm-mapping';
import { receivablesMapping, type ReceivablesMapping } from './receivables-mapping';

/** A mapping that cannot be used; the message says all that is wrong with it. */
export class InvalidMapping extends Error {
  override readonly name = 'InvalidMapping';

  constructor(path: string, problems: readonly string[]) {
    super(`the mapping ${path} cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

export const readCrmMapping = (path: string): CrmMapping => read(path, crmMapping);
export const readReceivablesMapping = (path: string): ReceivablesMapping => read(path, receivablesMapping);

function read<S extends z.ZodType>(path: string, schema: S): z.output<S> {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new InvalidMapping(path, [reasonOf(error as NodeJS.ErrnoException)]);
  }
  return checked(path, json, schema);
}

/** The mapping that some JSON says. Throws InvalidMapping with every problem at once. */
export function checked<S extends z.ZodType>(path: string, json: unknown, schema: S): z.output<S> {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new InvalidMapping(
    path,
    parsed.error.issues.map(({ path: place, message }) => `${place.join('.') || 'the whole of it'}: ${message}`),
  );
}
