import { tenantProblems } from './register-tenant';

const huaxin = { name: '华信通信设备有限公司', timeZone: 'Asia/Shanghai', currency: 'CNY' };

describe('what a tenant must say', () => {
  it('is a name, a time zone and a currency that exist', () => {
    expect(tenantProblems(huaxin)).toEqual([]);
    const wrong = tenantProblems({ name: ' ', timeZone: 'Asia/Nowhere', currency: 'RMB' });
    expect(wrong.map(({ path }) => path)).toEqual(['name', 'timeZone', 'currency']);
    expect(wrong[1]?.message).toContain('IANA name');
  });

  it('is a name of 1 to 200 characters', () => {
    const wrong = [{ path: 'name', message: 'must have 1 to 200 characters' }];
    expect(tenantProblems({ ...huaxin, name: 'x'.repeat(200) })).toEqual([]);
    expect(tenantProblems({ ...huaxin, name: 'x'.repeat(201) })).toEqual(wrong);
    expect(tenantProblems({ ...huaxin, name: '' })).toEqual(wrong);
  });
});
