/** The sections of the industrial classification (GB/T 4754) and what companies call their markets: no organisation is called so alone. */
const sections = [
  '农林牧渔业 采矿业 制造业 建筑业 批发和零售业 批发零售业 批发业 零售业 住宿和餐饮业 住宿餐饮业 餐饮业 金融业 房地产业 租赁和商务服务业 服务业 教育业',
  '信息传输软件和信息技术服务业 软件业 交通运输仓储和邮政业 交通运输业 物流业 文化体育和娱乐业 娱乐业 保险业 证券业 银行业 汽车业 电子业 化工业 医药业 工业 农业 林业 渔业',
].join(' ');

const markets =
  '制造 金融 银行 保险 证券 能源 电力 电网 通信 运营商 医疗 医药 卫生 教育 高校 交通 物流 零售 快消 汽车 政府 政务 政企 军工 国防 航空 航天 铁路 石油 石化 化工 钢铁 冶金 煤炭 矿业 建筑 地产 房地产 互联网 烟草 公安 司法 水利 环保 电子 半导体 软件 餐饮 旅游 文旅 传媒 农牧 央企 国企 民企';

const inEnglish =
  'telecom telecoms telecommunications banking bank banks finance financial insurance healthcare health pharma pharmaceuticals manufacturing energy utilities power retail government education automotive logistics transportation transport construction mining agriculture aerospace defence defense chemicals semiconductors electronics software technology media hospitality';

const inEnglishOfMoreWords = [
  'financial services',
  'public sector',
  'real estate',
  'life sciences',
  'oil and gas',
  'consumer goods',
  'higher education',
];

export const industries: ReadonlySet<string> = new Set(
  [sections, markets, inEnglish].flatMap((names) => names.split(' ')).concat(inEnglishOfMoreWords),
);
