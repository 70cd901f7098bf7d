/** What may differ between two spellings of one name. */
export const differences = ['case', 'spaces', 'punctuation', 'accents', 'width'] as const;
export type Difference = (typeof differences)[number];

const folds: Readonly<Record<Difference, (text: string) => string>> = {
  width: (text) => text.normalize('NFKC'),
  accents: (text) => text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC'),
  case: (text) => text.toLowerCase(),
  punctuation: (text) => text.replace(/[\p{P}\p{S}]/gu, ''),
  spaces: (text) => text.replace(/\s+/gu, ''),
};

/** A name without what may differ; two spellings are one name when this is the same. */
export function folded(name: string, ignore: readonly Difference[]): string {
  return differences.filter((one) => ignore.includes(one)).reduce((text, one) => folds[one](text), name);
}

export interface Named {
  name: string;
  /** Its id in the older system. */
  externalId: string;
}

export type Found<T> =
  | { kind: 'exact'; named: T }
  | { kind: 'repaired'; named: T }
  | { kind: 'ambiguous'; names: string[] }
  | { kind: 'none' };

/** Finds what a name means: exactly as it is written, or else the only one that differs in no more than what is to be ignored. */
export class NameIndex<T extends Named> {
  private readonly exact = new Map<string, T[]>();
  private readonly alike = new Map<string, T[]>();

  constructor(
    all: readonly T[],
    private readonly ignore: readonly Difference[],
    readonly by: 'name' | 'externalId' = 'name',
  ) {
    for (const named of all) {
      add(this.exact, named[by], named);
      add(this.alike, folded(named[by], ignore), named);
    }
  }

  find(text: string): Found<T> {
    const exact = this.exact.get(text) ?? [];
    if (exact[0] && exact.length === 1) return { kind: 'exact', named: exact[0] };
    const alike = exact.length > 0 ? exact : (this.alike.get(folded(text, this.ignore)) ?? []);
    if (alike[0] && alike.length === 1) return { kind: 'repaired', named: alike[0] };
    return alike.length > 1 ? { kind: 'ambiguous', names: alike.map((one) => one[this.by]) } : { kind: 'none' };
  }
}

function add<T>(index: Map<string, T[]>, key: string, one: T): void {
  const there = index.get(key);
  if (there) there.push(one);
  else index.set(key, [one]);
}
