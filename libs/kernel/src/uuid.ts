const latestTime = 2 ** 48 - 1;

let lastTime = -1;
let counter = 0n;

/**
 * A new UUID version 7 (RFC 9562 §5.7) in lower case: 48 bits of Unix milliseconds, then 74 bits that are random for the first id of a
 * millisecond and grow from there by a random step (§6.2, method 2). Ids made by one process are therefore strictly increasing as text,
 * also when the clock stands or steps back: a `now` before the latest one used counts as the latest one.
 *
 * @param now Unix time in whole milliseconds, 0 … 2^48 − 1; RangeError otherwise.
 */
export function uuidv7(now: number = Date.now()): string {
  if (!Number.isInteger(now) || now < 0 || now > latestTime) {
    throw new RangeError(`uuidv7 needs whole Unix milliseconds from 0 to ${latestTime}, not ${now}`);
  }
  if (now > lastTime) {
    lastTime = now;
    // The top bit stays clear, so that 2^41 steps fit before the counter could overflow: more than a machine makes in years.
    counter = randomBits(10) & ((1n << 73n) - 1n);
  } else {
    counter += randomBits(4) + 1n;
  }
  return format(lastTime, counter);
}

function randomBits(bytes: number): bigint {
  let bits = 0n;
  for (const byte of crypto.getRandomValues(new Uint8Array(bytes))) bits = (bits << 8n) | BigInt(byte);
  return bits;
}

function format(time: number, random: bigint): string {
  const randA = random >> 62n;
  const randB = random & ((1n << 62n) - 1n);
  const value = (BigInt(time) << 80n) | (7n << 76n) | (randA << 64n) | (0b10n << 62n) | randB;
  const hex = value.toString(16).padStart(32, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
