import { type Command, InputProblem, InvalidInput, knownReferences, NotFound, present } from '@fivepoint/service';
import { ownerOfAccount } from '../success-plan/owner-of-account';
import { latestPlanOf } from '../success-plan/plan-of-contract';
import { Referral } from './referral';
import type { GiveReferralInput } from './referral.inputs';

export type GiveReferralOutcome = Referral | NotFound | InvalidInput;

/** Records that a customer brings another one (capability S02): acquisition captures the lead, and a new turn of the lifecycle begins. */
export async function giveReferral(command: Command, input: GiveReferralInput): Promise<GiveReferralOutcome> {
  const { referredId, productId } = input;
  if (referredId && input.referredName)
    return new InvalidInput([
      new InputProblem(
        'referredName',
        'give either referredId or referredName: the account says already what it is called',
      ),
    ]);
  const referrer = await knownReferences(command, { accountId: input.referrerId }, null);
  if (referrer instanceof NotFound) return referrer;
  const referred = await knownReferences(command, { accountId: referredId, productId }, null);
  if (referred instanceof NotFound) return referred;
  const referredName = referred.account?.name ?? input.referredName;
  if (!referredName)
    return new InvalidInput([new InputProblem('referredName', 'name who is referred, or give its referredId')]);
  if (referred.accountId === referrer.accountId)
    return new InvalidInput([
      new InputProblem('referredId', 'a customer cannot refer itself; an expansion is what you mean'),
    ]);
  const plan = await latestPlanOf(command, input.referrerId);
  const turn = command.newTurn();
  const referral = Object.assign(new Referral(), {
    ...command.newAggregate(turn),
    accountId: input.referrerId,
    referredAccountId: referred.accountId,
    productId: referred.productId,
    referredName,
    need: input.need ?? null,
    ...ownerOfAccount(referrer.account, plan),
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
