/**
 * Random numbers that are the same on every machine: xoshiro128** (Blackman and Vigna, 2018) in 32-bit whole numbers. Each line and each group
 * of a rehearsal has a stream of its own per block of trials, by the words of `seed/key/block`. So a line that is added or changed moves no
 * other line's draws, two versions of a plan are compared on the same luck, and blocks may be worked off anywhere in any order.
 */
export function fillRandom(into: Uint32Array, seed: number, key: string, block: number): void {
  let [a, b, c, d] = stateOf(`${seed}/${key}/${block}`);
  for (let index = 0; index < into.length; index++) {
    const five = Math.imul(b, 5);
    into[index] = Math.imul((five << 7) | (five >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
  }
}

/** Four words of a text: FNV-1a over its characters, then the finaliser of MurmurHash3 over steps of the golden ratio, as in SplitMix. */
function stateOf(text: string): [number, number, number, number] {
  let hash = 0x811c9dc5;
  let other = 0x9747b28c;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    hash = Math.imul(hash ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x85ebca6b);
    other ^= other >>> 13;
  }
  const word = (from: number, step: number) => mixed((from + Math.imul(step, 0x9e3779b9)) | 0);
  // A state of four zeros would stay there; the last word is never zero.
  return [word(hash, 1), word(other, 1), word(hash ^ other, 2), word(hash + other, 3) | 1];
}

function mixed(word: number): number {
  let mix = word;
  mix = Math.imul(mix ^ (mix >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return mix ^ (mix >>> 16);
}
