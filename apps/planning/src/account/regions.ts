/** Names that a region has, or several together: no organisation is called so alone. In small letters, apart by blanks. */
const provinces =
  '北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 台湾 香港 澳门';

const greatRegions =
  '东部 西部 中部 南部 北部 南方 北方 东区 西区 南区 北区 中区 大中华 华东 华南 华北 华中 东北 西北 西南 东南 中南 长三角 珠三角 京津冀 粤港澳 成渝 全国 全省 全市 全球 海外 境外 国内 国外 省内 省外 亚太 中东 东南亚 欧洲 非洲 北美 南美 拉美';

/** The cities of the second level, by their short names, province by province; without those that are also a company's or a brand's, such as 阿里 or 黄山. */
const cities = [
  '石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水',
  '太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁',
  '呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布',
  '沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 葫芦岛',
  '长春 四平 辽源 通化 白山 松原 白城 延边',
  '哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭',
  '南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 昆山',
  '杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 义乌',
  '合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 滁州 阜阳 宿州 六安 亳州 池州 宣城',
  '福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德',
  '南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 宜春 抚州 上饶',
  '济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 临沂 德州 聊城 滨州 菏泽',
  '郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店',
  '武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施',
  '长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西',
  '广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 潮州 揭阳 云浮',
  '南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左',
  '海口 三亚 三沙 儋州',
  '成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 阿坝 甘孜 凉山',
  '贵阳 六盘水 遵义 安顺 毕节 铜仁',
  '昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 文山 西双版纳 大理 德宏 怒江 迪庆',
  '拉萨 日喀则 昌都 林芝 山南 那曲',
  '西安 铜川 咸阳 渭南 延安 汉中 榆林 商洛',
  '兰州 嘉峪关 金昌 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏 甘南',
  '西宁 银川 石嘴山 吴忠 固原 中卫',
  '乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 阿克苏 喀什 和田 伊犁 塔城 阿勒泰',
  '台北 高雄 台中 台南 新竹',
].join(' ');

const inEnglish =
  'apac emea latam asia europe africa china worldwide global international overseas domestic jiangsu zhejiang guangdong guangxi guizhou hebei hubei henan hunan hainan heilongjiang jiangxi jilin liaoning shandong shanxi shaanxi sichuan yunnan anhui fujian gansu qinghai ningxia xinjiang tibet beijing shanghai tianjin chongqing shenzhen guangzhou suzhou nanjing hangzhou wuhan chengdu';

const inEnglishOfTwoWords = [
  'asia pacific',
  'greater china',
  'middle east',
  'southeast asia',
  'inner mongolia',
  'hong kong',
];

/** A direction, alone or with what it is a part of. */
export const directions =
  /^(?:(?:north|south)-?\s?(?:east|west)|north|south|east|west|central)(?:ern)?(?: (?:china|america|asia|europe|africa|coast))?$/u;

export const regions: ReadonlySet<string> = new Set(
  [provinces, greatRegions, cities, inEnglish].flatMap((names) => names.split(' ')).concat(inEnglishOfTwoWords),
);
