import { PortTaken } from '@fivepoint/service';
import { requireFreePort } from '../../dev/src/house';

/** Gives out the free ports of this machine from one on, each once. */
export class Ports {
  constructor(private next: number) {}

  async take(): Promise<number> {
    for (;;) {
      const port = this.next++;
      try {
        await requireFreePort(port);
        return port;
      } catch (error) {
        if (!(error instanceof PortTaken)) throw error;
      }
    }
  }
}
