import { on, wait } from '@fivepoint/messaging';
import { type Command, known, notKnownYet } from '@fivepoint/service';
import { Lead } from '../lead/lead';
import { openLead } from '../lead/open-lead';

/** customer-success → acquisition: a customer who recommends us brings a lead, in a turn of its own: the loop closes. */
export const onReferralGiven = on('fivepoint.customer-success.referral-given.v1', async (command: Command, event) => {
  if (event.origin === 'import') return undefined;
  const { data } = event;
  if (await command.manager.existsBy(Lead, { tenantId: command.tenantId, referralId: data.referralId }))
    return undefined;
  const missing = data.referredAccountId ? await notKnownYet(command, 'account', data.referredAccountId) : null;
  if (missing) return missing;
  const owner = data.ownerId ? await known(command.manager, command.tenantId, 'rep', data.ownerId) : null;
  const team = data.team ?? owner?.team ?? null;
  if (data.ownerId && !team) return wait(`rep ${data.ownerId} is not known here yet`, { on: data.ownerId });
  await openLead(command, {
    source: 'REFERRAL',
    title: (data.need ?? data.referredName).slice(0, 200),
    organisation: data.referredName,
    accountId: data.referredAccountId,
    productId: data.productId ?? null,
    pursuitId: null,
    planLineId: null,
    referralId: data.referralId,
    contactIds: [],
    purchasePattern: null,
    expectedAmount: null,
    expectedCloseOn: null,
    ownerId: data.ownerId ?? null,
    team,
    correlationId: event.correlationId,
    parentCorrelationId: event.parentCorrelationId ?? null,
  });
  return undefined;
});
