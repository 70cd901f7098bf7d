import type { AtWork } from '@fivepoint/service';
import { connected, eventually, type Result } from '@fivepoint/testing';
import { house, run } from '../spec/house';
import { planWith, rehearsalOf, untilStatus, vastPlan } from '../spec/rehearsing';
import { type Claim, claimNext } from './claims';
import { rehearse } from './rehearse';
import { mostAttempts, rehearsalRunner } from './runner';
import { beginRehearsal, completeRehearsal, failRehearsal, putBack } from './steps';

const brisk = { leaseMs: 600, progressMs: 50, pollMs: 20 };
const patient = { ...brisk, leaseMs: 60_000 };

describe('who plays rehearsals through', () => {
  let atWork: AtWork | undefined;
  const at = house({
    background: [
      (given) => {
        atWork = given;
        return { stop: async () => undefined };
      },
    ],
  });
  const work = (): AtWork => {
    if (!atWork) throw new Error('the service has not started');
    return atWork;
  };
  const runners: { stop(): Promise<void> }[] = [];
  const startRunner = (tuning = patient) => {
    const runner = rehearsalRunner(tuning)(work());
    runners.push(runner);
    return runner;
  };
  afterEach(async () => {
    for (const runner of runners.splice(0)) await runner.stop();
    await connected(at.service.superuserUrl, (client) => client.query('delete from rehearsal_work'));
  });

  const start = async (over: object = {}): Promise<string> => {
    const { planId } = await planWith(at.admin, [{ target: 100, probability: 5_000 }]);
    const started = await run(at.admin, 'startRehearsal', { planId, trialCount: 1_000, seed: '1', ...over });
    expect(started).toMatchObject({ status: 'QUEUED', nextStatuses: ['RUNNING', 'CANCELLED', 'FAILED'] });
    return String(started.id);
  };
  const startVast = async (): Promise<string> => {
    const { planId } = await vastPlan(at.admin, at.service);
    const started = await run(at.admin, 'startRehearsal', { planId, trialCount: 200_000, seed: '1' });
    expect(started).toMatchObject({ status: 'QUEUED' });
    return String(started.id);
  };
  const claim = async (leaseMs = 60_000): Promise<Claim> => {
    const claimed = await claimNext(work(), leaseMs);
    if (!claimed) throw new Error('nothing waits');
    return claimed;
  };
  const played = async (mine: Claim) => {
    const task = await beginRehearsal(work(), mine);
    if (!task) throw new Error('the claim does not hold');
    return { task, rehearsed: rehearse(task) };
  };
  const waiting = () =>
    connected(at.service.superuserUrl, async (client) => {
      const { rows } = await client.query<{ attempts: number }>('select attempts from rehearsal_work');
      return rows;
    });
  const told = async (id: string) =>
    (await at.service.published('fivepoint.planning.plan-rehearsed.v1')).filter(({ data }) => data.rehearsalId === id);

  it('claims each once, however many look', async () => {
    const ids = [await start(), await start(), await start()];
    const claims = await Promise.all(Array.from({ length: 6 }, () => claimNext(work(), 60_000)));
    const taken = claims.flatMap((one) => one?.rehearsalId ?? []);
    expect(taken.sort()).toEqual(ids.sort());
  });

  it('plays each through once, with two runners at work', async () => {
    startRunner();
    startRunner();
    const ids = [await start(), await start(), await start()];
    for (const id of ids) {
      await untilStatus(at.admin, id, 'DONE');
      expect(await told(id)).toHaveLength(1);
    }
    expect(await waiting()).toEqual([]);
  });

  it('takes over from one that died, and writes nothing that comes from it any more', async () => {
    const id = await start();
    const dead = await claim(brisk.leaseMs);
    const { task, rehearsed } = await played(dead);
    expect(await rehearsalOf(at.admin, id)).toMatchObject({ status: 'RUNNING' });
    expect(await claimNext(work(), 60_000)).toBeNull();
    const next = await eventually(() => claim());
    expect(next).toMatchObject({ rehearsalId: id, attempts: 2 });
    expect(await beginRehearsal(work(), next)).toEqual(task);

    await completeRehearsal(work(), dead, task, rehearsed);
    await failRehearsal(work(), dead, 'late');
    await putBack(work(), dead, { counts: false });
    expect(await rehearsalOf(at.admin, id)).toMatchObject({ status: 'RUNNING', result: null });
    await completeRehearsal(work(), next, task, rehearsed);
    expect(await rehearsalOf(at.admin, id)).toMatchObject({ status: 'DONE', doneTrialCount: 1_000 });
    await completeRehearsal(work(), next, task, rehearsed);
    expect(await told(id)).toHaveLength(1);
  });

  it('gives up what never comes to its end, with the reason', async () => {
    const id = await start();
    for (let attempt = 1; attempt <= mostAttempts; attempt++) {
      const mine = await eventually(() => claim(1));
      expect(mine).toMatchObject({ rehearsalId: id, attempts: attempt });
      await beginRehearsal(work(), mine);
    }
    startRunner();
    expect(await untilStatus(at.admin, id, 'FAILED')).toMatchObject({
      failureReason: 'Its process ended each time before it was done.',
      nextStatuses: [],
      result: null,
    });
    expect(await waiting()).toEqual([]);
  });

  it('gives up what breaks each time, and goes on with the next', async () => {
    const id = await start();
    await connected(at.service.superuserUrl, (client) =>
      client.query(`update rehearsed_line set payments = '[]' where rehearsal_id = $1`, [id]),
    );
    const next = await start();
    startRunner();
    expect(await untilStatus(at.admin, id, 'FAILED')).toMatchObject({
      failureReason: 'It broke in each of 3 starts; the log says why.',
    });
    await untilStatus(at.admin, next, 'DONE');
    expect(await told(id)).toEqual([]);
  });

  it('tells how far it has come and lets others be answered meanwhile; stops when it is called off', async () => {
    startRunner();
    const id = await startVast();
    const running = await eventually(
      async () => {
        const rehearsal = await rehearsalOf(at.admin, id);
        expect(Number(rehearsal['doneTrialCount'])).toBeGreaterThan(1_000);
        return rehearsal;
      },
      { timeoutMs: 120_000 },
    );
    expect(running).toMatchObject({ status: 'RUNNING', nextStatuses: ['QUEUED', 'DONE', 'CANCELLED', 'FAILED'] });
    expect(Number(running['doneTrialCount'])).toBeLessThan(200_000);
    const cancelled = await run(at.admin, 'cancelRehearsal', { rehearsalId: id });
    expect(cancelled).toMatchObject({ __typename: 'Rehearsal', status: 'CANCELLED', nextStatuses: [] });
    expect(await run(at.admin, 'cancelRehearsal', { rehearsalId: id })).toMatchObject({
      __typename: 'TransitionRefused',
      fromState: 'CANCELLED',
      allowed: [],
    });
    // The next one gets its turn only when the runner has left the one that was called off.
    await untilStatus(at.admin, await start(), 'DONE');
    expect(await rehearsalOf(at.admin, id)).toMatchObject({ status: 'CANCELLED', result: null });
    expect(await told(id)).toEqual([]);
  });

  it('puts back what it is playing when it is stopped, and that start does not count', async () => {
    const runner = startRunner();
    const id = await startVast();
    await untilStatus(at.admin, id, 'RUNNING');
    await runner.stop();
    expect(await rehearsalOf(at.admin, id)).toMatchObject({ status: 'QUEUED', doneTrialCount: 0, startedAt: null });
    expect(await waiting()).toEqual([{ attempts: 0 }]);
    expect(await claim()).toMatchObject({ rehearsalId: id, attempts: 1 });
  });

  it('calls off what waits, for who may see it and has seen this version', async () => {
    const id = await start();
    const send = (over: object, graph: Pick<typeof at.admin, 'query'> = at.admin) =>
      run(graph, 'cancelRehearsal', { rehearsalId: id, ...over });
    const stranger = await at.service.as({ roles: ['MANAGER'], teams: ['south'] });
    expect(await send({}, stranger)).toMatchObject({ __typename: 'NotFound', entity: 'Rehearsal' });
    expect(await send({ expectedVersion: 2 })).toMatchObject({ expectedVersion: 2, actualVersion: 1 });
    expect(await send({ expectedVersion: 1 })).toMatchObject({ status: 'CANCELLED' });
    expect(await waiting()).toEqual([]);
    const audited = (await at.service.audit(id)).map(({ mutation }) => mutation);
    expect(audited).toEqual(['startRehearsal', 'cancelRehearsal']);
  });

  it('is asked once for a key that is sent twice', async () => {
    const { planId } = await planWith(at.admin, [{ target: 100, probability: 5_000 }]);
    const input = { planId, idempotencyKey: 'once' };
    const ids = [await run(at.admin, 'startRehearsal', input), await run(at.admin, 'startRehearsal', input)].map(
      ({ id }: Result) => id,
    );
    expect(new Set(ids).size).toBe(1);
    expect(await waiting()).toHaveLength(1);
  });
});
