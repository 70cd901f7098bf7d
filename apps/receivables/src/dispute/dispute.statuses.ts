import { transitions } from '@fivepoint/kernel';
import { graphEnum, lifecycle } from '@fivepoint/service';

export const DisputeStatus = graphEnum('DisputeStatus', 'Whether a dispute is still open (争议状态).', {
  OPEN: 'Payment is held back (未解决).',
  RESOLVED: 'It is closed, with how it ended (已解决).',
});
export type DisputeStatus = keyof typeof DisputeStatus;

/** The dispute's lifecycle; a new reason is a new dispute. */
export const disputeStatuses = lifecycle('dispute', transitions<DisputeStatus>()({ OPEN: ['RESOLVED'], RESOLVED: [] }));
