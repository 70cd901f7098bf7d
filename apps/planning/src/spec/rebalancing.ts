import { uuidv7 } from '@fivepoint/kernel';
import { type GraphClient, type ServiceUnderTest } from '@fivepoint/testing';
import { made, makeAccount, makeProduct, makeRep } from './house';

type Graph = Pick<GraphClient, 'query'>;

/** An amount of so many fen. */
export const fen = (minor: bigint) => ({
  amount: `${minor < 0n ? '-' : ''}${abs(minor) / 100n}.${String(abs(minor) % 100n).padStart(2, '0')}`,
  currency: 'CNY',
});

export const fenOf = ({ amount }: { amount: string }): bigint => BigInt(amount.replace('.', ''));

/** What one rep of a plan to rebalance brings, in fen. */
export interface RepAtWork {
  target: bigint;
  actual?: bigint;
  /** From 2026-06-15 to the end of the year. */
  capacity: bigint;
  team?: string;
  managerId?: string;
}

export interface PlanInForce {
  planId: string;
  repIds: string[];
  lineIds: string[];
}

/** The full capacity of a year of which just so much is left on 2026-06-15, 200 days before its end. */
const fullCapacityFor = (left: bigint) => fen((left * 365n + 100n) / 200n);

export const stateLeft = (graph: Graph, repId: string, left: bigint): Promise<string> =>
  made(graph, 'stateCapacity', {
    repId,
    fullCapacity: fullCapacityFor(left),
    effectiveOn: '2026-06-15',
    certifiedOn: '2026-01-01',
  });

/** A contract of so much for a plan line, signed within the period. */
export async function book(
  service: ServiceUnderTest,
  { planLineId, ownerId }: { planLineId: string; ownerId: string },
  amount: bigint,
  over: object = {},
): Promise<void> {
  const contractId = uuidv7();
  const contract = {
    ...{ contractId, dealId: uuidv7(), accountId: uuidv7(), planLineId, kind: 'NEW' as const },
    ...{ amount: fen(amount), signedOn: '2026-06-10', warrantyMonths: 12, downPayment: fen(amount) },
    paymentTerms: [{ name: '全款', basisPoints: 10_000, trigger: 'SIGNING' as const, dueDays: 0 }],
    ...{ ownerId, team: 'north', ...over },
  };
  await service.receive('fivepoint.deal.contract-signed.v1', contract, { subject: contractId });
}

/** A plan of 2026 that is in force, with a line for each rep, what each has booked and what each can still deliver. */
export async function planInForce(
  { admin, service }: { admin: Graph; service: ServiceUnderTest },
  reps: readonly RepAtWork[],
  over: object = {},
): Promise<PlanInForce> {
  const period = { startsOn: '2026-01-01', endsOn: '2026-12-31', currency: 'CNY' };
  const planId = await made(admin, 'createPlan', { name: '年度作战计划', ...period, team: 'north', ...over });
  const productId = await makeProduct(admin);
  const [repIds, lineIds]: [string[], string[]] = [[], []];
  for (const { target, team = 'north', managerId } of reps) {
    const ownerId = await makeRep(admin, { team, managerId });
    const accountId = await makeAccount(admin, { ownerId });
    const line = { planId, accountId, productId, ownerId, target: fen(target), floor: fen(0n) };
    repIds.push(ownerId);
    lineIds.push(await made(admin, 'addPlanLine', line));
  }
  await made(admin, 'submitPlan', { planId });
  await made(admin, 'approvePlan', { planId });
  for (const [index, { actual = 0n, capacity }] of reps.entries()) {
    const [ownerId = '', planLineId = ''] = [repIds[index], lineIds[index]];
    if (actual > 0n) await book(service, { planLineId, ownerId }, actual);
    await stateLeft(admin, ownerId, capacity);
  }
  return { planId, repIds, lineIds };
}

const abs = (minor: bigint): bigint => (minor < 0n ? -minor : minor);
