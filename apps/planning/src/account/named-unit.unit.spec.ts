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

  it.each([
    ...[
      'South',
      'East region',
      'Northern China',
      'south-east',
      'Jiangsu',
      '深圳',
      '苏州',
      '武汉客户',
      '湖北省各市',
      'North America',
    ],
    ...['Shenzhen customers', '海外市场', 'Middle East'],
  ])('is not the region %s, by its short name or in English', (name) => {
    expect(unnamed(name)).toBe('region');
  });

  it.each([
    ...[
      '金融业',
      '制造',
      '银行',
      '医疗行业客户',
      'Healthcare',
      'Telecom industry',
      'banking customers',
      '能源企业',
      '房地产公司',
    ],
    ...['Public Sector', '汽车产业', '农林牧渔业', '政企客户'],
  ])('is not the industry %s, which everybody knows', (name) => {
    expect(unnamed(name)).toBe('industry');
  });

  it.each(['所有客户', '其他', '其他客户', '大客户', 'all customers', 'Others', 'key accounts', '新客户'])(
    'is not %s, who is everybody',
    (name) => {
      expect(unnamed(name)).toBe('group');
    },
  );

  it.each([
    ...[
      '兴业',
      '中国铝业',
      '赣锋锂业',
      '招商银行',
      '深圳地铁',
      '南方电网',
      '东方航空',
      '国家能源集团',
      '上海汽车',
      '江铃汽车',
    ],
    ...['Bank of China', 'Southern Company', 'Western Digital', 'Delta Power', 'General Electric', 'East West Bank'],
    ...[
      'North Face',
      '中国移动',
      '电信',
      '联通',
      '阿里',
      '黄山',
      '平安保险',
      'Central Retail',
      '新客户科技',
      '潜江制药',
    ],
  ])('is %s, whose name only has such words in it', (name) => {
    expect(unnamed(name)).toBeNull();
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
