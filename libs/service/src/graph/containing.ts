/** The pattern for SQL's `ilike` that finds a text anywhere; what would be a wildcard in the text stands for itself. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
