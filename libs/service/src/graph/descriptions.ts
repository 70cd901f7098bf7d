/** Adds to a description, before its Chinese term: "Name (名称)." and "1–200 characters" give "Name; 1–200 characters (名称)." */
export const noted = (description: string, note: string): string =>
  description.replace(/ (\([^()]*\)\.)$/, `; ${note} $1`);
