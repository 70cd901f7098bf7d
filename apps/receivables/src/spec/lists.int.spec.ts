import { readEveryList, serviceUnderTest, type ServiceUnderTest, unindexedOrders } from '@fivepoint/testing';
import { DisputeList } from '../dispute/dispute.list';
import { InstalmentList } from '../instalment/instalment.list';
import { ReceiptList } from '../receipt/receipt.list';
import { receivables } from '../service';

describe("receivables's lists", () => {
  let service: ServiceUnderTest;

  beforeAll(async () => {
    service = await serviceUnderTest(receivables);
  });
  afterAll(() => service.stop());

  it('answer in every order and with every condition that they offer', async () => {
    expect((await readEveryList(await service.as())).length).toBeGreaterThan(20);
  });

  it('cost the same wherever a page lies: every order has its index', async () => {
    const lists = [DisputeList, InstalmentList, ReceiptList];
    expect(await unindexedOrders(receivables, lists, service.superuserUrl)).toEqual([]);
  });
});
