import { among, is, sequenceOf } from '@fivepoint/service';
import { decidedConditions } from '../selection/decided-filter';
import { CoverageReturn } from './coverage-return';
import { CoverageReturnFilter } from './coverage-return.inputs';

/** The greatest first; what narrows it is said of the accounts, and what is known is said of the key. */
export const CoverageReturnList = sequenceOf(CoverageReturn, 'ratio', 'DESC', {
  filter: CoverageReturnFilter,
  where: {
    ownerId: is('ownerId'),
    team: is('team'),
    classes: among('class'),
    isKnown: () => undefined,
    ...decidedConditions,
  },
});
