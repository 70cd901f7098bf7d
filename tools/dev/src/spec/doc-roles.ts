import { type Role, roles } from '@fivepoint/service';

/** A field, or fields by a pattern (`recordPast…`), and who may call it beside ADMIN, as a document has it. */
export interface DocumentedField {
  name: string;
  roles: readonly Role[];
  is(field: string): boolean;
}

const isRole = (name: string): name is Role => (roles as readonly string[]).includes(name);
const namesIn = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

/** The table under "Who may do what": roles in the first column, fields in the second. */
export function mutationsByRole(document: string): DocumentedField[] {
  const [, section = ''] = document.split('## Who may do what');
  const rows =
    section
      .split('\n##')[0]
      ?.split('\n')
      .filter((line) => line.startsWith('|'))
      .slice(2) ?? [];
  return rows.flatMap((row) => {
    const [, who = '', what = ''] = row.split('|');
    const allowed = namesIn(who).filter(isRole);
    return namesIn(what)
      .filter((name) => !isRole(name))
      .map((name) => ({ name, roles: allowed, is: matching(name) }));
  });
}

function matching(pattern: string): (field: string) => boolean {
  const [start = '', end] = pattern.split('…');
  return (field) => (end === undefined ? field === pattern : field.startsWith(start) && field.endsWith(end));
}
