import { join } from 'node:path';
import { uuidv7 } from '@fivepoint/kernel';
import { eventually, otherProcess, type OtherProcess } from '@fivepoint/testing';
import { createBus, inProcessTransport, on } from '../index';
import { acceptance } from '../spec/acceptance';
import {
  effectsOf,
  fact,
  leaveEffect,
  recordingLog,
  signed,
  type SpecCommand,
  type SpecService,
  specService,
} from '../spec/house';

describe('events in one process', () => {
  acceptance(async () => {
    const bus = createBus();
    return {
      transport: () => inProcessTransport(bus, { log: recordingLog(), pollMs: 200 }),
      replayMissing: async (_owner, subscriber, consumer) => {
        await subscriber.operators.replay({ consumer, mode: 'missing', scope: {} });
      },
      end: async () => undefined,
    };
  }, 15_000);

  describe('beyond what all transports do', () => {
    let deal: SpecService;
    let receivables: SpecService;
    let children: OtherProcess[];
    beforeEach(async () => {
      children = [];
      [deal, receivables] = [await specService('deal'), await specService('receivables')];
    });
    afterEach(async () => {
      await Promise.all(children.map((child) => child.end()));
      await Promise.all([deal.stop(), receivables.stop()]);
    });

    const leave = on(signed, (command: SpecCommand, event) => leaveEffect('receivables', command, event));
    const cursor = () => receivables.look<{ position: string }>('select position from in_process_cursor');

    it('needs no owner to be ready, and hears of it when it comes', async () => {
      const bus = createBus();
      const log = recordingLog();
      const subscriber = await receivables.start(inProcessTransport(bus, { log, pollMs: 60_000 }), [
        { name: 'receivables', handlers: [leave] },
      ]);
      await eventually(() => expect(subscriber.ready()).toBe(true));
      await deal.emit([fact(signed, uuidv7())]);
      const owner = await deal.start(inProcessTransport(bus, { log }), []);
      await eventually(async () => expect(await effectsOf(receivables)).toHaveLength(1));
      await owner.stop();
      await deal.start(inProcessTransport(bus, { log }), []);
      await deal.emit([fact(signed, uuidv7())]);
      await eventually(async () => expect(await effectsOf(receivables)).toHaveLength(2));
      expect(await cursor()).toEqual([{ position: '2' }]);
    });

    it('reads on from its cursor, which moves with what it stores or not at all', async () => {
      const bus = createBus();
      const log = recordingLog();
      await deal.start(inProcessTransport(bus, { log }), []);
      await deal.emit(Array.from({ length: 30 }, () => fact(signed, uuidv7())));
      await receivables.look(`
        create function stumble() returns trigger language plpgsql as $$ begin
          if new.position = 20 and random() < 0.6 then raise 'stumbled' using errcode = '57014'; end if;
          return new;
        end $$;
        create trigger stumble before update on in_process_cursor for each row execute function stumble()`);
      const transport = inProcessTransport(bus, { log, batch: 10, pollMs: 50 });
      await receivables.start(transport, [{ name: 'receivables', handlers: [leave] }]);
      await eventually(async () => expect(await cursor()).toEqual([{ position: '30' }]), { timeoutMs: 20_000 });
      await eventually(async () => expect(await effectsOf(receivables)).toHaveLength(30));
      const [row] = await receivables.look<{ count: string }>('select count(*) from inbox');
      expect(row?.count).toBe('30');
    });

    it('does not go on in a log that is not the one it has read so far', async () => {
      const bus = createBus();
      const log = recordingLog();
      await deal.start(inProcessTransport(bus, { log }), []);
      const subscriber = await receivables.start(inProcessTransport(bus, { log, pollMs: 50 }), [
        { name: 'receivables', handlers: [leave] },
      ]);
      await deal.emit([fact(signed, uuidv7())]);
      await eventually(async () => expect(await effectsOf(receivables)).toHaveLength(1));
      await deal.look('update relay_state set log_id = gen_random_uuid()');
      await deal.emit([fact(signed, uuidv7())]);
      await eventually(() => expect(subscriber.ready()).toBe(false));
      expect(await effectsOf(receivables)).toHaveLength(1);
      expect(log.lines.filter(({ level }) => level === 'error')[0]?.message).toMatch(/not the one that was read/);
    });

    it('survives SIGKILL of the whole process at any moment: nothing is lost, nothing is done twice', async () => {
      const urls = [deal, receivables].map(({ database: { appUrl, relayUrl, superuserUrl } }) => ({
        appUrl,
        relayUrl,
        superuserUrl,
      }));
      const file = join(__dirname, '../spec/whole-house-process.ts');
      const wholeHouse = async (count: number) => {
        const child = await otherProcess(
          `require(${JSON.stringify(file)}).emitAndHandle(${JSON.stringify(urls)}, ${count})`,
        );
        children.push(child);
        return child;
      };
      for (let kill = 0; kill < 3; kill++) {
        const child = await wholeHouse(100_000);
        const before = (await effectsOf(receivables)).length;
        await eventually(async () => expect((await effectsOf(receivables)).length).toBeGreaterThan(before), {
          timeoutMs: 20_000,
        });
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 300));
        await child.end('SIGKILL');
      }
      const last = await wholeHouse(0);
      const [written] = await deal.look<{ count: number }>('select count(*)::int as count from outbox');
      await eventually(async () => expect((await effectsOf(receivables)).length).toBe(written!.count), {
        timeoutMs: 20_000,
      });
      await last.end();
      const rows = await receivables.look<{ key: string; sequences: string[] }>(
        'select key, array_agg(sequence order by n) as sequences from effect group by key',
      );
      for (const { sequences } of rows) expect(sequences).toEqual(sequences.map((_, n) => String(n + 1)));
      expect(await receivables.look(`select from inbox where state <> 'DONE'`)).toEqual([]);
    });
  });
});
