import { messagingTables, rolesOf } from '@fivepoint/messaging';
import { commandTables, defineService, masterDataHandlers, MasterDataTable1000000000200 } from '@fivepoint/service';
import { AccountResolver } from './account/account.resolver';
import { ContractResolver } from './contract/contract.resolver';
import { Expansion } from './expansion/expansion';
import { ExpansionResolver } from './expansion/expansion.resolver';
import { onContractSettled } from './handoffs/contract-settled';
import { onContractSigned } from './handoffs/contract-signed';
import { onDealLost } from './handoffs/deal-lost';
import { onDealOpened } from './handoffs/deal-opened';
import { onPaymentReceived } from './handoffs/payment-received';
import { SuccessPlansAndRenewals1000000001000 } from './migrations/1000000001000-success-plans-and-renewals';
import { OrderedLists1000000002000 } from './migrations/1000000002000-ordered-lists';
import { AlwaysOwned1000000003000 } from './migrations/1000000003000-always-owned';
import { Referral } from './referral/referral';
import { ReferralResolver } from './referral/referral.resolver';
import { Renewal } from './renewal/renewal';
import { RenewalResolver } from './renewal/renewal.resolver';
import { SuccessPlan } from './success-plan/success-plan';
import { SuccessPlanResolver } from './success-plan/success-plan.resolver';

/** 续单: owns success plans, renewals, expansions and referrals; from a signed contract to the next one. */
export const customerSuccess = defineService({
  name: 'customer-success',
  entities: [SuccessPlan, Renewal, Expansion, Referral],
  migrations: [
    messagingTables(rolesOf('customer-success')),
    commandTables(rolesOf('customer-success')),
    MasterDataTable1000000000200,
    SuccessPlansAndRenewals1000000001000,
    OrderedLists1000000002000,
    AlwaysOwned1000000003000,
  ],
  resolvers: [
    SuccessPlanResolver,
    RenewalResolver,
    ExpansionResolver,
    ReferralResolver,
    AccountResolver,
    ContractResolver,
  ],
  references: {
    SuccessPlan: ({ id }, context) => context.reads.one(SuccessPlan, id),
    Renewal: ({ id }, context) => context.reads.one(Renewal, id),
    Expansion: ({ id }, context) => context.reads.one(Expansion, id),
    Referral: ({ id }, context) => context.reads.one(Referral, id),
    Account: ({ id }) => ({ id }),
    Contract: ({ id }) => ({ id }),
  },
  consumers: [
    {
      name: 'customer-success',
      handlers: [
        ...masterDataHandlers,
        onContractSigned,
        onPaymentReceived,
        onContractSettled,
        onDealOpened,
        onDealLost,
      ],
    },
  ],
});
