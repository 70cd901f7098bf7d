import { config } from './config';
import { decide, retryAll } from './decide';
import { openHouse } from './events-house';
import { show } from './lists';
import { eventsRequest } from './options';
import { parked } from './parked';
import { prune } from './prune';
import { reconcile } from './reconcile';
import { rejected } from './rejected';
import { type ExitCode, type Print, replay, resend } from './send-again';

/** `npm run events -- …`: does what was asked for and tells what came of it. RangeError, InvalidConfig or ReplayRefused: nothing was changed. */
export async function runEvents(args: readonly string[], env: NodeJS.ProcessEnv, print: Print): Promise<ExitCode> {
  const request = eventsRequest(args, new Date());
  const house = await openHouse(config(env));
  try {
    switch (request.kind) {
      case 'retry':
        return 'filter' in request
          ? await retryAll(house, request, print)
          : await decide(house, { ...request, reason: null }, print);
      case 'discard':
        return await decide(house, request, print);
      case 'replay':
        return await replay(house, request, print);
      case 'resend':
        return await resend(house, request, print);
      case 'reconcile':
        return await reconcile(house, request, print);
      case 'parked':
        return await parked(house, request, print);
      case 'rejected':
        return await rejected(house, request, print);
      case 'prune':
        return await prune(house, request, print);
      default:
        return await show(house, request, print);
    }
  } finally {
    await house.close();
  }
}
