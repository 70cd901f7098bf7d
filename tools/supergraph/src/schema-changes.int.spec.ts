import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { breakingChanges, explanationOf, unexplained, versionBefore } from './schema-changes';

const schema = (fields: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
   type Query { deal(id: ID!): Deal } type Deal @key(fields: "id") { id: ID!, ${fields} }`;

describe('a breaking change', () => {
  const before = schema('title: String, stage: String');

  it('is what an old client cannot do any more', () => {
    expect(breakingChanges(before, schema('title: String'))).toEqual(['Deal.stage was removed.']);
    expect(breakingChanges(before, schema('title: Int, stage: String'))).toEqual([
      'Deal.title changed type from String to Int.',
    ]);
    expect(breakingChanges(before, schema('title: String, stage: String, amount: Int'))).toEqual([]);
    expect(breakingChanges(before, before)).toEqual([]);
  });

  it('is told once, not again in terms of federation, nor of scalars that nothing uses any more', () => {
    const withoutEntity = 'type Query { deal(id: ID!): Int }';
    expect(breakingChanges(before, withoutEntity).join()).not.toContain('_Entity');
    const rounded = schema('title: String, stage: Int');
    expect(breakingChanges(schema('title: String, stage: Float'), rounded)).toEqual([
      'Deal.stage changed type from Float to Int.',
    ]);
  });

  describe('needs a line with its reason', () => {
    const changes = ['Deal.stage was removed.'];

    it.each([
      ['nothing', ''],
      ['the line as it is proposed', explanationOf('deal', 'Deal.stage was removed.')],
      ['the line without a reason', explanationOf('deal', 'Deal.stage was removed.', '')],
      ['a line of another service', explanationOf('planning', 'Deal.stage was removed.', 'read Deal.state instead')],
      ['a line for another change', explanationOf('deal', 'Deal.title was removed.', 'nobody ever read it')],
    ])('%s does not do', (_, text) => {
      expect(unexplained('deal', changes, `# Schema changes\n\n${text}\n`)).toEqual(changes);
    });

    it('one line with … for any name does for all that are decided at once, and for nothing else', () => {
      const many = [
        'Mutation.sign changed type from SignResult! to SignResult.',
        'Mutation.lose changed type from A! to B.',
      ];
      const line = '- `…`: Mutation.… changed type from …! to …. — one failing mutation must not hide the others';
      for (const service of ['deal', 'customer-success']) expect(unexplained(service, many, line)).toEqual([]);
      const other = ['Query.sign changed type from A! to B.', 'Mutation.sign changed type from [A!] to B.'];
      expect(unexplained('deal', other, line)).toEqual(other);
    });

    it('the line with a reason does', () => {
      const line = explanationOf('deal', 'Deal.stage was removed.', 'read Deal.state instead');
      expect(unexplained('deal', changes, `# Schema changes\n\n${line}\n`)).toEqual([]);
    });
  });
});

describe('the version before', () => {
  let root: string;
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: root });
  const write = (text: string) => writeFileSync(join(root, 'schema.graphql'), text);
  const commit = (text: string) => {
    write(text);
    git('add', '.');
    git('commit', '-q', '-m', text);
  };
  const before = (now: string) => versionBefore(root, 'schema.graphql', now);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'history-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('is the last committed one while the change is not committed, and the one before it afterwards', () => {
    git('init', '-q');
    commit('one');
    expect(before('one')).toBeNull();
    expect(before('two')).toBe('one');
    commit('two');
    expect(before('two')).toBe('one');
    expect(before('three')).toBe('two');
  });

  it('is nothing without git', () => {
    expect(before('one')).toBeNull();
  });
});
