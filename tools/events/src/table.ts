/** Rows under their headings, numbers to the right. */
export function table(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  const widths = columns.map((column, at) => Math.max(column.length, ...rows.map((row) => String(row[at]).length)));
  const isNumber = columns.map((_, at) => rows.every((row) => typeof row[at] === 'number'));
  const line = (cells: readonly (string | number)[]) =>
    cells
      .map((cell, at) => {
        const width = widths[at] ?? 0;
        return isNumber[at] ? String(cell).padStart(width) : String(cell).padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return [line(columns), ...rows.map(line)];
}
