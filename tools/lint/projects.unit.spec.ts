import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serviceNames } from '@fivepoint/contracts';

const root = join(__dirname, '../..');
const services: readonly string[] = serviceNames;

interface Project {
  name?: string;
  tags?: string[];
  targets?: Record<string, object>;
}

/** What the rules of Nx and of `dependency-rules.mjs` take for granted; a folder without its tags would be under no rule. */
const projects = ['apps', 'libs', 'tools'].flatMap((area) =>
  readdirSync(join(root, area), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ area, folder: name, path: `${area}/${name}` })),
);

test.each(projects)('$path says in project.json what it is', ({ area, folder, path }) => {
  const file = join(root, path, 'project.json');
  expect(existsSync(file)).toBe(true);
  const { name, tags, targets } = JSON.parse(readFileSync(file, 'utf8')) as Project;
  if (area === 'libs') {
    expect({ name, tags }).toEqual({ name: folder, tags: ['type:lib', 'scope:shared'] });
  } else if (area === 'tools') {
    expect({ name, tags }).toEqual({ name: `${folder}-tool`, tags: ['type:tool', 'scope:tools'] });
  } else {
    const type = services.includes(folder) ? ['type:app', 'type:service'] : ['type:app'];
    expect({ name, tags }).toEqual({ name: folder, tags: [...type, `scope:${folder}`] });
    // An app is built as nx.json says for all of them.
    expect(targets).toHaveProperty('build', {});
  }
});
