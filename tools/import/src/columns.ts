import type { Table } from './cells/table';

/** A mapping and a file do not fit: the message names every column that is missing, and those that there are. */
export class MissingColumns extends Error {
  override readonly name = 'MissingColumns';
}

/** How the columns of a file and a section of a mapping fit together; pure. Throws MissingColumns. */
export function unmappedColumns({ file, columns }: Table, fields: object, leftOut: Record<string, string>): string[] {
  const mapped = new Set(
    Object.values(fields as Record<string, { column: string } | undefined>).flatMap((cell) => cell?.column ?? []),
  );
  const missing = [...mapped].filter((column) => !columns.includes(column));
  if (missing.length > 0)
    throw new MissingColumns(
      `${file} has no column ${missing.map((column) => `"${column}"`).join(', ')}, which the mapping reads; it has ${columns.join(', ')}`,
    );
  return columns.filter((column) => column !== '' && !mapped.has(column) && !Object.hasOwn(leftOut, column));
}
