import { among, from, has, is, sequenceOf, to } from '@fivepoint/service';
import { PipelineCase } from './pipeline-case';
import { PipelineCaseFilter } from './pipeline.inputs';

export const PipelineCaseList = sequenceOf(PipelineCase, 'beganOn', 'DESC', {
  filter: PipelineCaseFilter,
  where: {
    stages: among('stage'),
    outcomes: among('outcome'),
    purchasePatterns: among('purchasePattern'),
    accountId: is('accountId'),
    productId: is('productId'),
    planLineId: is('planLineId'),
    ownerId: is('ownerId'),
    team: is('team'),
    hasDeal: has('dealId'),
    closedFrom: from('closedOn'),
    closedTo: to('closedOn'),
  },
});
