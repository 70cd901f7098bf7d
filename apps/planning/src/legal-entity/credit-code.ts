/** The 31 characters of GB 32100: no I, O, S, V and Z, which look like others. */
const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const length = 18;

/** The code as it is kept: people copy it with blanks, and type it in lower case. Pure. */
export const creditCodeOf = (given: string): string => given.replace(/\s/gu, '').toUpperCase();

/**
 * What is wrong with a unified social credit code (统一社会信用代码, GB 32100, capability C04), in words that follow the field's name; null for
 * a right one. Pure.
 *
 * @param code as `creditCodeOf` makes it.
 */
export function creditCodeProblem(code: string): string | null {
  if (code.length !== length) return `must have ${length} characters, not ${code.length}`;
  const strange = [...code].find((character) => !characters.includes(character));
  if (strange !== undefined)
    return `must have digits and capital letters without I, O, S, V and Z only, not ${strange}`;
  if (!/^\d{6}$/.test(code.slice(2, 8)))
    return 'must have six digits from its third character on, the administrative division';
  const check = checkCharacter(code);
  return code.endsWith(check)
    ? null
    : 'has a wrong check character at its end: one of the others was mistyped, or it was';
}

/** 31 less the sum of the first 17, the weight of each being 3 to the power of its place, modulo 31. */
function checkCharacter(code: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of code.slice(0, length - 1)) {
    sum += characters.indexOf(character) * weight;
    weight = (weight * 3) % characters.length;
  }
  return characters.charAt((characters.length - (sum % characters.length)) % characters.length);
}
