import { accountInSight, type Command, known, InputProblem, InvalidInput, NotFound, present } from '@fivepoint/service';
import { ownerOfAccount } from '../success-plan/owner-of-account';
import { latestPlanOf } from '../success-plan/plan-of-contract';
import { Referral } from './referral';
import type { GiveReferralInput } from './referral.inputs';

export type GiveReferralOutcome = Referral | NotFound | InvalidInput;

/** Records that a customer brings another one (capability S02): acquisition captures the lead, and a new turn of the lifecycle begins. */
export async function giveReferral(command: Command, input: GiveReferralInput): Promise<GiveReferralOutcome> {
  const account = (id: string) => accountInSight(command, id);
  const referrer = await account(input.referrerId);
  if (!referrer) return new NotFound('Account', input.referrerId);
  const referred = input.referredId ? await account(input.referredId) : null;
  if (input.referredId && !referred) return new NotFound('Account', input.referredId);
  if (input.productId && !(await known(command.manager, command.tenantId, 'product', input.productId)))
    return new NotFound('Product', input.productId);
  const referredName = referred?.name ?? input.referredName?.trim();
  if (!referredName)
    return new InvalidInput([new InputProblem('referredName', 'name who is referred, or give its referredId')]);
  if (referred?.id === referrer.id)
    return new InvalidInput([
      new InputProblem('referredId', 'a customer cannot refer itself; an expansion is what you mean'),
    ]);
  const plan = await latestPlanOf(command, input.referrerId);
  const turn = command.newTurn();
  const referral = Object.assign(new Referral(), {
    ...command.newAggregate(turn),
    accountId: input.referrerId,
    referredAccountId: input.referredId ?? null,
    productId: input.productId ?? null,
    referredName,
    need: input.need ?? null,
    ...ownerOfAccount(referrer, plan),
  });
  await command.add(referral);
  command.emit({
    type: 'fivepoint.customer-success.referral-given.v1',
    key: referral.accountId,
    subject: referral.id,
    correlationId: turn,
    ...(plan && { parentCorrelationId: plan.correlationId }),
    data: {
      referralId: referral.id,
      referrerAccountId: referral.accountId,
      referredAccountId: referral.referredAccountId,
      referredName,
      ...present({
        need: referral.need,
        productId: referral.productId,
        ownerId: referral.ownerId,
        team: referral.team,
      }),
    },
  });
  return referral;
}
