import * as commands from './commands';
import { expectMember, type GraphUser } from './graph-user';
import type { HandoffClock } from './handoff-clock';
import type { People } from './people';

/** What one account's turn of the lifecycle starts from. */
export interface Turn {
  /** Makes every command of this turn repeatable: the same run and account give the same idempotency keys. */
  run: string;
  accountName: string;
  industry?: string;
  productId: string;
  ownerId: string;
  /** Signed amount, in CNY. */
  amount: string;
  /** The tenant's day, asked at each step: a turn may go on past midnight, and nothing may be dated before what it follows. */
  today: () => string;
  /** How far to go; default: the whole loop. */
  upTo?: Stage;
}

const stages = ['planned', 'acquired', 'won', 'collected', 'renewed'] as const;
export type Stage = (typeof stages)[number];

/** What a turn has led to, stage by stage; null where it did not get to. */
export interface TurnResult {
  accountId: string;
  planLineId: string;
  pursuitId: string;
  leadId: string | null;
  dealId: string | null;
  contractId: string | null;
  renewalId: string | null;
  renewalDealId: string | null;
  referralLeadId: string | null;
}

const cny = (amount: string) => ({ amount, currency: 'CNY' });

/** 首付款, 到货款, 验收款, 质保金: the four instalments of the method (capability R01). */
export const fourInstalments = [
  { name: '首付款', basisPoints: 3000, trigger: 'SIGNING', dueDays: 7 },
  { name: '到货款', basisPoints: 4000, trigger: 'DELIVERY', dueDays: 30 },
  { name: '验收款', basisPoints: 2500, trigger: 'ACCEPTANCE', dueDays: 30 },
  { name: '质保金', basisPoints: 500, trigger: 'WARRANTY_END', dueDays: 0 },
];

/** Drives one account round the loop through the gateway only: planned, acquired, won, collected, renewed. */
export async function driveTurn(people: People, turn: Turn, clock: HandoffClock): Promise<TurnResult> {
  const driver = new Driver(people, turn, clock);
  const reached = (stage: Stage) => stages.indexOf(turn.upTo ?? 'renewed') >= stages.indexOf(stage);
  const planned = await driver.plan();
  const result: TurnResult = {
    ...planned,
    leadId: null,
    dealId: null,
    contractId: null,
    renewalId: null,
    renewalDealId: null,
    referralLeadId: null,
  };
  if (!reached('acquired')) return result;
  Object.assign(result, await driver.acquire(planned));
  if (!reached('won') || !result.dealId) return result;
  result.contractId = await driver.win(planned.accountId, result.dealId);
  if (!reached('collected')) return result;
  await driver.collect(result.contractId, planned.planLineId);
  if (!reached('renewed')) return result;
  return Object.assign(result, await driver.renew(planned.accountId, result.contractId));
}

class Driver {
  constructor(
    private readonly people: People,
    private readonly turn: Turn,
    private readonly clock: HandoffClock,
  ) {}

  /** One command, repeatable under its own key; the id of what it made or changed. */
  private async do(
    user: GraphUser,
    document: string,
    step: string,
    input: object,
    ...members: string[]
  ): Promise<string> {
    const idempotencyKey = `${this.turn.run}:${this.turn.accountName}:${step}`;
    const { result } = await user.ask<{ result: { __typename: string; id: string } }>(document, {
      input: { ...input, idempotencyKey },
    });
    return expectMember(result, ...members).id;
  }

