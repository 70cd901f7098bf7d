/** One thing that an event says, ready to be shown. */
export interface Detail {
  name: string;
  value: string;
}

const mostDetails = 12;
const longestValue = 200;

/**
 * What an event's data says, small enough for a list: texts, numbers, flags and sums of money of its first level. Ids are left out, because the
 * entry and the graph have them; lists and nested parts stay with their service. Pure.
 */
export function detailsOf(data: object): Detail[] {
  return Object.entries(data)
    .filter(([name]) => !/Ids?$/.test(name))
    .flatMap(([name, value]) => {
      const text = textOf(value);
      return text === null ? [] : [{ name, value: text }];
    })
    .slice(0, mostDetails);
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return shortened(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null || typeof value !== 'object') return null;
  const [amount, currency]: unknown[] = [Reflect.get(value, 'amount'), Reflect.get(value, 'currency')];
  return typeof amount === 'string' && typeof currency === 'string' ? `${amount} ${currency}` : null;
}

/** At most 200 characters; what PostgreSQL's jsonb cannot hold (NUL, half a surrogate pair) is replaced, never a reason to park an event. */
function shortened(text: string): string {
  const characters = [...text.replace(/[\p{Surrogate}\0]/gu, '\ufffd')];
  return characters.length > longestValue ? `${characters.slice(0, longestValue - 1).join('')}…` : characters.join('');
}

/** The account an event is about: null while it is not known yet, undefined for what is about none (a product, a plan). Pure. */
export function accountOf(data: object): string | null | undefined {
  const accountId: unknown = Reflect.get(data, 'accountId') ?? Reflect.get(data, 'referrerAccountId');
  if (typeof accountId === 'string') return accountId;
  return 'accountId' in data ? null : undefined;
}
