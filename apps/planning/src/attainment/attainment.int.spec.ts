import type { ContractSignedV1, Envelope, PaymentReceivedV1 } from '@fivepoint/contracts';
import { uuidv7 } from '@fivepoint/kernel';
import {
  cny,
  eventually,
  type GraphClient,
  type Result,
  serviceUnderTest,
  type ServiceUnderTest,
  whileLocked,
} from '@fivepoint/testing';
import { planning } from '../service';
import { approvedPlan, type PlanMade } from '../spec/house';

describe("what comes of a plan's lines", () => {
  let service: ServiceUnderTest;
  let admin: GraphClient;

  beforeAll(async () => {
    service = await serviceUnderTest(planning, { now: () => new Date('2026-06-15T04:00:00Z') });
    admin = await service.as();
  });
  afterAll(() => service.stop());

  const contract = (plan: PlanMade, over: Partial<ContractSignedV1> = {}): ContractSignedV1 => ({
    contractId: uuidv7(),
    dealId: uuidv7(),
    accountId: plan.accountId,
    planLineId: plan.planLineId,
    kind: 'NEW',
    amount: cny('1000000.01'),
    signedOn: '2026-06-10',
    paymentTerms: [{ name: '全款', basisPoints: 10_000, trigger: 'SIGNING', dueDays: 0 }],
    warrantyMonths: 12,
    downPayment: cny('1000000.01'),
    ownerId: plan.ownerId,
    team: 'north',
    ...over,
  });

  const payment = (
    { accountId, contractId }: Pick<ContractSignedV1, 'accountId' | 'contractId'>,
    over: Partial<PaymentReceivedV1> = {},
  ): PaymentReceivedV1 => ({
    receiptId: uuidv7(),
    accountId: accountId ?? '',
    contractId,
    instalmentId: uuidv7(),
    amount: cny('300000.00'),
    receivedOn: '2026-06-14',
    instalmentOutstanding: cny('0.00'),
    contractOutstanding: cny('700000.01'),
    ...over,
  });

  const signed = (data: ContractSignedV1) =>
    service.receive('fivepoint.deal.contract-signed.v1', data, { subject: data.contractId });
  const paid = (data: PaymentReceivedV1) =>
    service.receive('fivepoint.receivables.payment-received.v1', data, { subject: data.receiptId });

  async function attained(planLineId: string): Promise<[booked: string, collected: string]> {
    const { planLine } = await admin.query<{ planLine: Record<string, { amount: string }> }>(
      'query ($id: UUID!) { planLine(id: $id) { booked { amount currency } collected { amount currency } } }',
      { id: planLineId },
    );
    return [planLine['booked']?.amount ?? '', planLine['collected']?.amount ?? ''];
  }

  it('is what was signed for it, and what was paid of that', async () => {
    const plan = await approvedPlan(admin);
    const [one, two] = [contract(plan), contract(plan, { amount: cny('0.02') })];
    await signed(one);
    await signed(two);
    expect(await attained(plan.planLineId)).toEqual(['1000000.03', '0.00']);
    await paid(payment(one, { planLineId: plan.planLineId }));
    await paid(payment(one, { planLineId: plan.planLineId, amount: cny('0.01') }));
    expect(await attained(plan.planLineId)).toEqual(['1000000.03', '300000.01']);
    expect(await service.parked()).toEqual([]);
  });

  it('counts a receipt that pays two instalments twice, and an event that comes again once', async () => {
    const plan = await approvedPlan(admin);
    const one = contract(plan);
    const receiptId = uuidv7();
    const events: Envelope[] = [
      (await signed(one)) as Envelope,
      (await paid(payment(one, { receiptId }))) as Envelope,
      (await paid(payment(one, { receiptId, amount: cny('100000.00') }))) as Envelope,
    ];
    for (const event of [...events, ...events]) await service.receiveAgain(event);
    expect(await attained(plan.planLineId)).toEqual(['1000000.01', '400000.00']);
  });

  it.each([
    ['contract, payment, payment', [0, 1, 2]],
    ['payment, contract, payment', [1, 0, 2]],
    ['payment, payment, contract', [1, 2, 0]],
  ])('is the same in the order %s, with or without the line in the payment', async (_, order) => {
    for (const named of [true, false]) {
      const plan = await approvedPlan(admin);
      const one = contract(plan);
      const line = named ? { planLineId: plan.planLineId } : {};
      const steps = [() => signed(one), () => paid(payment(one, line)), () => paid(payment(one, line))];
      for (const step of order) await steps[step]?.();
      expect(await attained(plan.planLineId)).toEqual(['1000000.01', '600000.00']);
    }
  });

  it('counts a payment that comes at the very moment of its contract', async () => {
    const plan = await approvedPlan(admin);
    const past = contract(plan, { accountId: null });
    const unfinished = { unfinished: true, subject: past.contractId };
    const atOnce = 'lock table collected_payment in share row exclusive mode';
    await whileLocked(service.superuserUrl, atOnce, [], async (waiting) => {
      const paidNow = payment({ ...past, accountId: plan.accountId });
      await service.receive('fivepoint.receivables.payment-received.v1', paidNow, unfinished);
      await waiting(1);
      await service.receive('fivepoint.deal.contract-signed.v1', past, unfinished);
      await waiting(2);
    });
    await eventually(async () => expect(await attained(plan.planLineId)).toEqual(['1000000.01', '300000.00']));
  });

  it('counts a renewal without a plan line for no line, and its cash neither', async () => {
    const plan = await approvedPlan(admin);
    const renewal = contract(plan, { kind: 'RENEWAL' });
    delete renewal.planLineId;
    await paid(payment(renewal));
    await signed(renewal);
    await paid(payment(renewal));
    expect(await attained(plan.planLineId)).toEqual(['0.00', '0.00']);
    expect(await service.parked()).toEqual([]);
  });

  it('counts recorded history that names a line, and takes what names none or another company without a word', async () => {
    const plan = await approvedPlan(admin);
    const past = contract(plan, { amount: cny('5.00') });
    await service.receive('fivepoint.deal.contract-signed.v1', past, { subject: past.contractId, origin: 'import' });
    await signed(contract(plan, { planLineId: uuidv7() }));
    const nobody = contract(plan, { accountId: null });
    delete nobody.planLineId;
    await service.receive('fivepoint.deal.contract-signed.v1', nobody, {
      subject: nobody.contractId,
      origin: 'import',
    });
    const foreign = contract(plan);
    await service.receive('fivepoint.deal.contract-signed.v1', foreign, {
      subject: foreign.contractId,
      tenantId: uuidv7(),
    });
    expect(await attained(plan.planLineId)).toEqual(['5.00', '0.00']);
    expect(await service.parked()).toEqual([]);
  });

  it("counts money in the line's currency only: there is no rate for another", async () => {
    const plan = await approvedPlan(admin);
    await signed(contract(plan, { amount: { amount: '1000.00', currency: 'USD' } }));
    await signed(contract(plan, { amount: cny('7.00') }));
    expect(await attained(plan.planLineId)).toEqual(['7.00', '0.00']);
  });

  it('is told for many lines at once, each its own', async () => {
    const plans = [await approvedPlan(admin), await approvedPlan(admin), await approvedPlan(admin)];
    for (const [index, plan] of plans.entries()) await signed(contract(plan, { amount: cny(`${index + 1}.00`) }));
    const { _entities } = await admin.query<{ _entities: Result[] }>(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on PlanLine { id booked { amount } } } }',
      { r: plans.map(({ planLineId }) => ({ __typename: 'PlanLine', id: planLineId })) },
    );
    expect(_entities.map((line) => line['booked'])).toEqual([
      { amount: '1.00' },
      { amount: '2.00' },
      { amount: '3.00' },
    ]);
  });

  describe('by account', () => {
    type Sums = Record<string, { amount: string; currency: string }[]>;
    const sums = async (id: string): Promise<Sums> => {
      const { account } = await admin.query<{ account: Sums }>(
        `query ($id: UUID!) { account(id: $id) { booked { amount currency } collected { amount currency } } }`,
        { id },
      );
      return account;
    };
    const usd = (amount: string) => ({ amount, currency: 'USD' });

    it('is all that was signed and paid, in a plan or not, one sum per currency', async () => {
      const plan = await approvedPlan(admin);
      expect(await sums(plan.accountId)).toEqual({ booked: [], collected: [] });
      const planned = contract(plan, { productId: plan.productId, signedOn: '2026-01-10' });
      const { planLineId: _, ...unplanned } = contract(plan, {
        amount: cny('0.99'),
        signedOn: '2025-12-31',
        kind: 'RENEWAL',
      });
      const foreign = contract(plan, { amount: usd('7.00') });
      for (const one of [planned, unplanned, foreign]) await signed(one);
      await paid(payment(planned, { receivedOn: '2026-02-01' }));
      await paid(payment(unplanned, { amount: cny('0.49'), receivedOn: '2026-03-01' }));
      await paid(payment(foreign, { amount: usd('7.00') }));
      expect(await sums(plan.accountId)).toEqual({
        booked: [cny('1000001.00'), usd('7.00')],
        collected: [cny('300000.49'), usd('7.00')],
      });
    });

    it('is of a contract whose payment came first, and counts recorded history', async () => {
      const plan = await approvedPlan(admin);
      const past = contract(plan, { signedOn: '2024-05-01', amount: cny('3.00') });
      await paid(payment(past, { amount: cny('1.00') }));
      await service.receive('fivepoint.deal.contract-signed.v1', past, { subject: past.contractId, origin: 'import' });
      expect(await sums(plan.accountId)).toEqual({ booked: [cny('3.00')], collected: [cny('1.00')] });
    });

    it('is told for many accounts at once, each its own', async () => {
      const plans = [await approvedPlan(admin), await approvedPlan(admin)];
      for (const [index, plan] of plans.entries()) await signed(contract(plan, { amount: cny(`${index + 1}.00`) }));
      const { accounts } = await admin.query<{ accounts: { nodes: (Sums & { id: string })[] } }>(
        '{ accounts(first: 100) { nodes { id booked { amount currency } } } }',
      );
      const bookedOf = (id: string) => accounts.nodes.find((one) => (one.id as unknown) === id)?.['booked'];
      expect(plans.map(({ accountId }) => bookedOf(accountId))).toEqual([[cny('1.00')], [cny('2.00')]]);
    });
  });
});
