import { readEveryList, serviceUnderTest, type ServiceUnderTest, unindexedOrders } from '@fivepoint/testing';
import { ExpansionList } from '../expansion/expansion.list';
import { ReferralList } from '../referral/referral.list';
import { RenewalList } from '../renewal/renewal.list';
import { SuccessPlanList } from '../success-plan/success-plan.list';
import { customerSuccess } from '../service';

describe("customer-success's lists", () => {
  let service: ServiceUnderTest;

  beforeAll(async () => {
    service = await serviceUnderTest(customerSuccess);
  });
  afterAll(() => service.stop());

  it('answer in every order and with every condition that they offer', async () => {
    expect((await readEveryList(await service.as())).length).toBeGreaterThan(20);
  });

  it('cost the same wherever a page lies: every order has its index', async () => {
    const lists = [ExpansionList, ReferralList, RenewalList, SuccessPlanList];
    expect(await unindexedOrders(customerSuccess, lists, service.superuserUrl)).toEqual([]);
  });
});
