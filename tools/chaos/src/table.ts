import type { Hunted } from './hunt';
import { readers } from './ledger/consumers';
import { type Finding, handoffOf, type Rule, rules } from './ledger/finding';

/** How many findings of one rule are told in full. */
const told = 8;

/** The chaos ledger of one run, as lines. */
export function tableOf(hunted: Hunted): string[] {
  const { findings, happened, troubles, missed } = hunted;
  return [
    `${hunted.mode}: ${hunted.accounts} accounts in ${hunted.seconds.toFixed(0)} s, seed ${hunted.seed}`,
    '',
    ...[...happened].sort().map(([what, count]) => `  ${String(count).padStart(4)} × ${what}`),
    ...missed.map((point) => `  MISSED ${point}: too few died there`),
    ...[...troubles]
      .sort()
      .map(([what, count]) => `  ${String(count).padStart(4)} times a client was told ${what}, and asked again`),
    '',
    `${'handoff'.padEnd(58)}${['published', 'received', 'again', 'done', ...rules].map((head) => head.padStart(head.length + 2)).join('')}`,
    ...handoffRows(hunted),
    '',
    ...rules.flatMap((rule) => {
      const own = findings.filter((one) => one.rule === rule);
      const more = own.length > told ? [`  … and ${own.length - told} more ${rule}`] : [];
      return [...own.slice(0, told).map(({ what }) => `  ${rule.toUpperCase()}: ${what}`), ...more];
    }),
    `${rules.map((rule) => `${rule} ${countOf(findings, rule)}`).join(', ')}: ${isWell(hunted) ? 'it holds' : 'IT DOES NOT HOLD'}`,
  ];
}

export const isWell = ({ findings, missed }: Pick<Hunted, 'findings' | 'missed'>): boolean =>
  findings.length === 0 && missed.length === 0;

export const countOf = (findings: readonly Finding[], rule: Rule): number =>
  findings.filter((one) => one.rule === rule).length;

interface Row {
  published: number;
  received: number;
  again: number;
  done: number;
}

/** What one consumer makes of one type, for every pair that has happened; its findings beside it. */
function handoffRows({ books, received, findings }: Hunted): string[] {
  const rows = new Map<string, Row>();
  const stateOf = new Map(books.incoming.map(({ consumer, id, state }) => [`${consumer} ${id}`, state]));
  for (const { service, type, id } of books.outgoing)
    for (const { consumer } of readers.filter(({ types }) => types.has(type))) {
      const name = handoffOf(service, consumer, type);
      const row = rows.get(name) ?? { published: 0, received: 0, again: 0, done: 0 };
      rows.set(name, row);
      const state = stateOf.get(`${consumer} ${id}`);
      row.published += 1;
      row.received += state === undefined ? 0 : 1;
      row.again += Math.max(0, (received.get(consumer)?.get(id) ?? 0) - 1);
      row.done += state === 'DONE' ? 1 : 0;
    }
  const total = { published: 0, received: 0, again: 0, done: 0 };
  for (const row of rows.values())
    for (const field of ['published', 'received', 'again', 'done'] as const) total[field] += row[field];
  const line = (name: string, row: Row, own: readonly Finding[]) =>
    name.padEnd(58) +
    String(row.published).padStart(11) +
    String(row.received).padStart(10) +
    String(row.again).padStart(7) +
    String(row.done).padStart(6) +
    rules.map((rule) => String(countOf(own, rule)).padStart(rule.length + 2)).join('');
  return [
    ...[...rows].sort().map(([name, row]) =>
      line(
        name,
        row,
        findings.filter(({ handoff }) => handoff === name),
      ),
    ),
    line('all, with what is not about one handoff', total, findings),
  ];
}
