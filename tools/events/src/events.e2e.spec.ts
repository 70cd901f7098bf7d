import { uuidv7 } from '@fivepoint/kernel';
import { eventually } from '@fivepoint/testing';
import { houseAtWork, registered } from './spec/house-at-work';

describe('npm run events, beside a house at work', () => {
  const { events, look, allHandled, lin, accountHitBy, knownTo } = houseAtWork();

  it('fills a hole: shows it, sends the consumer what it lacks, and the stream goes on', async () => {
    expect(await events('missing')).toBe('nothing is missing\nexit 0');
    const { id, name } = await accountHitBy('lose', 'acquisition');
    expect(await events('missing')).toMatch(new RegExp(`acquisition +fivepoint.planning +.+ +${id} +1 +2\n`));
    expect(await events('missing', '--consumer', 'deal')).toBe('nothing is missing\nexit 0');
    expect(await events('replay', 'acquisition', '--key', id)).toBe(
      'sent acquisition 2 events, into its inbox\nexit 0',
    );
    await eventually(async () => expect(await knownTo('acquisition', id)).toBe(name));
    expect(await events('missing')).toBe('nothing is missing\nexit 0');
  });

  it('finds an event that was lost at the end of its stream, where no gauge shows it, and says what sends it again', async () => {
    const { registerAccount } = await lin().ask<{ registerAccount: { id: string } }>(
      'mutation ($input: RegisterAccountInput!) { registerAccount(input: $input) { ... on Account { id } } }',
      { input: { name: uuidv7() } },
    );
    const { id } = registerAccount;
    await allHandled();
    expect(await events('reconcile')).toMatch(/^nothing is missing: compared \d+ consumers and topics\nexit 0$/);
    for (const table of ['inbox', 'inbox_stream'])
      await look('acquisition', `delete from ${table} where consumer = 'acquisition' and key = $1`, [id]);
    await look('acquisition', 'delete from master_data where id = $1', [id]);
    expect(await events('missing')).toBe('nothing is missing\nexit 0');
    expect(await events('reconcile', '--grace', '1h')).toMatch(/\nexit 0$/);
    const told = await events('reconcile', '--grace', '0s');
    expect(told).toMatch(new RegExp(`\nacquisition +fivepoint.planning +\\S+ +${id} +0 +1  20\\S+Z\n`));
    expect(told).toMatch(/\nexit 1$/);
    expect(await events('reconcile', '--grace', '0s', '--consumer', 'deal')).toMatch(/\nexit 0$/);
    const [json] = (await events('reconcile', '--grace', '0s', '--json')).split('\n');
    expect(JSON.parse(json!)).toMatchObject({ kind: 'MISSING', consumer: 'acquisition', key: id, pruned: 0 });
    const [, command] = /^npm run events -- (replay acquisition --key .*)$/m.exec(told)!;
    expect(await events(...command!.split(' '))).toBe('sent acquisition 1 event, into its inbox\nexit 0');
    await eventually(async () => expect(await knownTo('acquisition', id)).toBeDefined());
    expect(await events('reconcile', '--grace', '0s')).toMatch(/\nexit 0$/);
  });

  it('rebuilds the timeline as it was, from the events of all five services', async () => {
    await allHandled();
    const entries = () => look<{ title: string }>('planning', 'select * from timeline_entry order by tenant_id, id');
    const before = await entries();
    expect(new Set(before.map((entry) => Reflect.get(entry, 'service'))).size).toBe(5);
    await look('planning', `update timeline_entry set details = '[]', account_id = null`);
    const count = before.length;
    const told = await events('replay', 'planning.timeline', '--rebuild');
    expect(told).toMatch(
      /^planning.timeline has forgotten (\d+) events\nsent planning.timeline \1 events, into its inbox\n/,
    );
    await eventually(async () => expect(await entries()).toHaveLength(count), { timeoutMs: 30_000 });
    await allHandled();
    expect(await entries()).toEqual(before);
  });

  it('is told by a consumer that is no projection, and by a name that is none', async () => {
    await expect(events('replay', 'deal', '--rebuild')).rejects.toThrow('deal is no projection');
    await expect(events('replay', 'deals')).rejects.toThrow(
      /no consumer "deals"; choose one of planning, planning.time/,
    );
    await expect(events('prune', 'deals', '--inbox-before', '1d')).rejects.toThrow(/no service "deals"/);
    await expect(events('resend', 'deal', 'deal')).rejects.toThrow('deal reads nothing of deal; it reads ');
    await expect(events('resend', 'planning', 'deal')).rejects.toThrow('set KAFKA_BROKERS');
  });

  it('lists what is parked, has it tried again or gives it up, and the audit trail knows', async () => {
    const retried = await accountHitBy('park', 'receivables');
    const discarded = await accountHitBy('park', 'customer-success');
    expect(await events('lag', '--consumer', 'receivables')).toMatch(/fivepoint.planning +2 +0 +1 +0 /);
    const list = await events('parked');
    expect(list).toMatch(new RegExp(`key ${retried.id}, received .*, tried 0 times, 1 behind it\n  planted`));
    const ids = [...list.matchAll(/^(\S+) {2}([0-9a-f-]{36}) {2}/gm)].map(
      ([, consumer, id]) => [consumer!, id!] as const,
    );
    const eventOf = (name: string) => ids.find(([consumer]) => consumer === name)![1];
    expect(JSON.parse((await events('parked', '--consumer', 'receivables', '--json')).split('\n')[0]!)).toMatchObject({
      ...{ consumer: 'receivables', key: retried.id, envelope: { type: registered } },
    });

    expect(await events('retry', 'receivables', eventOf('receivables'))).toMatch(/is tried again; 1 behind it go on/);
    await eventually(async () => expect(await knownTo('receivables', retried.id)).toBe(retried.name));
    const discard = ['discard', 'customer-success', eventOf('customer-success'), '--reason', 'planted by a spec'];
    expect(await events(...discard)).toMatch(/was given up; 1 behind it go on/);
    await eventually(async () => expect(await knownTo('customer-success', discarded.id)).toBe(discarded.name));
    expect(await events('parked')).toBe('nothing is parked\nexit 0');
    await expect(events(...discard)).rejects.toThrow('has parked no event');
    expect(
      await look('customer-success', `select mutation, principal from audit_entry where result_id = $1`, [
        eventOf('customer-success'),
      ]),
    ).toEqual([{ mutation: 'customerSuccessDiscardParkedEvent', principal: 'command line' }]);
  });

  it('has all that a consumer parked tried again, each once however many fail again, and lists however many there are', async () => {
    const accounts = [await accountHitBy('park', 'receivables'), await accountHitBy('park', 'receivables')];
    const [first] = await look<{ tenant_id: string }>('receivables', `select tenant_id from inbox where key = $1`, [
      accounts[0]!.id,
    ]);
    const [tenant, other, broken] = [first!.tenant_id, uuidv7(), 1_050];
    await look(
      'receivables',
      `with planted as (
         insert into inbox (tenant_id, consumer, event_id, topic, key, sequence, type, state, envelope, reason)
         select $1, consumer, gen_random_uuid(), topic, 'planted ' || n, 1, type, 'PARKED', jsonb_set(envelope::jsonb, '{data}', '{}'), 'planted'
         from inbox, generate_series(1, $3::int) n where key = $2 and state = 'PARKED'
         returning *)
       insert into inbox_stream (tenant_id, consumer, topic, key, received, state)
       select tenant_id, consumer, topic, key, 1, 'PARKED' from planted`,
      [other, accounts[0]!.id, broken],
    );
    const list = (await events('parked')).split('\n');
    expect(list.filter((line) => line.startsWith('receivables  '))).toHaveLength(100);
    expect(list).toContain(`and ${broken + 2 - 100} more, younger: --json shows all`);
    const listed = async (...args: string[]) =>
      (await events('parked', '--json', ...args))
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as { eventId: string; receivedAt: string });
    const readRows = async () => {
      const [row] = await look<{ rows: string }>(
        'receivables',
        `select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)) as rows from pg_stat_user_tables
         where relname in ('inbox', 'inbox_stream')`,
      );
      return Number(row!.rows);
    };
    const before = await readRows();
    const all = await listed();
    // At worst all of them for each, and never all for each pair: known to PostgreSQL are the tables as they were before.
    expect((await readRows()) - before).toBeLessThan(2 * all.length ** 2);
    expect(new Set(all.map(({ eventId }) => eventId)).size).toBe(broken + 2);
    expect(all).toHaveLength(broken + 2);
    expect(all.map(({ receivedAt }) => receivedAt)).toEqual(all.map(({ receivedAt }) => receivedAt).sort());
    expect(await listed('--type', 'fivepoint.planning.account-updated.v1')).toEqual([]);
    expect(await listed('--tenant', tenant, '--type', registered)).toHaveLength(2);

    const retry = (...args: string[]) => events('retry', 'receivables', '--all', ...args);
    expect(await retry('--type', 'fivepoint.planning.account-updated.v1')).toBe('0 are tried again\nexit 0');
    await look(
      'receivables',
      `create or replace function planted_refusal() returns trigger language plpgsql as $$ begin
         new.state := 'PARKED'; return new;
       end $$;
       create trigger planted_refusal before update on inbox for each row when (new.state = 'RECEIVED')
       execute function planted_refusal()`,
    );
    expect(await retry('--tenant', tenant)).toBe('2 are tried again\nexit 0');
    expect(await listed('--tenant', tenant)).toHaveLength(2);
    await look('receivables', 'drop trigger planted_refusal on inbox');
    expect(await retry('--tenant', tenant, '--type', registered)).toBe('2 are tried again\nexit 0');
    for (const { id, name } of accounts)
      await eventually(async () => expect(await knownTo('receivables', id)).toBe(name));
    expect(
      await look(
        'receivables',
        `select mutation, principal, count(*)::int from audit_entry where result_id = any($1) group by mutation, principal`,
        [all.slice(0, 2).map(({ eventId }) => eventId)],
      ),
    ).toEqual([{ mutation: 'receivablesRetryParkedEvent', principal: 'command line', count: 4 }]);
    expect(await retry()).toBe(`0 are tried again, ${broken} still break their schema\nexit 1`);
    for (const table of ['inbox', 'inbox_stream'])
      await look('receivables', `delete from ${table} where tenant_id = $1`, [other]);
  });

  it('lists messages that were set aside', async () => {
    expect(await events('rejected')).toBe('nothing was rejected\nexit 0');
    await look(
      'deal',
      `insert into inbox_rejected (consumer, topic, source_position, headers, bytes, reason)
       values ('deal', 'fivepoint.planning', '0/7', '{}', '\\x00ff', 'the header ce_id is missing')`,
    );
    expect(await events('rejected')).toMatch(
      /deal +fivepoint.planning +0\/7 +.+ +unknown +the header ce_id is missing\n/,
    );
    const [row] = (await events('rejected', '--json')).split('\n');
    expect(JSON.parse(row!)).toMatchObject({ source: '0/7', bytes: 'AP8=' });
  });

  it('lists the newest of many messages that were set aside, and says how many more there are', async () => {
    await look('deal', 'delete from inbox_rejected');
    for (const [service, first] of [
      ['deal', 1_000],
      ['planning', 2_000],
    ] as const)
      await look(
        service,
        `insert into inbox_rejected (consumer, topic, source_position, headers, reason, received_at)
         select $1, 'fivepoint.acquisition', '0/' || $2::int + n, '{}', 'planted', now() + n * interval '1 second'
         from generate_series(1, 120) n`,
        [service, first],
      );
    const lines = (await events('rejected')).split('\n');
    const at = (line: string | undefined) => /(\S+) +fivepoint.acquisition +(\S+) /.exec(line ?? '')?.slice(1);
    expect(lines.filter((line) => at(line))).toHaveLength(100);
    expect([at(lines[1]), at(lines[2])].sort()).toEqual([
      ['deal', '0/1120'],
      ['planning', '0/2120'],
    ]);
    expect(lines).toContain('and 140 more, older: --limit <n> shows more, --json all');
    const five = (await events('rejected', '--limit', '5', '--consumer', 'deal')).split('\n');
    expect(five.map(at).filter(Boolean)).toEqual([1_120, 1_119, 1_118, 1_117, 1_116].map((n) => ['deal', `0/${n}`]));
    expect(five).toContain('and 115 more, older: --limit <n> shows more, --json all');
    const json = (await events('rejected', '--json')).split('\n').slice(0, -1);
    expect(new Set(json.map((line) => (JSON.parse(line) as { source: string }).source)).size).toBe(240);
    expect(await events('prune', '--rejected-before', '2099-12-31')).toMatch(/^deal: deleted 120 set aside$/m);
    expect(await events('rejected')).toBe('nothing was rejected\nexit 0');
  });
});
