import { UsageAsked } from '../../command-line/src/command-line';
import { eventsRequest } from './options';

const now = new Date('2026-11-23T12:00:00Z');
const asked = (...args: string[]) => eventsRequest(args, now);
const id = '01a20a88-0000-7000-8000-00000000bad1';

describe('what is asked for', () => {
  it('is one of the commands, with its words and options', () => {
    expect(asked('lag')).toEqual({ kind: 'lag', filter: {}, json: false });
    expect(asked('missing', '--consumer', 'deal', '--tenant', id.toUpperCase(), '--json')).toEqual({
      kind: 'missing',
      filter: { consumer: 'deal', tenantId: id },
      json: true,
    });
    expect(asked('reconcile', '--tenant', id)).toEqual({
      ...{ kind: 'reconcile', filter: { tenantId: id }, graceSeconds: 60, json: false },
    });
    expect(asked('reconcile', '--grace', '5m')).toMatchObject({ graceSeconds: 300 });
    expect(asked('rejected', '--limit', '7', '--consumer', 'deal')).toEqual({
      ...{ kind: 'rejected', filter: { consumer: 'deal' }, limit: 7, json: false },
    });
    expect(asked('retry', 'deal', id)).toEqual({ kind: 'retry', consumer: 'deal', eventId: id });
    const type = 'fivepoint.deal.contract-signed.v1';
    expect(asked('parked', '--type', type)).toEqual({ kind: 'parked', filter: { type }, json: false });
    expect(asked('retry', 'deal', '--all')).toEqual({ kind: 'retry', consumer: 'deal', filter: {} });
    expect(asked('retry', 'deal', '--all', '--type', type, '--tenant', id)).toEqual({
      ...{ kind: 'retry', consumer: 'deal', filter: { type, tenantId: id } },
    });
    expect(asked('discard', 'deal', id, '--reason', ' sent by a test ')).toEqual({
      ...{ kind: 'discard', consumer: 'deal', eventId: id, reason: 'sent by a test' },
    });
    expect(asked('replay', 'planning.timeline', '--rebuild', '--key', 'k', '--since', '2h')).toEqual({
      kind: 'replay',
      consumer: 'planning.timeline',
      rebuild: true,
      scope: { key: 'k', since: new Date('2026-11-23T10:00:00Z') },
    });
    expect(asked('resend', 'deal', 'planning', '--tenant', id, '--correlation', 'turn')).toEqual({
      ...{ kind: 'resend', service: 'deal', consumer: 'planning', scope: { tenantId: id, correlationId: 'turn' } },
    });
    expect(asked('prune', '--inbox-before', '90d')).toEqual({
      ...{ kind: 'prune', service: null, inboxBefore: new Date('2026-08-25T12:00:00Z') },
    });
    expect(asked('prune', '--rejected-before', '90d')).toEqual({
      ...{ kind: 'prune', service: null, rejectedBefore: new Date('2026-08-25T12:00:00Z') },
    });
    expect(asked('prune', 'deal', '--outbox-before', '2026-01-31')).toEqual({
      ...{ kind: 'prune', service: 'deal', outboxBefore: new Date('2026-01-31T00:00:00Z') },
    });
    for (const help of [['help'], ['--help'], ['replay', '--help']]) expect(() => asked(...help)).toThrow(UsageAsked);
  });

  it.each([[[]], [['replays']], [['lag', '--consummer', 'x']]])(
    'is told with the usage where it cannot be made out: %j',
    (args) => {
      expect(() => asked(...args)).toThrow(/npm run events -- replay <consumer>/);
    },
  );

  it.each([
    [['replay'], 'replay takes the consumer'],
    [['retry', 'deal'], 'retry takes the consumer and the id of the event, or the consumer and --all'],
    [['retry', '--all'], 'retry takes the consumer'],
    [['retry', 'deal', id, '--all'], 'retry takes the consumer and the id of the event, or the consumer and --all'],
    [['retry', 'deal', id, '--tenant', id], 'retry takes --type and --tenant with --all only'],
    [['retry', 'deal', '--all', '--type', 'contract-signed'], '--type must be a type of event, such as fivepoint.deal'],
    [['lag', '--type', 'x'], 'lag takes no --type'],
    [['discard', 'deal', id, '--all'], 'discard takes no --all'],
    [['lag', 'deal'], 'lag takes no more words'],
    [['replay', 'deal', '--reason', 'x'], 'replay takes no --reason; it takes --rebuild, --key'],
    [['lag', '--rebuild'], 'lag takes no --rebuild; it takes --consumer, --tenant, --json'],
    [['discard', 'deal', id], 'discard needs a --reason'],
    [['discard', 'deal', id, '--reason', '  '], 'discard needs a --reason'],
    [['retry', 'deal', '7'], 'the id of the event must be a UUID, not "7"'],
    [['parked', '--tenant', 'acme'], '--tenant must be a UUID, not "acme"'],
    [['rejected', '--limit', '0'], '--limit must be a number from 1 to 999999, not "0"'],
    [['lag', '--limit', '7'], 'lag takes no --limit'],
    [['reconcile', '--grace', '2026-01-31'], '--grace must be an age (60s, 5m, 12h), not'],
    [['prune'], 'prune needs --outbox-before, --inbox-before or --rejected-before, or several of them'],
    [['prune', '--outbox-before', 'monday'], '--outbox-before must be a moment (2026-11-23,'],
    [['replay', 'deal', '--since', '2026-02-30'], '--since must be a moment'],
    [['replay', 'deal', '--since', '2026-02-28T10:00'], '--since must be a moment'],
  ])('is refused with what would be right: %j', (args, message) => {
    expect(() => asked(...args)).toThrow(message);
  });
});
