/** The provincial divisions of China by their short names, its great regions, and what stands for more than one. */
const regions = new Set(
  [
    '北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 台湾 香港 澳门',
    '东部 西部 中部 南方 北方 大中华 华东 华南 华北 华中 东北 西北 西南 中南 长三角 珠三角 京津冀 粤港澳 全国 全球 海外 国内 亚太',
    'apac emea latam asia europe china worldwide',
  ]
    .flatMap((names) => names.split(' '))
    .concat('asia pacific', 'greater china'),
);

/** Words that make a region of a short name before them; 超市 is a supermarket, and 门市 a shop. */
const regional = /地区$|大区$|区域$|片区$|省$|县$|(?<![超门菜夜花城集])市$/u;
/** Only a region ends so, however long its name is. */
const always = /(?:自治[区州]|特别行政区| province)$/u;
/** Words that may end an organisation's name as well: they say nothing but after a region. */
const ofARegion = /(?:市场|区|客户| (?:region|territory|market|area))$/u;
/** Only an industry ends so. */
const surely = /(?:行业|赛道)$/u;
/** Words of an industry's name, and of a company's too: 中国船舶产业. */
const industrial = /(?:行业|产业|领域|板块|赛道| (?:industry|sector|vertical))$/iu;

/** 江苏省 is a region; a longer name before such a word is somebody's. */
const longestPlace = 6;

export type Unnamed = 'region' | 'industry';

/**
 * What a name names that is no organisation (P04): a region or an industry, whose target would be everybody's and nobody's (不按区域、行业). A region
 * is known by its whole name, such as 华东, 江苏省 or 华东市场; 江苏省电力公司 is none. Of an industry it needs 行业; its bare
 * name, and one that ends with 产业, industry and the like, is known to who knows the industries of the tenant (`industryOf`). Pure.
 */
export function unnamed(name: string): Unnamed | null {
  const whole = name.trim().toLowerCase();
  if (surely.test(whole)) return 'industry';
  return isRegion(whole) ? 'region' : null;
}

function isRegion(whole: string): boolean {
  if (regions.has(whole) || always.test(whole)) return true;
  const place = whole.replace(regional, '');
  if (place !== whole) return [...place].length <= longestPlace;
  const before = whole.replace(ofARegion, '');
  return before !== whole && isRegion(before);
}

/** The name of an industry without the word that says that it is one: 电信 for 电信行业. Pure. */
export const industryOf = (name: string): string => name.trim().replace(industrial, '');
