import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const workspace = resolve(__dirname, '../../..');
const { scripts } = JSON.parse(readFileSync(join(workspace, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

/** Every command that is a program of ours; what stands behind `npm test` are jest's patterns. */
const commands = Object.entries(scripts).flatMap(([name, script]): [string, string][] => {
  const program = /^node tools\/setup\/run\.cjs (\S+)$/.exec(script)?.[1];
  return program && name !== 'test' ? [[name === 'start' ? 'npm start' : `npm run ${name}`, program]] : [];
});

describe('a word that a command does not know', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'fivepoint-commands-'));
  mkdirSync(join(dataDir, 'logs'));
  afterAll(() => rmSync(dataDir, { recursive: true }));

  const run = (program: string, word: string) =>
    new Promise<{ code: unknown; stdout: string; stderr: string }>((done) => {
      const env = { ...process.env, FIVEPOINT_DATA: dataDir };
      execFile(
        process.execPath,
        ['tools/setup/run.cjs', program, word],
        { cwd: workspace, env, timeout: 90_000 },
        (error, stdout, stderr) => done({ code: error?.code ?? 0, stdout, stderr }),
      );
    });

  it.each(commands)('ends %s before it has done anything, and tells how it is used', async (command, program) => {
    const { code, stdout, stderr } = await run(program, '--no-such-option');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^Unknown option '--no-such-option'\n\n[A-Z]/);
    expect(stderr.replace('npm run -s ', 'npm run ')).toContain(command);
    expect(readdirSync(dataDir)).toEqual(['logs']);
  });

  it('is no mistake where it asks for help', async () => {
    const { code, stdout, stderr } = await run('tools/dev/src/reset.ts', '--help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('npm run reset');
    expect(readdirSync(dataDir)).toEqual(['logs']);
  });
});
