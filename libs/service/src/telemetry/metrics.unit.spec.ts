import type { Messaging } from '@fivepoint/messaging';
import { serviceMetrics } from './metrics';

describe("a service's metrics", () => {
  it("carry messaging's gauges of this very scrape, and forget those that are gone", async () => {
    let parked = 3;
    const messaging = {
      ready: () => true,
      gauges: async () => [
        ...(parked > 0
          ? [{ name: 'fivepoint_inbox_parked', help: 'parked', labels: { consumer: 'deal' }, value: parked }]
          : []),
      ],
    } as unknown as Messaging;
    const { scrape } = serviceMetrics('deal', messaging);
    expect((await scrape()).text).toContain('fivepoint_inbox_parked{consumer="deal",service="deal"} 3');
    parked = 0;
    const { text } = await scrape();
    expect(text).not.toContain('fivepoint_inbox_parked{');
    expect(text).toContain('fivepoint_messaging_up{service="deal"} 1');
  });
});
