import { sequenceOf } from '@fivepoint/service';
import { LedgerEntry } from './ledger-entry';

/** A ledger is read as it was written. */
export const LedgerEntryList = sequenceOf(LedgerEntry, 'id', 'ASC');
