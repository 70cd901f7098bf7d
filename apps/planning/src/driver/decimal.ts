import type { ValueTransformer } from 'typeorm';

/**
 * A decimal that is no money, such as a quantity, as the graph takes it: at most 18 digits before the point and 6 behind it. PostgreSQL gives all
 * six back; what is shown is as short as it can be: `1200`, `0.25`.
 */
export const decimalColumn = {
  type: 'numeric',
  precision: 24,
  scale: 6,
  transformer: {
    to: (value: string) => value,
    from: (value: string) => shortestDecimal(value),
  } satisfies ValueTransformer,
} as const;

/** The same number without zeros that say nothing: `0.5` for `0.500000`. Pure. */
export function shortestDecimal(decimal: string): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const places = fraction.replace(/0+$/, '');
  const shown = whole.replace(/^(-?)0+(?=\d)/, '$1') + (places && `.${places}`);
  return shown === '-0' ? '0' : shown;
}
