import { sequenceOf } from '@fivepoint/service';
import { LeadNeed } from './lead-need';

/** Statements are read as they were recorded. */
export const LeadNeedList = sequenceOf(LeadNeed, 'id', 'ASC');
