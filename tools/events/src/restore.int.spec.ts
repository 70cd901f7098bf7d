import { uuidv7 } from '@fivepoint/kernel';
import { describeKafka, eventually } from '@fivepoint/testing';
import { Deployment } from './spec/deployment';

const registered = 'fivepoint.planning.account-registered.v1';
const updated = 'fivepoint.planning.account-updated.v1';

/** What docs/operations.md says about it, done. */
describeKafka('after a restore of one database from a backup', (kafka) => {
  let house: Deployment;
  beforeEach(async () => {
    house = await Deployment.open(kafka);
  });
  afterEach(() => house.close());

  const handledUpTo = (key: string, sequence: number) =>
    eventually(
      async () =>
        expect(
          await house.look('acquisition', `select handled, state from inbox_stream where tenant_id = $1 and key = $2`, [
            house.tenantId,
            key,
          ]),
        ).toEqual([{ handled: String(sequence), state: 'IDLE' }]),
      { timeoutMs: 120_000 },
    );
  const reconcile = () => house.events(['reconcile', '--consumer', 'acquisition', '--grace', '0s']);
  const row = (key: string, received: number, published: number) =>
    new RegExp(`acquisition +fivepoint.planning +${house.tenantId} +${key} +${received} +${published}\\b`);

  it('a reader lacks what it had received since, for Kafka does not bring it again; a replay does', async () => {
    const [known, later] = [uuidv7(), uuidv7()];
    await house.publish(known, registered, updated);
    await handledUpTo(known, 2);
    await house.stop('acquisition');
    await house.backUp('acquisition');
    await house.start('acquisition');
    await house.publish(known, updated);
    await house.publish(later, registered, updated);
    await Promise.all([handledUpTo(known, 3), handledUpTo(later, 2)]);

    await house.stop('acquisition');
    await house.restore('acquisition');
    await house.start('acquisition');
    await house.ready();
    // The group is behind all of it: what comes next would be the first to show a hole.
    await house.publish(uuidv7(), registered);
    await eventually(async () => expect(await house.look('acquisition', 'select from inbox_stream')).toHaveLength(2), {
      timeoutMs: 120_000,
    });
    expect(await house.events(['missing', '--consumer', 'acquisition'])).toBe('nothing is missing\nexit 0');
    const told = await reconcile();
    expect(told).toMatch(row(known, 2, 3));
    expect(told).toMatch(row(later, 0, 2));
    expect(told).toMatch(/\nexit 1$/);
    const [, replay] = /^npm run events -- (replay acquisition --since \S+)$/m.exec(told)!;
    expect(await house.events(replay!.split(' '))).toMatch(/^sent acquisition [3-9] events, through Kafka\nexit 0$/);
    await Promise.all([handledUpTo(known, 3), handledUpTo(later, 2)]);
    expect(await reconcile()).toMatch(/^nothing is missing.*\nexit 0$/);
    expect(
      await house.look('acquisition', 'select from master_data where id = any($1)', [[known, later]]),
    ).toHaveLength(2);
  });

  it('an owner lacks what its readers have, and gives numbers twice unless it is told where to go on', async () => {
    const [known, unknown, spared] = [uuidv7(), uuidv7(), uuidv7()];
    await house.publish(known, registered);
    await house.publish(spared, registered);
    await Promise.all([handledUpTo(known, 1), handledUpTo(spared, 1)]);
    await house.stop('planning');
    await house.backUp('planning');
    await house.start('planning');
    for (const key of [known, spared]) await house.publish(key, updated);
    await house.publish(unknown, registered);
    await Promise.all([handledUpTo(known, 2), handledUpTo(spared, 2), handledUpTo(unknown, 1)]);

    await house.stop('planning');
    await house.restore('planning');
    const told = await reconcile();
    expect(told).toMatch(/unknown to their owner, whose database is older than them:\n/);
    for (const [key, received, given] of [
      [known, 2, 1],
      [spared, 2, 1],
      [unknown, 1, 0],
    ] as const)
      expect(told).toMatch(row(key, received, given));
    expect(told).toMatch(/\nexit 1$/);
    for (const [key, received] of [
      [spared, 2],
      [unknown, 1],
    ] as const)
      await house.look(
        'planning',
        `insert into event_stream (tenant_id, key, last_sequence) values ($1, $2, $3)
         on conflict (tenant_id, key) do update set last_sequence = greatest(event_stream.last_sequence, excluded.last_sequence)`,
        [house.tenantId, key, received],
      );
    await house.start('planning');
    for (const key of [known, spared, unknown]) await house.publish(key, updated);
    await Promise.all([handledUpTo(spared, 3), handledUpTo(unknown, 2), handledUpTo(known, 2)]);
    await eventually(
      async () =>
        expect(await house.events(['rejected', '--consumer', 'acquisition'])).toMatch(
          /acquisition +fivepoint.planning .* sequence 2 of its key is taken by event /,
        ),
      { timeoutMs: 120_000 },
    );
    const after = await reconcile();
    expect(after).toMatch(/are not the same event with reader and owner: the owner has given a number twice:\n/);
    expect(after).toMatch(row(known, 2, 2));
    for (const key of [spared, unknown]) expect(after).not.toMatch(key);
    expect(after).toMatch(/\nexit 1$/);
  });
});
