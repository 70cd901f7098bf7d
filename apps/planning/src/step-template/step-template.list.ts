import { among, has, is, listOf } from '@fivepoint/service';
import { StepTemplate } from './step-template';
import { StepTemplateFilter } from './step-template.inputs';

export const StepTemplateList = listOf(StepTemplate, 'step templates', {
  filter: StepTemplateFilter,
  where: { points: among('point'), stepKey: is('stepKey'), isRetired: has('retiredAt') },
  orders: {
    PLACE: { by: 'place', description: 'The place within the point, first to last (顺序).' },
  },
  order: { field: 'PLACE', direction: 'ASC' },
});
