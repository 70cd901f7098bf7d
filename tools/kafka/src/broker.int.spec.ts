import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { kafkaSuite } from './availability';
import { type KafkaBroker, startKafka } from './broker';
import { type KafkaProgram, runKafkaClass } from './jvm';
import { freePort } from './ports';
import { processIdentity } from './processes';
import { prepareKafka } from './program';

const { title, skipped } = kafkaSuite('the Kafka broker', process.env);
const env = process.env;

(skipped ? describe.skip : describe)(title, () => {
  let program: KafkaProgram;
  let folder: string;
  let port: number;
  let broker: KafkaBroker;
  const started: KafkaBroker[] = [];

  const start = async (dataDir: string, wanted?: number, log?: (message: string) => void): Promise<KafkaBroker> => {
    const options = { dataDir, env, ...(wanted === undefined ? {} : { port: wanted }), ...(log ? { log } : {}) };
    const result = await startKafka(options);
    started.push(result);
    return result;
  };
  const tool = (name: string, args: string[], input?: string) =>
    runKafkaClass(
      program,
      `org.apache.kafka.tools.${name}`,
      ['--bootstrap-server', broker.brokers, ...args],
      input === undefined ? {} : { input },
    );
  const createTopic = (topic: string) => tool('TopicCommand', ['--create', '--topic', topic, '--partitions', '1']);
  const produce = (topic: string, lines: string[]) =>
    tool(
      'ConsoleProducer',
      ['--topic', topic, '--command-property', 'enable.idempotence=true'],
      `${lines.join('\n')}\n`,
    );
  const consume = async (topic: string, count: number) => {
    const args = [
      '--topic',
      topic,
      '--group',
      `${topic}-readers`,
      '--max-messages',
      String(count),
      '--timeout-ms',
      '20000',
    ];
    const first = ['--command-property', 'auto.offset.reset=earliest'];
    return (await tool('consumer.ConsoleConsumer', [...args, ...first])).trim().split('\n');
  };

  beforeAll(async () => {
    program = await prepareKafka({ env });
    folder = await mkdtemp(join(tmpdir(), 'fivepoint kafka, 数据-'));
    port = await freePort();
    broker = await start(folder, port);
  });
  afterAll(async () => {
    for (const each of started) await each.stop();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  it('keeps events and how far they were read through SIGKILL', async () => {
    await createTopic('contracts');
    await produce('contracts', ['signed 1', 'signed 2', '签约 3']);
    expect(await consume('contracts', 2)).toEqual(['signed 1', 'signed 2']);

    broker.kill();
    broker = await start(folder, port);
    await produce('contracts', ['signed 4']);
    expect(await consume('contracts', 2)).toEqual(['签约 3', 'signed 4']);
  });

  it('shuts down cleanly, and comes back on another port with everything', async () => {
    await createTopic('receipts');
    await produce('receipts', ['paid']);
    await broker.stop();
    await broker.exited;
    await stat(join(folder, 'log', '.kafka_cleanshutdown'));
    await expect(stat(join(folder, 'broker.json'))).rejects.toMatchObject({ code: 'ENOENT' });

    broker = await start(folder);
    expect(broker.port).not.toBe(port);
    expect(await consume('receipts', 1)).toEqual(['paid']);
  });

  it('makes no topic because somebody misspelt one', async () => {
    // A producer asks for a topic that is not there in the way that would make it.
    await tool('ConsoleProducer', ['--topic', 'contarcts', '--command-property', 'max.block.ms=1500'], 'lost\n');
    expect((await tool('TopicCommand', ['--list'])).split('\n')).not.toContain('contarcts');
  });

  it('answers on this machine only', async () => {
    const reached = (host: string) =>
      new Promise<boolean>((done) => {
        const socket = connect({ host, port: broker.port, timeout: 1000 });
        const answer = (value: boolean) => () => done((socket.destroy(), value));
        socket.once('connect', answer(true)).once('error', answer(false)).once('timeout', answer(false));
      });
    expect(await reached('127.0.0.1')).toBe(true);
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of outside) expect(await reached(address)).toBe(false);
  });

  it('names a port that is taken', async () => {
    const taken = createServer();
    const wanted = await freePort();
    await new Promise<void>((done) => taken.listen(wanted, '127.0.0.1', done));
    const other = await mkdtemp(join(tmpdir(), 'fivepoint-kafka-'));
    try {
      await expect(start(other, wanted)).rejects.toMatchObject({
        code: 'PORT_TAKEN',
        message: expect.stringContaining(`Port ${wanted} on 127.0.0.1 is taken`),
      });
    } finally {
      await new Promise((done) => taken.close(done));
      await rm(other, { recursive: true, force: true });
    }
  });

  it('leaves a broker alone whose owner still runs', async () => {
    await expect(start(folder)).rejects.toMatchObject({
      code: 'IN_USE',
      message: expect.stringContaining(`that process ${process.pid} started`),
    });
    expect(await processIdentity(broker.pid)).not.toBeNull();
  });

  describe('after a run that was killed', () => {
    let other: string;
    let stranger: ChildProcess | undefined;

    beforeEach(async () => {
      other = await mkdtemp(join(tmpdir(), 'fivepoint-kafka-'));
    });
    afterEach(async () => {
      stranger?.kill('SIGKILL');
      await rm(other, { recursive: true, force: true });
    });

    it('ends the broker that was left running and starts its own', async () => {
      const wanted = await freePort();
      const run = await killedRun(other, wanted);
      const left = JSON.parse(await readFile(join(other, 'broker.json'), 'utf8')) as { broker: { pid: number } };
      expect(await processIdentity(left.broker.pid)).not.toBeNull();
      expect(run.signalCode).toBe('SIGKILL');

      const said: string[] = [];
      const own = await start(other, wanted, (message) => said.push(message));
      expect(said[0]).toContain(`Ending the Kafka broker (process ${left.broker.pid})`);
      expect(await processIdentity(left.broker.pid)).toBeNull();
      expect(own.port).toBe(wanted);
      await own.stop();
    });

    it('does not touch a process that only has the number of its broker', async () => {
      stranger = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
      const past = { pid: stranger.pid, began: 'before the machine was restarted' };
      await writeFile(join(other, 'broker.json'), JSON.stringify({ broker: past, owner: past }));
      const own = await start(other);
      expect(await processIdentity(stranger.pid ?? 0)).not.toBeNull();
      await own.stop();
    });
  });
});

/** Starts a broker by the command, and kills the command as soon as the broker answers. */
async function killedRun(dataDir: string, port: number): Promise<ChildProcess> {
  const root = resolve(__dirname, '..', '..', '..');
  const args = ['-r', '@swc-node/register', 'tools/kafka/src/main.ts', '--data', dataDir, '--port', String(port)];
  const run = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, TS_NODE_PROJECT: join(root, 'tsconfig.base.json') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise((done) => run.once('exit', done));
  await new Promise<void>((done, failed) => {
    run.stdout?.on('data', (chunk: Buffer) => chunk.toString().includes('answers on') && done());
    run.once('exit', (code) => failed(new Error(`main.ts ended with ${code}`)));
  });
  run.kill('SIGKILL');
  await exited;
  return run;
}
