import { type Ratio, roundedQuotient, wholeInBasisPoints } from '@fivepoint/kernel';
import type { Identity } from '@fivepoint/service';
import type { EntityManager } from 'typeorm';
import type { PurchasePattern } from '../account/purchase-pattern';
import { chanceAt } from '../funnel/conversions';
import type { FunnelOf } from '../funnel/funnels';
import { expectation } from '../pipeline/coverage';
import type { PipelineStage } from '../pipeline/pipeline.stages';
import type { AttainmentBy } from './attainment-by';
import { dealInSight, linesInSight, sightParameters } from './lines-in-sight';

/** Contracts, or open deals of one stage, of a row, and what is due of them until the end of the period. */
export interface CashDue {
  key: string | null;
  seen: boolean;
  /** Null for contracts. */
  stage: PipelineStage | null;
  purchasePattern: PurchasePattern | null;
  /** Somebody has said how their line pays. */
  known: boolean;
  /** In ten-thousandths of a minor unit; 0 where nobody knows. */
  due: string;
  count: number;
}

/** SQL: the share of what began on a day that falls due until the end of the plan, in basis points. */
const shareDue = (day: string) => `(
  select coalesce(sum((payment->>'basisPoints')::int), 0) from jsonb_array_elements(l.payments) payment
  where (${day} + make_interval(months => (payment->>'lagMonths')::int))::date <= p.ends_on)`;

/**
 * What is still to be paid until the end of a plan's period, as its lines pay by their outlook: of contracts what falls due less what has come in, of open deals
 * in sight what would fall due if they closed on their day; one statement. What was due before and has not come is still expected.
 */
export function cashDue(
  manager: EntityManager,
  identity: Identity,
  planId: string,
  today: string,
  by: AttainmentBy,
): Promise<CashDue[]> {
  return manager.query(
    `with ${linesInSight(by)}, paying as (
       select l.*, o.payments from placed l left join line_outlook o on o.tenant_id = $1 and o.plan_line_id = l.id
     ), due as (
       select l.key, l.seen, null as stage, null as purchase_pattern, l.payments is not null as known,
         coalesce(greatest(b.amount_minor::numeric * ${shareDue('b.signed_on')} - ${wholeInBasisPoints} * paid.minor, 0), 0) as due
       from p join paying l on true
       join booked_contract b on b.tenant_id = $1 and b.plan_line_id = l.id
       cross join lateral (
         select coalesce(sum(c.amount_minor), 0) as minor from collected_payment c
         where c.tenant_id = $1 and c.contract_id = b.id and c.amount_currency = p.currency and c.received_on <= $3::date
       ) paid
       where b.amount_currency = p.currency and b.signed_on <= $3::date and $3::date <= p.ends_on and b.amount_minor > paid.minor
       union all
       select l.key, l.seen, c.stage, c.purchase_pattern, l.payments is not null,
         coalesce(c.amount_minor::numeric * ${shareDue('greatest(c.expected_close_on, $3::date)')}, 0)
       from p join paying l on true
       join pipeline_case c on c.tenant_id = $1 and c.plan_line_id = l.id
       where c.outcome = 'OPEN' and c.deal_id is not null and ${dealInSight} and c.amount_currency = p.currency and c.expected_close_on is not null
         and greatest(c.expected_close_on, $3::date) between p.starts_on and p.ends_on
     )
     select case when seen then key end as key, seen, stage, purchase_pattern as "purchasePattern", known,
       sum(due)::text as due, count(*)::int as count
     from due group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`,
    sightParameters(identity, planId, today),
  );
}

/** What is expected to come in until the end of a period beside what has, in minor units. */
export interface CashToCome {
  fromContracts: bigint;
  /** Each by the win rate of its stage. */
  fromDeals: bigint;
  /** Contracts that are not paid and deals that are expected, of lines of which nobody has said how they pay: in neither sum. */
  unknownCount: number;
}

/** Adds up what is due, each sum rounded once. Pure. */
export function cashToCome(due: readonly CashDue[], funnelOf: FunnelOf): CashToCome {
  const known = due.filter((one) => one.known);
  const whole = BigInt(wholeInBasisPoints);
  const contracts = known.reduce((sum, one) => (one.stage === null ? sum + BigInt(one.due) : sum), 0n);
  const deals = known.flatMap(({ stage, purchasePattern, due: minor }) => {
    const chance = stage && chanceAt(funnelOf(purchasePattern)?.stages ?? [], stage);
    return chance ? [{ minor, chance: ofTenThousandths(chance) }] : [];
  });
  return {
    fromContracts: roundedQuotient(contracts, whole),
    fromDeals: expectation(deals),
    unknownCount: due.reduce((sum, { known: isKnown, count }) => (isKnown ? sum : sum + count), 0),
  };
}

const ofTenThousandths = ({ numerator, denominator }: Ratio): Ratio => ({
  numerator,
  denominator: denominator * BigInt(wholeInBasisPoints),
});
