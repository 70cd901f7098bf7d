import { type Around, Transaction } from './transaction';

/** The points that a series of statements comes by. */
function pointsIn(...statements: (string | [name: string])[]): string[] {
  const transaction = new Transaction();
  return statements.flatMap((one) => {
    const { before, after }: Around = transaction.around(
      typeof one === 'string' ? { name: undefined, text: one } : { name: one[0], text: 'with …' },
    );
    return [before, after].filter((point) => point !== undefined);
  });
}
const enter =
  'select pg_try_advisory_xact_lock(5003, 1) as free; select true; select from inbox_stream; savepoint handling';

describe('the points of a transaction', () => {
  it('are those of a command, which writes its audit row', () => {
    expect(
      pointsIn(
        'START TRANSACTION',
        'INSERT INTO "deal"("id")',
        ['outbox-emit'],
        'INSERT INTO "audit_entry"("id")',
        'COMMIT',
      ),
    ).toEqual(['command/before-commit', 'command/after-commit']);
  });

  it('are those of a handler, from its first effect on', () => {
    expect(
      pointsIn(
        'START TRANSACTION',
        enter,
        'INSERT INTO "deal"("id")',
        'UPDATE "lead"',
        ['inbox-done'],
        ['outbox-emit'],
        'INSERT INTO "audit_entry"("id")',
        'COMMIT',
      ),
    ).toEqual(['handler/first-effect', 'handler/before-commit', 'handler/after-commit']);
  });

  it('are none of a handler that waits', () => {
    expect(
      pointsIn('START TRANSACTION', enter, 'rollback to savepoint handling', 'with stream as (update …', 'COMMIT'),
    ).toEqual([]);
  });

  it('are those of a receipt and of the relay', () => {
    expect(pointsIn('begin', ['inbox-receive'], 'commit')).toEqual(['receipt/before-commit', 'receipt/after-commit']);
    expect(pointsIn(['outbox-published'])).toEqual(['relay/before-record', 'relay/after-record']);
  });

  it('are none of a read, nor of what follows a commit', () => {
    expect(pointsIn('begin read only; set local app.tenant = 1', 'select 1', 'commit')).toEqual([]);
    expect(pointsIn('begin', ['inbox-receive'], 'rollback', 'begin', 'commit')).toEqual([]);
  });
});
