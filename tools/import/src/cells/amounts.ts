/** What one in a file stands for, as a power of ten: 万元 are ten-thousands, 亿元 hundred-millions. */
export const units = { ones: 0, thousands: 3, 'ten-thousands': 4, millions: 6, 'hundred-millions': 8 } as const;
export type Unit = keyof typeof units;

/** How an older system writes amounts. */
export interface AmountStyle {
  /** Between whole and fraction. */
  point: string;
  /** Between thousands; null where amounts have none. */
  group: string | null;
  /** Signs that may stand before or behind, such as $ or 元. */
  symbols: readonly string[];
}

/**
 * The plain decimal that an amount means, in ones: `$1,100.04` in millions is `1100040000`. Exact, because no float touches it. Null for what
 * is no amount in that style; a group of other than three digits is none, since nobody can tell 1,05 from a mistyped 1,050.
 */
export function plainAmount(text: string, { point, group, symbols }: AmountStyle, unit: Unit = 'ones'): string | null {
  const bare = withoutSymbols(text.trim(), symbols);
  const negative = bare.startsWith('-');
  const [whole = '', fraction, ...more] = withoutSymbols(negative ? bare.slice(1) : bare, symbols).split(point);
  if (more.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return null;
  const digits = group === null ? whole : ungrouped(whole, group);
  if (!/^\d+$/.test(digits)) return null;
  const scale = units[unit];
  const shifted = (fraction ?? '').padEnd(scale, '0');
  const ones = (digits + shifted.slice(0, scale)).replace(/^0+(?=\d)/, '');
  const rest = shifted.slice(scale).replace(/0+$/, '');
  return `${negative ? '-' : ''}${ones}${rest ? `.${rest}` : ''}`;
}

function withoutSymbols(text: string, symbols: readonly string[]): string {
  for (const symbol of symbols) {
    if (text.startsWith(symbol)) return text.slice(symbol.length).trim();
    if (text.endsWith(symbol)) return text.slice(0, -symbol.length).trim();
  }
  return text;
}

function ungrouped(whole: string, group: string): string {
  const [first = '', ...others] = whole.split(group);
  if (others.length === 0) return first;
  const regular = /^\d{1,3}$/.test(first) && others.every((part) => /^\d{3}$/.test(part));
  return regular ? first + others.join('') : '';
}
