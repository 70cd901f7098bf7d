import { readEveryList, serviceUnderTest, type ServiceUnderTest, unindexedOrders } from '@fivepoint/testing';
import { AccountList } from '../account/account.list';
import { ContactList } from '../contact/contact.list';
import { PlanLineList } from '../plan-line/plan-line.list';
import { PlanList } from '../plan/plan.list';
import { ProductList } from '../product/product.list';
import { RepList } from '../rep/rep.list';
import { planning } from '../service';

describe("planning's lists", () => {
  let service: ServiceUnderTest;

  beforeAll(async () => {
    service = await serviceUnderTest(planning);
  });
  afterAll(() => service.stop());

  it('answer in every order and with every condition that they offer', async () => {
    expect((await readEveryList(await service.as())).length).toBeGreaterThan(20);
  });

  it('cost the same wherever a page lies: every order has its index', async () => {
    const lists = [AccountList, ContactList, PlanLineList, PlanList, ProductList, RepList];
    expect(await unindexedOrders(planning, lists, service.superuserUrl)).toEqual([]);
  });
});
