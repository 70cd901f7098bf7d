import { sequenceOf } from '@fivepoint/service';
import { AccountAssessment } from './account-assessment';

export const AccountAssessmentList = sequenceOf(AccountAssessment, 'assessedOn', 'DESC');
