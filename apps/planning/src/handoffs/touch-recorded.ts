import type { Envelope } from '@fivepoint/contracts';
import { on } from '@fivepoint/messaging';
import type { Command } from '@fivepoint/service';
import { moveTrust } from '../touch/move-trust';

type Told = Pick<Envelope<'fivepoint.deal.touch-recorded.v1'>, 'data'>;

/** What comes of a touch in another service moves trust as one of planning's own does, which was done with its command. */
const move = (command: Command, { data }: Told): Promise<void> => moveTrust(command, data);

/** acquisition, deal, receivables, customer-success → planning: the trust of the people who were met. */
export const onTouchRecorded = [
  on('fivepoint.acquisition.touch-recorded.v1', move),
  on('fivepoint.deal.touch-recorded.v1', move),
  on('fivepoint.receivables.touch-recorded.v1', move),
  on('fivepoint.customer-success.touch-recorded.v1', move),
];
