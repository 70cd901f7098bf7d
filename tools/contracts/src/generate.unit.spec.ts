import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { contractsRoot } from './sources';

const workspace = resolve(__dirname, '../../..');
let copy: string;

/** Runs the command as a person does. It is a process of its own, because prettier loads itself as ES modules, which jest does not. */
function generate(...args: string[]): { code: number | null; output: string } {
  const run = spawnSync(process.execPath, ['-r', '@swc-node/register', join(__dirname, 'generate.ts'), ...args], {
    cwd: workspace,
    encoding: 'utf8',
    env: { ...process.env, TS_NODE_PROJECT: join(workspace, 'tsconfig.base.json') },
  });
  return { code: run.status, output: run.stdout + run.stderr };
}

function change(path: string, from: string, to: string): void {
  const text = readFileSync(join(copy, path), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(copy, path), text.replace(from, to));
}

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'contracts-'));
  cpSync(contractsRoot, copy, { recursive: true });
});
afterEach(() => rmSync(copy, { recursive: true, force: true }));

describe('contracts:generate --check', () => {
  it('finds the checked-in files as the schemas give them', () => {
    expect(generate('--check')).toEqual({ code: 0, output: '' });
  });

  it('names the files that a changed schema made stale, and a run without --check writes them', () => {
    change('events/deal/deal-lost.v1.schema.json', 'A deal ended without a contract.', 'A deal ended otherwise.');
    const check = generate('--check', '--root', copy);
    expect(check.code).toBe(1);
    expect(check.output).toContain('src/generated/events.ts');
    expect(check.output).toContain('asyncapi.json');
    expect(generate('--root', copy)).toEqual({
      code: 0,
      output: 'wrote libs/contracts/src/generated/events.ts\nwrote libs/contracts/asyncapi.json\n',
    });
    expect(generate('--check', '--root', copy).code).toBe(0);
  });

  it('names a generated file that was edited by hand, and only that', () => {
    change('asyncapi.json', 'Fivepoint lifecycle events', 'Our events');
    const check = generate('--check', '--root', copy);
    expect(check.output.trim().split('\n').slice(1)).toEqual(['  asyncapi.json']);
    expect(check.code).toBe(1);
  });

  it('refuses a breaking change of a published type, and writes nothing', () => {
    expect(generate('--publish', '--root', copy).code).toBe(0);
    change('events/deal/deal-lost.v1.schema.json', '"lostOn": {', '"lostAt": {');
    change('events/deal/deal-lost.v1.schema.json', '"lostOn"', '"lostAt"');
    for (const mode of [['--check'], ['--publish'], []]) {
      const { code, output } = generate(...mode, '--root', copy);
      expect(code).toBe(1);
      expect(output).toContain('fivepoint.deal.deal-lost.v1: data.lostOn was published and is gone');
      expect(output).toContain('fivepoint.deal.deal-lost.v1: data.lostAt is new, so it must be optional');
    }
    expect(readFileSync(join(copy, 'src/generated/events.ts'), 'utf8')).not.toContain('lostAt');
  });

  it('says what a schema must have', () => {
    change('events/deal/deal-lost.v1.schema.json', '"x-key": "/accountId"', '"x-key": "/account"');
    const { code, output } = generate('--check', '--root', copy);
    expect(code).toBe(1);
    expect(output).toBe(
      'events/deal/deal-lost.v1.schema.json: x-key must be the JSON pointer of a field of the data, such as /accountId\n',
    );
  });
});
