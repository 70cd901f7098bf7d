import { contains, is, listOf } from '@fivepoint/service';
import { Referral } from './referral';
import { ReferralFilter } from './referral.inputs';

export const ReferralList = listOf(Referral, 'referrals', {
  filter: ReferralFilter,
  where: {
    referredNameContains: contains('referredName'),
    referrerId: is('accountId'),
    ownerId: is('ownerId'),
    team: is('team'),
  },
});
