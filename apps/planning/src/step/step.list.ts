import { among, from, is, listOf, to } from '@fivepoint/service';
import { Step } from './step';
import { StepFilter } from './step.inputs';

export const StepList = listOf(Step, 'steps', {
  filter: StepFilter,
  where: {
    statuses: among('status'),
    stepTemplateId: is('stepTemplateId'),
    accountId: is('accountId'),
    planLineId: is('planLineId'),
    ownerId: is('ownerId'),
    team: is('team'),
    dueFrom: from('dueOn'),
    dueTo: to('dueOn'),
  },
  orders: {
    DUE_ON: { by: 'dueOn', description: 'The day by which it is to be complete (计划完成日).' },
  },
  order: { field: 'DUE_ON', direction: 'ASC' },
});
