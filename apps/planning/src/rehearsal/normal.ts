/*
 * The normal distribution by + − × ÷ and √ alone, which every machine rounds the same; what `Math.log` gives is left to each.
 */

const ln2 = 0.6931471805599453;

/** ln x for x in (0, 1]. */
export function logarithm(x: number): number {
  let mantissa = x;
  let doublings = 0;
  while (mantissa < 0.70710678) {
    mantissa *= 2;
    doublings++;
  }
  const ratio = (mantissa - 1) / (mantissa + 1);
  const square = ratio * ratio;
  // 2 · artanh(ratio), |ratio| ≤ .1716.
  let power = ratio;
  let sum = 0;
  for (let n = 1; n <= 23; n += 2) {
    sum += power / n;
    power *= square;
  }
  return 2 * sum - doublings * ln2;
}

/** The x with Φ(x) = p, for p in (0, 1): Wichura's AS 241 (1988), to about 1e-16. */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return q * ratioOf(central, r);
  }
  const r = Math.sqrt(-logarithm(q < 0 ? p : 1 - p));
  const x = r <= 5 ? ratioOf(outer, r - 1.6) : ratioOf(far, r - 5);
  return q < 0 ? -x : x;
}

interface Rational {
  above: readonly number[];
  below: readonly number[];
}

const ratioOf = ({ above, below }: Rational, r: number): number => horner(above, r) / horner(below, r);

/** A polynomial of the seventh degree; without a loop, for it is what shared luck costs. */
function horner(c: readonly number[], r: number): number {
  const upper = ((c[7]! * r + c[6]!) * r + c[5]!) * r + c[4]!;
  return (((upper * r + c[3]!) * r + c[2]!) * r + c[1]!) * r + c[0]!;
}

const central: Rational = {
  above: [
    3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457,
    67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
  ],
  below: [
    1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867, 39307.89580009271061,
    28729.085735721942674, 5226.495278852545925,
  ],
};
const outer: Rational = {
  above: [
    1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
    1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
  ],
  below: [
    1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
    0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
  ],
};
const far: Rational = {
  above: [
    6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
    0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
  ],
  below: [
    1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
    1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
  ],
};
