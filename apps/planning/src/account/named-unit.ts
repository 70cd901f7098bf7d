import { industries } from './industries';
import { directions, regions } from './regions';

/** Words that make a region of a short name before them; 超市 is a supermarket, and 门市 a shop. */
const regional = /地区$|大区$|区域$|片区$|省$|县$|(?<![超门菜夜花城集])市$/u;
/** Only a region ends so, however long its name is. */
const always = /(?:自治[区州]|特别行政区| province)$/u;
/** Words that may end an organisation's name as well: they say nothing but after a region. */
const ofARegion =
  /(?:市场|区|各地|各市|各省|各县|客户| (?:region|territory|market|area|district|accounts?|customers?))$/u;
/** Only an industry ends so. */
const surely = /(?:行业|赛道)$/u;
/** Words of an industry's name, and of a company's too: 中国船舶产业. */
const industrial = /(?:行业|产业|领域|板块|赛道| (?:industry|sector|vertical))$/iu;

/** Words after an industry that make nobody of it: 医疗行业客户, banking customers. */
const ofAnIndustry = /(?:客户|用户|企业|公司|单位|类| (?:accounts?|customers?|clients?|companies))$/u;
/** Everybody, and who is left. */
const everybody =
  /^(?:所有|全部|全体|其他|其它|其余|各类|潜在|重点|大|老|新|存量|增量|小)?(?:客户|用户|大客户)$|^(?:其他|其它|其余)$|^(?:all|other|key|new|existing)? ?(?:accounts|customers|clients|others)$|^other$/u;

/** 江苏省 is a region; a longer name before such a word is somebody's. */
const longestPlace = 6;

export type Unnamed = 'region' | 'industry' | 'group';

/**
 * What a name names that is no organisation (P04): a region, an industry or customers in general, whose target would be everybody's and nobody's
 * (不按区域、行业). A region and an industry are known by their whole names, such as 华东, 江苏省, 深圳, 华东市场, 金融业 or 医疗行业客户;
 * 江苏省电力公司 is none. What only one tenant calls an industry is known to who knows its industries (`industryOf`). Pure.
 */
export function unnamed(name: string): Unnamed | null {
  const whole = name.trim().toLowerCase();
  if (everybody.test(whole)) return 'group';
  if (isIndustry(whole)) return 'industry';
  return isRegion(whole) ? 'region' : null;
}

function isIndustry(whole: string): boolean {
  if (surely.test(whole) || industries.has(whole)) return true;
  const bare = industryOf(whole);
  if (bare !== whole) return industries.has(bare);
  const before = whole.replace(ofAnIndustry, '');
  return before !== whole && isIndustry(before);
}

function isRegion(whole: string): boolean {
  if (regions.has(whole) || directions.test(whole) || always.test(whole)) return true;
  const place = whole.replace(regional, '');
  if (place !== whole) return [...place].length <= longestPlace;
  const before = whole.replace(ofARegion, '');
  return before !== whole && isRegion(before);
}

/** The name of an industry without the word that says that it is one: 电信 for 电信行业. Pure. */
export const industryOf = (name: string): string => name.trim().replace(industrial, '');
