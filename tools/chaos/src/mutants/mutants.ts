import type { Mutant } from './mutant';

const messaging = 'libs/messaging/src';

/** One for each rule of messaging. The code is put in as text: it need only work. */
export const mutants: readonly Mutant[] = [
  {
    name: 'publish-outside-the-transaction',
    breaks: 'a command commits its change, and writes its events afterwards',
    mode: 'embedded',
    edits: [
      {
        file: 'libs/service/src/command/run-command.ts',
        find: `return await inTenant(dataSource, cause.identity.tenantId, (manager) =>
        withinTransaction(manager, settings, cause, name, input, work),
      );`,
        replace: `const commands = [];
      const result = await inTenant(dataSource, cause.identity.tenantId, (manager) =>
        withinTransaction(manager, settings, cause, name, input, (command) => (commands.push(command), work(command))),
      );
      for (const command of commands)
        await inTenant(dataSource, cause.identity.tenantId, (manager) => ((command.manager = manager), command.flush()));
      return result;`,
      },
      {
        file: 'libs/service/src/command/run-command.ts',
        find: `  await command.flush();\n`,
        replace: '',
      },
    ],
    kills: [
      { point: 'command/after-commit', service: 'receivables' },
      { point: 'command/after-commit', service: 'receivables' },
    ],
    expected: 'lost',
  },
  {
    name: 'effects-outside-the-transaction',
    breaks: 'a handler commits its effects, and DONE is recorded afterwards',
    mode: 'embedded',
    edits: [
      {
        file: `${messaging}/in/handle-step.ts`,
        find: '{ runInTransaction, tuning }: StepSettings<C>,\n  handler',
        replace: '{ runInTransaction, tuning, claimant }: StepSettings<C> & { claimant },\n  handler',
      },
      {
        file: `${messaging}/in/handle-step.ts`,
        find: 'handled = await done(sql, started, last(), null);',
        replace: `handled = { kind: 'done', woken: false, ended: last() };`,
      },
      {
        file: `${messaging}/in/handle-step.ts`,
        find: `    return 'WAITING';\n  });\n  return handled;`,
        replace: `    return 'WAITING';\n  });
  if (handled.kind === 'done') await recordDone(sqlOf(claimant.pool), started, handled.ended, null);
  return handled;`,
      },
    ],
    kills: Array.from({ length: 4 }, () => ({ point: 'handler/after-commit', service: 'customer-success' })),
    expected: 'double',
  },
  {
    name: 'cursor-outside-the-receipt',
    breaks: 'the in-process cursor moves before what it has read is in the inbox',
    mode: 'embedded',
    edits: [
      {
        file: `${messaging}/in/receive.ts`,
        find: '    if (move) await sql(moveCursor, [settings.consumer, topic, move.logId, move.position]);\n',
        replace: '',
      },
      {
        file: `${messaging}/in/receive.ts`,
        find: '  await inTransaction(settings.pool, async (sql) => {\n    if (arrivals.length > 0)',
        replace: `  if (move) await sqlOf(settings.pool)(moveCursor, [settings.consumer, topic, move.logId, move.position]);
  await inTransaction(settings.pool, async (sql) => {\n    if (arrivals.length > 0)`,
      },
    ],
    kills: [{ point: 'receipt/before-commit', service: 'planning' }],
    expected: 'lost',
  },
  {
    name: 'positions-at-random',
    breaks: 'the relay gives places in the log without regard to the order of a stream',
    mode: 'embedded',
    edits: [
      {
        file: `${messaging}/out/relay.ts`,
        find: 'select entry, row_number() over (order by entry) as n',
        replace: 'select entry, row_number() over (order by entry desc) as n',
      },
    ],
    kills: [],
    expected: 'out of order',
  },
  {
    name: 'no-inbox-check',
    breaks: 'what comes twice is stored and handled again',
    mode: 'kafka',
    edits: [
      {
        file: `${messaging}/in/receive.ts`,
        find: `(tenant_id, consumer, key, topic, received, state, due_at, past)
  select tenant_id, $1, key, $2, max(sequence), 'READY', clock_timestamp(), bool_and(past)`,
        replace: `(tenant_id, consumer, key, topic, received, state, due_at, past, handled)
  select tenant_id, $1, key, $2, max(sequence), 'READY', clock_timestamp(), bool_and(past), min(sequence) - 1`,
      },
      {
        file: `${messaging}/in/receive.ts`,
        find: `    state = case when s.state in ('IDLE', 'MISSING') and excluded.received > s.handled then 'READY' else s.state end,
    due_at = case when s.state in ('IDLE', 'MISSING') and excluded.received > s.handled then clock_timestamp() else s.due_at end`,
        replace: `    handled = least(s.handled, excluded.handled),
    state = case when s.state in ('IDLE', 'MISSING') then 'READY' else s.state end,
    due_at = case when s.state in ('IDLE', 'MISSING') then clock_timestamp() else s.due_at end`,
      },
      {
        file: `${messaging}/in/receive.ts`,
        find: 'from incoming join stream using',
        // A statement may not update a row twice: what one batch holds twice is handled again once.
        replace: 'from (select distinct on (event_id) * from incoming) incoming join stream using',
      },
      {
        file: `${messaging}/in/receive.ts`,
        find: 'on conflict do nothing\n  returning event_id',
        replace:
          'on conflict (tenant_id, consumer, event_id) do update set state = excluded.state, done_at = null\n  returning event_id',
      },
    ],
    // Its timeline notes every event: of other consumers, most do nothing the second time.
    kills: Array.from({ length: 3 }, () => ({ point: 'receipt/after-commit', service: 'planning' })),
    expected: 'double',
  },
  {
    name: 'offset-before-receipt',
    breaks: 'the offset of a batch is committed before the batch is in the inbox',
    mode: 'kafka',
    edits: [
      {
        file: `${messaging}/kafka/subscription.ts`,
        find: 'commitOffsetsIfNecessary, isRunning, isStale }: EachBatchPayload',
        replace: 'commitOffsetsIfNecessary, uncommittedOffsets, isRunning, isStale }: EachBatchPayload',
      },
      {
        file: `${messaging}/kafka/subscription.ts`,
        find: '    const backoff = new Backoff(100, 2_000);\n',
        replace: `    const backoff = new Backoff(100, 2_000);
    resolveOffset(messages.at(-1)!.offset);
    await commitOffsetsIfNecessary(uncommittedOffsets());\n`,
      },
    ],
    kills: [{ point: 'receipt/before-commit', service: 'planning' }],
    expected: 'lost',
  },
  {
    name: 'record-before-publish',
    breaks: 'a batch is recorded as published before it is',
    mode: 'kafka',
    edits: [
      {
        file: `${messaging}/out/relay.ts`,
        find: '    backoff.reset();\n    await sql(recordPublished, [transport.name, last.position]);\n',
        replace: '    backoff.reset();\n',
      },
      {
        file: `${messaging}/out/relay.ts`,
        find: '    try {\n      const envelopes =',
        replace: '    await sql(recordPublished, [transport.name, last.position]);\n    try {\n      const envelopes =',
      },
    ],
    kills: [{ point: 'relay/after-record', service: 'receivables' }],
    expected: 'lost',
  },
];