  async plan(): Promise<{ accountId: string; planLineId: string; pursuitId: string }> {
    const { admin, manager, rep } = this.people;
    const { accountName, industry, ownerId, productId, amount } = this.turn;
    const accountId = await this.do(
      admin,
      commands.registerAccount,
      'account',
      { name: accountName, level: 'PROVINCE', ownerId, ...(industry && { industry }) },
      'Account',
    );
    const year = this.turn.today().slice(0, 4);
    const period = { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` };
    const planId = await this.do(
      manager,
      commands.createPlan,
      'plan',
      { name: `${accountName} ${year}`, ...period, currency: 'CNY' },
      'Plan',
    );
    const planLineId = await this.do(
      manager,
      commands.addPlanLine,
      'line',
      { planId, accountId, productId, ownerId, target: cny(amount), floor: cny('100000.00') },
      'PlanLine',
    );
    await this.do(manager, commands.submitPlan, 'submit', { planId }, 'Plan');
    await this.do(manager, commands.approvePlan, 'approve', { planId }, 'Plan');
    const pursuitId = await this.clock.await(
      { from: 'planning', to: 'acquisition', event: 'account-targeted', effect: 'pursuit opened' },
      () => firstOf(rep, accountId, 'pursuits'),
    );
    return { accountId, planLineId, pursuitId };
  }

  async acquire({
    accountId,
    pursuitId,
  }: {
    accountId: string;
    pursuitId: string;
  }): Promise<{ leadId: string; dealId: string }> {
    const { rep } = this.people;
    await this.do(rep, commands.classifyPursuit, 'classify', { pursuitId, purchasePattern: 'PROJECT' }, 'Pursuit');
    const leadId = await this.do(
      rep,
      commands.captureLead,
      'lead',
      {
        source: 'INTRODUCTION',
        title: `${this.turn.accountName}: new site`,
        pursuitId,
        expectedAmount: cny(this.turn.amount),
        expectedCloseOn: this.turn.today(),
      },
      'Lead',
    );
    await this.do(
      rep,
      commands.recordNeed,
      'need',
      { leadId, kind: 'PROBLEM', statement: 'the present equipment fails twice a month' },
      'Lead',
    );
    for (const [letter, finding] of [
      ['BUDGET', 'in this year’s budget, approved by the board'],
      ['AUTHORITY', 'the vice president for purchasing decides'],
      ['NEED', 'two sites without spare power'],
      ['TIMING', 'to be in operation before the summer'],
    ] as const)
      await this.do(
        rep,
        commands.recordBantFinding,
        letter,
        { leadId, letter, finding, evidence: 'minutes of the meeting', met: true },
        'Lead',
      );
    await this.do(rep, commands.qualifyLead, 'qualify', { leadId }, 'Lead');
    const dealId = await this.clock.await(
      { from: 'acquisition', to: 'deal', event: 'opportunity-qualified', effect: 'deal opened' },
      () => firstOf(rep, accountId, 'deals'),
    );
    return { leadId, dealId };
  }

  async win(accountId: string, dealId: string): Promise<string> {
    const { rep, csm } = this.people;
    for (const toStage of ['PRE_BID', 'BID', 'NEGOTIATE'])
      await this.do(rep, commands.advanceDeal, toStage, { dealId, toStage }, 'Deal');
    const contractId = await this.do(
      rep,
      commands.signContract,
      'sign',
      {
        dealId,
        amount: cny(this.turn.amount),
        signedOn: this.turn.today(),
        paymentTerms: fourInstalments,
        warrantyMonths: 0,
      },
      'Contract',
    );
    await Promise.all([
      this.clock.await(
        { from: 'deal', to: 'receivables', event: 'contract-signed', effect: 'four instalments' },
        async () => ((await this.instalments(contractId)).length === fourInstalments.length ? true : null),
      ),
      this.clock.await(
        { from: 'deal', to: 'customer-success', event: 'contract-signed', effect: 'renewal planned' },
        () => firstOf(csm, accountId, 'renewals'),
      ),
    ]);
    return contractId;
  }

  async collect(contractId: string, planLineId: string): Promise<void> {
    const { delivery, finance, csm, manager } = this.people;
    for (const kind of ['DELIVERY', 'ACCEPTANCE', 'WARRANTY_END'])
      await this.do(
        delivery,
        commands.recordMilestone,
        kind,
        { contractId, kind, reachedOn: this.turn.today() },
        'Milestone',
      );
    for (const { id, number, amount } of await this.instalments(contractId)) {
      await this.do(
        finance,
        commands.claimInstalment,
        `claim-${number}`,
        { instalmentId: id, claimedOn: this.turn.today() },
        'Instalment',
      );
      await this.do(
        finance,
        commands.recordReceipt,
        `receipt-${number}`,
        {
          amount,
          receivedOn: this.turn.today(),
          ownAccount: '6222-0001',
          bankSerial: `${contractId}-${number}`,
          allocations: [{ instalmentId: id, amount }],
        },
        'Receipt',
      );
    }
    await Promise.all([
      this.clock.await(
        { from: 'receivables', to: 'planning', event: 'payment-received', effect: 'cash on the plan line' },
        async () => {
          const { planLine } = await manager.ask<{ planLine: { collected: { amount: string } | null } | null }>(
            'query ($id: UUID!) { planLine(id: $id) { collected { amount } } }',
            { id: planLineId },
          );
          return planLine?.collected?.amount === this.turn.amount ? true : null;
        },
      ),
      this.clock.await(
        {
          from: 'receivables',
          to: 'customer-success',
          event: 'contract-settled',
          effect: 'settled in the success plan',
        },
        async () => {
          const { contract } = await csm.ask<{ contract: { successPlan: { settledOn: string | null } | null } | null }>(
            'query ($id: UUID!) { contract(id: $id) { successPlan { settledOn } } }',
            { id: contractId },
          );
          return contract?.successPlan?.settledOn ?? null;
        },
      ),
    ]);
  }

  async renew(
    accountId: string,
    contractId: string,
  ): Promise<{ renewalId: string; renewalDealId: string; referralLeadId: string }> {
    const { csm, rep } = this.people;
    const { contract } = await csm.ask<{ contract: { renewal: { id: string } | null } | null }>(
      'query ($id: UUID!) { contract(id: $id) { renewal { id } } }',
      { id: contractId },
    );
    const renewalId = contract?.renewal?.id ?? '';
    await this.do(
      csm,
      commands.identifyRenewal,
      'renewal',
      { renewalId, need: 'the same for two more sites', fit: 85, amount: cny(this.turn.amount) },
      'Renewal',
    );
    await this.do(
      csm,
      commands.giveReferral,
      'referral',
      { referrerId: accountId, referredName: `Neighbour of ${this.turn.accountName}` },
      'Referral',
    );
    const [renewalDealId, referralLeadId] = await Promise.all([
      this.clock.await(
        { from: 'customer-success', to: 'deal', event: 'renewal-identified', effect: 'renewal deal opened' },
        async () => {
          const { renewal } = await rep.ask<{ renewal: { deal: { id: string } | null } | null }>(
            'query ($id: UUID!) { renewal(id: $id) { deal { id } } }',
            { id: renewalId },
          );
          return renewal?.deal?.id;
        },
      ),
      this.clock.await(
        { from: 'customer-success', to: 'acquisition', event: 'referral-given', effect: 'referral captured' },
        async () => {
          const { leads } = await rep.ask<{ leads: { nodes: { id: string; organisation: string | null }[] } }>(
            '{ leads(first: 100, filter: { sources: [REFERRAL] }) { nodes { id organisation } } }',
          );
          return leads.nodes.find(({ organisation }) => organisation === `Neighbour of ${this.turn.accountName}`)?.id;
        },
      ),
    ]);
    return { renewalId, renewalDealId, referralLeadId };
  }

  private async instalments(
    contractId: string,
  ): Promise<{ id: string; number: number; amount: { amount: string; currency: string } }[]> {
    const { contract } = await this.people.finance.ask<{
      contract: {
        instalments: { id: string; number: number; amount: { amount: string; currency: string } }[] | null;
      } | null;
    }>('query ($id: UUID!) { contract(id: $id) { instalments { id number amount { amount currency } } } }', {
      id: contractId,
    });
    return contract?.instalments ?? [];
  }
}

/** The newest of what hangs on an account, once there is one. */
async function firstOf(
  user: GraphUser,
  accountId: string,
  field: 'pursuits' | 'deals' | 'renewals',
): Promise<string | undefined> {
  const { account } = await user.ask<{ account: Record<string, { nodes: { id: string }[] } | null> | null }>(
    `query ($id: UUID!) { account(id: $id) { ${field}(first: 1) { nodes { id } } } }`,
    { id: accountId },
  );
  return account?.[field]?.nodes[0]?.id;
}
