import { messagingTables, rolesOf } from '@fivepoint/messaging';
import { commandTables, defineService, masterDataHandlers, MasterDataTable1000000000200 } from '@fivepoint/service';
import { AccountResolver } from './account/account.resolver';
import { AgeingResolver } from './ageing/ageing.resolver';
import { ContractAccount } from './contract/contract-account';
import { ContractResolver } from './contract/contract.resolver';
import { Dispute } from './dispute/dispute';
import { DisputeResolver } from './dispute/dispute.resolver';
import { onContractSigned } from './handoffs/contract-signed';
import { HistoryResolver } from './history/history.resolver';
import { Instalment } from './instalment/instalment';
import { InstalmentResolver } from './instalment/instalment.resolver';
import { LedgerEntry } from './ledger/ledger-entry';
import { LedgerEntryResolver } from './ledger/ledger-entry.resolver';
import { ContractsAndMoney1000000001000 } from './migrations/1000000001000-contracts-and-money';
import { OrderedLists1000000002000 } from './migrations/1000000002000-ordered-lists';
import { AlwaysOwned1000000003000 } from './migrations/1000000003000-always-owned';
import { Milestone } from './milestone/milestone';
import { MilestoneResolver } from './milestone/milestone.resolver';
import { Receipt } from './receipt/receipt';
import { ReceiptResolver } from './receipt/receipt.resolver';

/** 回款: owns instalments, delivery milestones, receipts and disputes; from a signed contract to its last payment. */
export const receivables = defineService({
  name: 'receivables',
  entities: [ContractAccount, Instalment, Milestone, Receipt, LedgerEntry, Dispute],
  migrations: [
    messagingTables(rolesOf('receivables')),
    commandTables(rolesOf('receivables')),
    MasterDataTable1000000000200,
    ContractsAndMoney1000000001000,
    OrderedLists1000000002000,
    AlwaysOwned1000000003000,
  ],
  resolvers: [
    InstalmentResolver,
    ContractResolver,
    AccountResolver,
    MilestoneResolver,
    ReceiptResolver,
    LedgerEntryResolver,
    DisputeResolver,
    AgeingResolver,
    HistoryResolver,
  ],
  references: {
    Instalment: ({ id }, context) => context.reads.one(Instalment, id),
    Milestone: ({ id }, context) => context.reads.one(Milestone, id),
    Receipt: ({ id }, context) => context.reads.one(Receipt, id),
    Dispute: ({ id }, context) => context.reads.one(Dispute, id),
    Contract: ({ id }) => ({ id }),
    Account: ({ id }) => ({ id }),
  },
  consumers: [{ name: 'receivables', handlers: [...masterDataHandlers, onContractSigned] }],
});
