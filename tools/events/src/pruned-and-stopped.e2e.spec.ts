import { execFile } from 'node:child_process';
import { eventually } from '@fivepoint/testing';
import { repositoryRoot } from '../../local/src/settings';
import { houseAtWork } from './spec/house-at-work';

/** What leaves its mark on a house: a hole that nothing can fill any more, and a stop. */
describe('npm run events, in a house of its own', () => {
  const { events, look, accountHitBy, knownTo, start, stop, dataDir } = houseAtWork();

  it('refuses a rebuild of what has been pruned, keeps what was not read, and tells of holes for ever', async () => {
    const { id } = await accountHitBy('lose', 'acquisition');
    await look('planning', `update in_process_cursor set position = 0 where topic = 'fivepoint.deal'`);
    const pruned = await events('prune', '--outbox-before', '0m');
    expect(pruned).toMatch(/planning: deleted [1-9]\d* from the outbox\n/);
    expect(pruned).toMatch(/deal: deleted 0 from the outbox; kept what planning\S* has not read\n/);
    const entries = await look('planning', 'select from timeline_entry');
    await expect(events('replay', 'planning.timeline', '--rebuild')).rejects.toThrow(
      /the outbox of fivepoint.\S+ has been pruned within this scope, until 20/,
    );
    expect(await look('planning', 'select from timeline_entry')).toHaveLength(entries.length);
    expect(await events('replay', 'acquisition')).toMatch(
      new RegExp(
        `still missing: event 1 of key ${id} in fivepoint.planning; its owner's outbox has been pruned until .*\nexit 1`,
      ),
    );
    expect(await events('prune', 'planning', '--inbox-before', '0m')).toMatch(
      /^planning: deleted [1-9]\d* from the inbox\n/,
    );
  });

  it('works as a process of its own, also while the house does not run', async () => {
    const { id, name } = await accountHitBy('lose', 'acquisition');
    await stop();
    const run = (...args: string[]) =>
      new Promise<{ code: number; output: string; errors: string }>((done) => {
        const env = { ...process.env, FIVEPOINT_DATA: dataDir() };
        const program = ['tools/setup/run.cjs', 'tools/events/src/main.ts', ...args];
        execFile(process.execPath, program, { cwd: repositoryRoot, env }, (error, output, errors) =>
          done({ code: error ? Number(error.code) : 0, output, errors }),
        );
      });
    const missing = await run('missing');
    expect(missing).toMatchObject({
      code: 0,
      output: expect.stringMatching(new RegExp(`acquisition +fivepoint.planning +.+ +${id} +1 +2\n`)) as string,
    });
    expect(await run('replay', 'nobody')).toMatchObject({
      code: 1,
      errors: expect.stringContaining('there is no consumer "nobody"') as string,
    });
    await start();
    expect(await events('replay', 'acquisition', '--key', id)).toMatch(/\nexit 0$/);
    await eventually(async () => expect(await knownTo('acquisition', id)).toBe(name));
  });
});
