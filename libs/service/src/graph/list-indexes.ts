import { sortExpression } from './order';

/** A column, or an amount of money, that a list can be put in order by; with `?` where there may be none. */
type Sorted = Readonly<Record<string, 'date' | 'date?' | 'integer' | 'money' | 'money?' | 'text'>>;

const columnsOf = (name: string, kind: string): (readonly [column: string, type: string])[] =>
  kind.startsWith('money')
    ? [
        [`${name}_currency`, 'character'],
        [`${name}_minor`, 'bigint'],
      ]
    : [[name, kind.replace('?', '')]];

/**
 * The SQL of the indexes that let a list of `table` be read in these orders at the same cost wherever the page lies: one for each, and where there
 * may be no value one for each direction, for what stands for it differs.
 */
export function listIndexes(table: string, sorted: Sorted): string {
  return Object.entries(sorted)
    .flatMap(([name, kind]) => {
      const nullable = kind.endsWith('?');
      return (nullable ? (['ASC', 'DESC'] as const) : (['ASC'] as const)).map((direction) => {
        const keys = columnsOf(name, kind).map(
          ([column, type]) => `(${sortExpression(column, type, nullable, direction)})`,
        );
        const suffix = nullable ? `_${direction.toLowerCase()}` : '';
        return `create index ${table}_by_${name}${suffix} on ${table} (tenant_id, ${keys.join(', ')}, id);`;
      });
    })
    .join('\n');
}
