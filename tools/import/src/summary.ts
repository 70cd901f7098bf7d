import type { Report } from './report';

/** What a person wants to know at the end. */
export function summary(report: Report, seconds: number, path: string): string[] {
  const columns = ['', 'read', 'recorded', 'already there', 'rejected', 'of these repaired'];
  const rows = [...report.totals()].map(([thing, { read, recorded, already, rejected, repaired }]) =>
    [`${thing}s`.replace(/ys$/, 'ies'), read, recorded, already, rejected, repaired].map(String),
  );
  const widths = columns.map((column, at) => Math.max(column.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const aligned = (row: readonly string[]) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
  const sum = (of: 'read' | 'rejected' | 'repaired') =>
    [...report.totals().values()].reduce((total, one) => total + one[of], 0);
  const done = sum('read') - report.unsent;
  const rate = seconds > 0 ? Math.round(done / seconds) : done;
  return [
    '',
    aligned(columns),
    ...rows.map(aligned),
    '',
    `${done} rows in ${seconds.toFixed(1)} s (${rate} rows/s); ${sum('repaired')} repaired, ${sum('rejected')} rejected: ${path}`,
    ...(report.unsent > 0 ? [`${report.unsent} rows were not sent; run it again to go on where it stopped`] : []),
  ];
}
