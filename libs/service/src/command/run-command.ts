import { DomainError, uuidv7 } from '@fivepoint/kernel';
import type { DataSource, EntityManager, ObjectLiteral } from 'typeorm';
import { sqlState } from '../database/refused-values';
import { inTenant } from '../database/tenancy';
import { Conflict } from '../graph/errors';
import { IdempotencyKeyReused } from '../graph/refusals';
import { AuditEntry } from './audit';
import { type Cause, Command, type CommandSettings } from './command';
import { claimKey, rememberResult } from './idempotency';

/** Leaves the transaction with a refusal: nothing of it stays, and the refusal is what the caller gets. */
class Refused extends Error {
  constructor(readonly refusal: DomainError) {
    super(refusal.message);
  }
}

/** Deadlock and serialization failure: nobody's fault, and gone when tried again. */
const passing = new Set(['40P01', '40001']);
const tries = 3;
/** Somebody else has just written what may be there once: the second try finds it, and says what there is to say. */
const taken = '23505';
/** What this command needs is locked, and was not let go in time: trying again at once would only wait once more. */
const held = '55P03';

/**
 * Runs one command as one transaction: idempotency key first, then the work, then events and the audit row, then commit.
 * A refusal rolls everything back and is returned; the same key with the same input returns the first time's result.
 */
export async function runCommand<R>(
  dataSource: DataSource,
  settings: CommandSettings,
  cause: Cause,
  name: string,
  input: object,
  work: (command: Command) => Promise<R>,
): Promise<R | IdempotencyKeyReused> {
  let takenBefore = false;
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTenant(dataSource, cause.identity.tenantId, (manager) =>
        withinTransaction(manager, settings, cause, name, input, work),
      );
    } catch (error) {
      if (error instanceof Refused) return error.refusal as R;
      const state = sqlState(error);
      if (state === held) throw new Conflict('held', error);
      if (state === taken && takenBefore) throw new Conflict('written', error);
      takenBefore ||= state === taken;
      if (attempt >= tries || !(state === taken || passing.has(state))) throw error;
    }
  }
}

async function withinTransaction<R>(
  manager: EntityManager,
  settings: CommandSettings,
  cause: Cause,
  name: string,
  input: object,
  work: (command: Command) => Promise<R>,
): Promise<R> {
  const key = idempotencyKeyOf(input);
  const keyRow = key && { tenantId: cause.identity.tenantId, principal: cause.identity.userId, mutation: name, key };
  if (keyRow) {
    const earlier = await claimKey(manager, keyRow, input, cause.now);
    if (earlier instanceof DomainError) throw new Refused(earlier);
    if (earlier) return (await storedResult(manager, cause.identity.tenantId, earlier)) as R;
  }
  const command = new Command(manager, cause, settings);
  const result = await work(command);
  if (result instanceof DomainError) throw new Refused(result);
  await command.flush();
  const identified = resultOf(result);
  if (keyRow) {
    if (!identified) throw new Error(`${name} takes an idempotency key, so it must return one entity`);
    await rememberResult(manager, keyRow, identified.resultType, identified.resultId);
  }
  await writeAudit(command, name, identified);
  return result;
}

/** The audit row of a mutation or of a handled event. */
export async function writeAudit(
  { manager, cause, changes, tenantId, identity, now }: Command,
  name: string,
  result: { resultType: string; resultId: string } | null,
): Promise<void> {
  await manager.insert(AuditEntry, {
    tenantId,
    id: uuidv7(now.getTime()),
    principal: identity.userId,
    mutation: name,
    at: now,
    requestId: cause.requestId,
    resultType: result?.resultType ?? null,
    resultId: result?.resultId ?? null,
    changes: changes as never,
  });
}

function idempotencyKeyOf(input: object): string | null {
  const key: unknown = Reflect.get(input, 'idempotencyKey');
  return typeof key === 'string' && key !== '' ? key : null;
}

function resultOf(result: unknown): { resultType: string; resultId: string } | null {
  if (!result || typeof result !== 'object') return null;
  const id: unknown = Reflect.get(result, 'id');
  return typeof id === 'string' ? { resultType: result.constructor.name, resultId: id } : null;
}

async function storedResult(
  manager: EntityManager,
  tenantId: string,
  { resultType, resultId }: { resultType: string; resultId: string },
): Promise<ObjectLiteral> {
  return manager.findOneByOrFail(resultType, { tenantId, id: resultId });
}
