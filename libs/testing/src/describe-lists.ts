import type { ServiceDefinition } from '@fivepoint/service';
import { type ListCase, planted, type PlantedRow, wrongAnswers } from './planted-list';
import { readEveryList } from './read-every-list';
import { serviceUnderTest, type ServiceUnderTest } from './service-under-test';
import { unindexedOrders } from './unindexed-orders';

/**
 * Proves of a service's lists that each condition and each order chooses what it says, and that no order reads more than its page.
 * @param cases what the lists hold, and what each condition and order of theirs must find there
 * @param classes the lists' own, which name their orders
 */
export function describeLists(
  definition: ServiceDefinition,
  cases: readonly ListCase[],
  classes: Parameters<typeof unindexedOrders>[1],
): void {
  describe(`${definition.name}'s lists`, () => {
    let service: ServiceUnderTest;
    const rows = new Map<ListCase, PlantedRow[]>();

    beforeAll(async () => {
      service = await serviceUnderTest(definition);
      // All before the first is asked, and always in the same order: rows of one list may bear upon another's.
      for (const listed of cases) rows.set(listed, await planted(service, listed));
    });
    afterAll(() => service.stop());

    it('answer in every order and with every condition that they offer', async () => {
      expect((await readEveryList(await service.as())).length).toBeGreaterThan(20);
    });

    it.each(cases)('$list are narrowed and put in order by what they say', async (listed) => {
      expect(await wrongAnswers(service, listed, rows.get(listed) ?? [])).toEqual([]);
    });

    it('cost the same wherever a page lies: every order has its index', async () => {
      expect(await unindexedOrders(definition, classes, service.superuserUrl)).toEqual([]);
    });
  });
}
