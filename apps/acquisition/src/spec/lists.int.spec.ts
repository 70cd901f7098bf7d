import { readEveryList, serviceUnderTest, type ServiceUnderTest, unindexedOrders } from '@fivepoint/testing';
import { LeadList } from '../lead/lead.list';
import { PursuitList } from '../pursuit/pursuit.list';
import { acquisition } from '../service';

describe("acquisition's lists", () => {
  let service: ServiceUnderTest;

  beforeAll(async () => {
    service = await serviceUnderTest(acquisition);
  });
  afterAll(() => service.stop());

  it('answer in every order and with every condition that they offer', async () => {
    expect((await readEveryList(await service.as())).length).toBeGreaterThan(20);
  });

  it('cost the same wherever a page lies: every order has its index', async () => {
    const lists = [LeadList, PursuitList];
    expect(await unindexedOrders(acquisition, lists, service.superuserUrl)).toEqual([]);
  });
});
