import { among, from, listOf, to } from '@fivepoint/service';
import { FunnelTemplate } from './funnel-template';
import { FunnelTemplateFilter } from './funnel.inputs';

export const FunnelTemplateList = listOf(FunnelTemplate, 'funnelTemplates', {
  filter: FunnelTemplateFilter,
  where: {
    purchasePatterns: among('purchasePattern'),
    effectiveFrom: from('effectiveOn'),
    effectiveTo: to('effectiveOn'),
  },
  orders: {
    EFFECTIVE_ON: { by: 'effectiveOn', description: 'The day from which it counts (生效日).' },
  },
  order: { field: 'EFFECTIVE_ON', direction: 'DESC' },
});
