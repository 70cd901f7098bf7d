import { messagingTables, rolesOf } from '@fivepoint/messaging';
import { commandTables, defineService, masterDataHandlers, MasterDataTable1000000000200 } from '@fivepoint/service';
import { AccountResolver } from './account/account.resolver';
import { onAccountTargeted } from './handoffs/account-targeted';
import { onContractSigned } from './handoffs/contract-signed';
import { onDealLost } from './handoffs/deal-lost';
import { onDealOpened } from './handoffs/deal-opened';
import { onReferralGiven } from './handoffs/referral-given';
import { onTargetRevised } from './handoffs/target-revised';
import { onTargetWithdrawn } from './handoffs/target-withdrawn';
import { HistoryResolver } from './history/history.resolver';
import { BantFinding } from './lead/bant-finding';
import { Lead } from './lead/lead';
import { LeadNeed } from './lead/lead-need';
import { LeadResolver } from './lead/lead.resolver';
import { PursuitsAndLeads1000000001000 } from './migrations/1000000001000-pursuits-and-leads';
import { OrderedLists1000000002000 } from './migrations/1000000002000-ordered-lists';
import { AlwaysOwned1000000003000 } from './migrations/1000000003000-always-owned';
import { RevisedTargets1000000017000 } from './migrations/1000000017000-revised-targets';
import { Pursuit } from './pursuit/pursuit';
import { PursuitResolver } from './pursuit/pursuit.resolver';
import { WonPlanLine } from './pursuit/won-plan-line';

/** 获客: owns pursuits and leads; from a targeted account to a qualified opportunity. */
export const acquisition = defineService({
  name: 'acquisition',
  entities: [Pursuit, WonPlanLine, Lead, LeadNeed, BantFinding],
  migrations: [
    messagingTables(rolesOf('acquisition')),
    commandTables(rolesOf('acquisition')),
    MasterDataTable1000000000200,
    PursuitsAndLeads1000000001000,
    OrderedLists1000000002000,
    AlwaysOwned1000000003000,
    RevisedTargets1000000017000,
  ],
  resolvers: [PursuitResolver, LeadResolver, AccountResolver, HistoryResolver],
  references: {
    Pursuit: ({ id }, context) => context.reads.one(Pursuit, id),
    Lead: ({ id }, context) => context.reads.one(Lead, id),
    Account: ({ id }) => ({ id }),
  },
  consumers: [
    {
      name: 'acquisition',
      handlers: [
        ...masterDataHandlers,
        onAccountTargeted,
        onTargetRevised,
        onTargetWithdrawn,
        onReferralGiven,
        onDealOpened,
        onDealLost,
        onContractSigned,
      ],
    },
  ],
});
