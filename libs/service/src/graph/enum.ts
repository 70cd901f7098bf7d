import { registerEnumType } from 'type-graphql';

/**
 * A GraphQL enum whose values are their own names, each with its description; the events' types fit it without conversion:
 *
 *     export const DealKind = graphEnum('DealKind', 'Why there is a deal (商机类型).', { NEW: 'New business (新签).' });
 *     export type DealKind = keyof typeof DealKind;
 */
export function graphEnum<V extends string>(
  name: string,
  description: string,
  values: Readonly<Record<V, string>>,
): { readonly [K in V]: K } {
  const names = Object.keys(values) as V[];
  const members = Object.fromEntries(names.map((value) => [value, value])) as { readonly [K in V]: K };
  registerEnumType(members, {
    name,
    description,
    valuesConfig: Object.fromEntries(names.map((value) => [value, { description: values[value] }])) as never,
  });
  return members;
}
