import { industryOf, unnamed } from './named-unit';

describe('a named buying unit (P04)', () => {
  it.each([
    ...[
      '华东',
      '江苏',
      '江苏省',
      '苏州市',
      '华东大区',
      '西北区',
      '江苏市场',
      '广西壮族自治区',
      '凉山彝族自治州',
      '昆山县',
      '全国',
    ],
    ...[
      '华东区域客户',
      'APAC',
      'China region',
      'Europe market',
      ' 上海 ',
      '大中华区',
      'Asia Pacific',
      'Jiangsu Province',
      '黔西南布依族苗族自治州',
      '西部',
    ],
  ])('is not the region %s', (name) => {
    expect(unnamed(name)).toBe('region');
  });

  it.each(['电信行业', '新能源行业', '智驾赛道'])('is not the industry %s', (name) => {
    expect(unnamed(name)).toBe('industry');
  });

  it.each([
    ...[
      '江苏电信',
      '江苏省电力公司',
      '苏州供电',
      '南京市人民政府',
      '上海市第一人民医院',
      '永辉超市',
      '盒马集市',
      '复星产业',
      'China Shipbuilding Industry',
      '义乌小商品市场',
      '东部战区总医院',
    ],
    ...[
      '中关村软件园区',
      '北京银行',
      '华东师范大学',
      '国家电网',
      'Whole Foods Market',
      'China Mobile',
      'Acme 苏州',
      'Bay Area Rapid Transit',
    ],
  ])('is %s', (name) => {
    expect(unnamed(name)).toBeNull();
  });

  it('knows an industry by its bare name', () => {
    expect([industryOf('电信行业'), industryOf('电信'), industryOf('Telecom industry')]).toEqual([
      '电信',
      '电信',
      'Telecom',
    ]);
  });
});
