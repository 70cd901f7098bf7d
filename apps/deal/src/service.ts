import { messagingTables, rolesOf } from '@fivepoint/messaging';
import { commandTables, defineService, masterDataHandlers, MasterDataTable1000000000200 } from '@fivepoint/service';
import { AccountResolver } from './account/account.resolver';
import { Contract } from './contract/contract';
import { ContractResolver } from './contract/contract.resolver';
import { Deal } from './deal/deal';
import { DealResolver } from './deal/deal.resolver';
import { onExpansionIdentified } from './handoffs/expansion-identified';
import { onOpportunityQualified } from './handoffs/opportunity-qualified';
import { onRenewalIdentified } from './handoffs/renewal-identified';
import { HistoryResolver } from './history/history.resolver';
import { LeadResolver } from './lead/lead.resolver';
import { DealsAndContracts1000000001000 } from './migrations/1000000001000-deals-and-contracts';
import { OrderedLists1000000002000 } from './migrations/1000000002000-ordered-lists';
import { AlwaysOwned1000000003000 } from './migrations/1000000003000-always-owned';

/** 拿单: owns deals and contracts; from a qualified opportunity to a signed contract. */
export const deal = defineService({
  name: 'deal',
  entities: [Deal, Contract],
  migrations: [
    messagingTables(rolesOf('deal')),
    commandTables(rolesOf('deal')),
    MasterDataTable1000000000200,
    DealsAndContracts1000000001000,
    OrderedLists1000000002000,
    AlwaysOwned1000000003000,
  ],
  resolvers: [DealResolver, ContractResolver, AccountResolver, LeadResolver, HistoryResolver],
  references: {
    Deal: ({ id }, context) => context.reads.one(Deal, id),
    Contract: ({ id }, context) => context.reads.one(Contract, id),
    Account: ({ id }) => ({ id }),
    Lead: ({ id }) => ({ id }),
  },
  consumers: [
    {
      name: 'deal',
      handlers: [...masterDataHandlers, onOpportunityQualified, onRenewalIdentified, onExpansionIdentified],
    },
  ],
});
