import { addDays, type LocalDate, localDateOf, parseLocalDate } from '@fivepoint/kernel';
import type { Command } from '@fivepoint/service';
import type { EntityManager } from 'typeorm';
import type { Account } from '../account/account';
import { AccountPosition } from '../account/account-position';
import { BookedContract } from '../attainment/booked-contract';
import { Contact } from '../contact/contact';
import { ContactStanding } from '../contact/contact-standing';
import { DriverMeasure } from '../driver/driver-measure';
import { DriftReading } from '../drift/drift-reading';
import { LeadClassification } from '../account/lead-classification';
import { RelationshipOverride } from '../override/relationship-override';
import { Tenant } from '../tenant/tenant';
import type { AccountFacts } from './assess';

const accessPercent = { NONE: 0, PARTIAL: 50, FULL: 100 } as const;

/** What is known of each of the accounts, with one statement for each kind of fact. */
export async function factsOf(
  { manager, tenantId }: Command,
  accounts: readonly Account[],
  timeZone: string,
): Promise<(account: Account) => AccountFacts> {
  const ids = accounts.map(({ id }) => id);
  const of = <T extends { accountId: string | null }>(Row: new () => T, order: string) =>
    byAccount(manager, Row, tenantId, ids, order);
  const tenant = await manager.findOneBy(Tenant, { tenantId, id: tenantId });
  const orders = await of(BookedContract, 'e.signedOn');
  const measures = await of(DriverMeasure, 'e.id');
  const people = await of(Contact, 'e.id');
  const standings = await of(ContactStanding, 'e.id');
  const positions = await of(AccountPosition, 'e.id');
  const classified = await of(LeadClassification, 'e.classifiedOn');
  const drift = await of(DriftReading, 'e.detectedOn');
  const overrides = await of(RelationshipOverride, 'e.id');
  const day = (text: string): LocalDate => parseLocalDate(text);

  return (account) => ({
    currency: account.assessmentCurrency ?? tenant?.currency ?? 'CNY',
    registeredOn: localDateOf(account.createdAt, timeZone),
    orders: orders(account.id).map(({ signedOn, amount }) => ({
      on: day(signedOn),
      amount: amount.minor,
      currency: amount.currency,
    })),
    measures: measures(account.id).map(
      ({ id, measuredOn, demandDriverId, productId, quantity, intensity, unitPrice }) => ({
        ...{ id, quantity, intensity },
        on: day(measuredOn),
        of: `${demandDriverId} ${productId ?? ''}`,
        unitPrice: { minor: unitPrice.minor, currency: unitPrice.currency },
      }),
    ),
    people: people(account.id).map(({ id, leftOn }) => ({
      leftOn: leftOn === null ? null : day(leftOn),
      standings: standings(account.id)
        .filter(({ contactId }) => contactId === id)
        .map(({ standsOn, roles, access, support }) => ({
          from: day(standsOn),
          is: { roles, access: accessPercent[access], support: support ?? 0 },
        })),
    })),
    positions: positions(account.id).map(({ positionedOn, purchasePattern, attainableBasisPoints }) => ({
      from: day(positionedOn),
      is: { purchasePattern, attainableBasisPoints },
    })),
    classified: classified(account.id).map(({ classifiedOn, purchasePattern }) => ({
      from: day(classifiedOn),
      is: purchasePattern,
    })),
    drift: drift(account.id).map(({ detectedOn, level, riskBasisPoints }) => ({
      on: day(detectedOn),
      ...{ level, riskBasisPoints },
    })),
    overrides: overrides(account.id).map(({ id, stage, score, setOn, expiresOn, endedOn }) => ({
      ...{ id, stage },
      score: score === null ? null : score * 10_000,
      from: day(setOn),
      until: endedOn === null ? addDays(day(expiresOn), 1) : day(endedOn),
    })),
  });
}

async function byAccount<T extends { accountId: string | null }>(
  manager: EntityManager,
  Row: new () => T,
  tenantId: string,
  ids: readonly string[],
  order: string,
): Promise<(accountId: string) => readonly T[]> {
  const rows = await manager
    .createQueryBuilder(Row, 'e')
    .where('e.tenant_id = :tenantId and e.account_id = any(:ids)', { tenantId, ids })
    .orderBy(order)
    .addOrderBy('e.id')
    .getMany();
  const grouped = new Map<string | null, T[]>(ids.map((id) => [id, []]));
  for (const row of rows) grouped.get(row.accountId)?.push(row);
  return (accountId) => grouped.get(accountId) ?? [];
}
