import { readEveryList, serviceUnderTest, type ServiceUnderTest, unindexedOrders } from '@fivepoint/testing';
import { ContractList } from '../contract/contract.list';
import { DealList } from '../deal/deal.list';
import { deal } from '../service';

describe("deal's lists", () => {
  let service: ServiceUnderTest;

  beforeAll(async () => {
    service = await serviceUnderTest(deal);
  });
  afterAll(() => service.stop());

  it('answer in every order and with every condition that they offer', async () => {
    expect((await readEveryList(await service.as())).length).toBeGreaterThan(20);
  });

  it('cost the same wherever a page lies: every order has its index', async () => {
    const lists = [ContractList, DealList];
    expect(await unindexedOrders(deal, lists, service.superuserUrl)).toEqual([]);
  });
});
