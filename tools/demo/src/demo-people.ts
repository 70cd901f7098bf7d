import type { LocalUser } from '../../issuer/src/store';

/** The demo tenant, written by us: a maker of power systems that sells to a few large customers. */
export const demoTenant = {
  id: '01998f00-0000-7000-8000-000000000001',
  name: '星桥电源 Starbridge Power',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
};

const user = (name: string, title: string, roles: string[], teams: string[]): LocalUser => ({
  name,
  title,
  userId: `demo-${name}`,
  tenantId: demoTenant.id,
  roles,
  teams,
  repId: null,
});

/** Who there is to sign in as. Those who sell become planning's reps on the first start. */
export const demoPeople: readonly LocalUser[] = [
  user('lin', '林 Lin · key-account manager, north', ['REP'], ['north']),
  user('gao', '高 Gao · key-account manager, south', ['REP'], ['south']),
  user('chen', '陈 Chen · sales manager, north', ['MANAGER'], ['north']),
  user('wang', '王 Wang · general manager', ['EXECUTIVE'], []),
  user('zhao', '赵 Zhao · finance', ['FINANCE'], []),
  user('sun', '孙 Sun · delivery', ['DELIVERY'], []),
  user('zhou', '周 Zhou · customer success', ['CSM'], []),
  user('admin', 'administrator', ['ADMIN'], []),
];

/** Sells, so has a row in planning; the manager comes first, because reps name theirs. */
export const demoReps = ['chen', 'lin', 'gao'] as const;
