import type { LifecyclePoint, StepOwnerRole } from './step-template';

/** A template as it is shipped: what a company begins with, and defines anew as its business asks (上表仅作引导). */
export interface ShippedTemplate {
  point: LifecyclePoint;
  stepKey: string;
  place: number;
  action: string;
  requiredInputs: readonly string[];
  requiredOutputs: readonly string[];
  leastDegree: number;
  startDays: number;
  dueDays: number;
  ownerRole: StepOwnerRole;
  required: boolean;
}

type Row = readonly [
  key: string,
  action: string,
  ownerRole: StepOwnerRole,
  inputs: readonly string[],
  outputs: readonly string[],
  leastDegree: number,
  startDays: number,
  dueDays: number,
];

/** The seven steps of a plan (七个步骤), and the key nodes of its lines (关键节点). */
const plan: readonly Row[] = [
  ['account-intelligence', '客户情报研究', 'REP', ['目标客户名单'], ['决策者档案', '驱动因素与驱动量'], 80, 0, 14],
  ['account-potential', '客户潜力分析', 'REP', ['驱动因素与驱动量'], ['客户潜力测算'], 80, 14, 21],
  [
    'relationship-assessment',
    '客户关系评估',
    'REP',
    ['决策者档案'],
    ['客户生命周期阶段', '希望建立的关系类型'],
    80,
    14,
    21,
  ],
  [
    'pursuit-strategy',
    '客户跟踪策略',
    'REP',
    ['客户潜力测算', '客户生命周期阶段'],
    ['客户分类', '个性化策略'],
    80,
    21,
    28,
  ],
  [
    'target-breakdown',
    '工作目标拆解',
    'MANAGER',
    ['客户分类', '个性化策略'],
    ['产品目标', '销售活动', '关键节点'],
    100,
    28,
    35,
  ],
  ['risk-margin', '目标风险裕量', 'MANAGER', ['产品目标', '漏斗各阶段转化率'], ['各阶段裕量'], 100, 35, 42],
  ['target-adjustment', '目标动态控制', 'MANAGER', ['目标达成情况'], ['调整方案', '支持措施'], 100, 90, 120],
  ['key-node', '关键节点', 'REP', [], ['节点成果'], 100, 0, 30],
];

/** The six steps from a customer to an opportunity (获客步骤). */
const acquire: readonly Row[] = [
  ['customer-classification', '客户场景分类', 'REP', [], ['购买类型'], 100, 0, 3],
  ['contact-building', '建立联系', 'REP', ['购买类型'], ['联系人', '联系途径'], 80, 3, 14],
  ['showcase', '样板展示', 'REP', ['联系人'], ['展示的样板或示范项目'], 80, 14, 28],
  ['sales-dialogue', '销售对接', 'REP', ['联系人'], ['SPIN 记录', '达成一致的方案'], 80, 28, 42],
  ['lead-screening', '筛选线索', 'REP', ['SPIN 记录'], ['BANT 四要素及依据'], 100, 42, 49],
  ['opportunity-lock', '锁定商机', 'REP', ['BANT 四要素及依据'], ['确定的商机'], 100, 49, 56],
];

/** The nine activities of a deal (拿单步骤); not every deal has talks after the award. */
const win: readonly Row[] = [
  ['coach-finding', '寻找向导', 'REP', ['确定的商机'], ['向导及其级别'], 80, 0, 14],
  ['decision-system', '了解客户决策体系', 'REP', ['向导及其级别'], ['决策链图', '采购标准'], 80, 7, 21],
  ['team-follow-up', '团队跟进', 'REP', ['决策链图'], ['商务、技术、交付分工'], 80, 14, 28],
  ['customer-interaction', '与客户互动', 'REP', ['商务、技术、交付分工'], ['互动记录', '客户认可情况'], 80, 14, 45],
  ['requirement-decoding', '解码需求', 'PRESALES', ['互动记录'], ['需求清单及优先级'], 80, 21, 45],
  ['competition-analysis', '分析竞争格局', 'REP', ['采购标准'], ['竞争对手优劣势'], 80, 21, 45],
  [
    'bid',
    '投标',
    'PRESALES',
    ['需求清单及优先级', '竞争对手优劣势', '招标文件'],
    ['投标文件', '废标检查表'],
    100,
    45,
    60,
  ],
  ['contract-signing', '合同签订', 'REP', ['中标结果'], ['双方签署的合同'], 100, 60, 75],
  ['post-award-talks', '标后谈判', 'REP', ['中标结果'], ['谈判纪要'], 80, 60, 75],
];

/** The four payments (四笔款): from signing on, how long each takes as a rule, in days. */
const payments = [
  ['down-payment', '首付款', 0, 15],
  ['delivery', '到货款', 30, 75],
  ['acceptance', '验收款', 60, 150],
  ['retention', '质保金', 365, 545],
] as const;

/** Relationship care, contract performance and evidence (情理法) of each payment. */
const collect: readonly Row[] = payments.flatMap(([key, name, startDays, dueDays]): Row[] => [
  [`${key}-care`, `${name}:客户感情维护(情)`, 'REP', [], ['拜访或回访记录'], 80, startDays, dueDays],
  [`${key}-performance`, `${name}:合同履行(理)`, 'DELIVERY', ['合同条款'], ['履行情况记录'], 100, startDays, dueDays],
  [
    `${key}-evidence`,
    `${name}:证据链保全(法)`,
    'FINANCE',
    ['履行情况记录'],
    ['签字单据', '发票或请款函'],
    100,
    startDays,
    dueDays,
  ],
]);

/** What brings the next contract (续单): the level of service, revenue compared over time, what is new, and the renewal itself. */
const renew: readonly Row[] = [
  ['service-level-review', '评估售后服务水平', 'CSM', ['服务标准'], ['服务级别及差距'], 80, 0, 30],
  ['engagement', '持续链接与互动', 'CSM', [], ['互动记录', '机会漂移信号'], 80, 0, 90],
  ['revenue-review', '对比收入指标', 'CSM', ['各期收入'], ['经常性、新增、流失与累计收入'], 80, 30, 60],
  ['need-discovery', '挖掘新需求', 'CSM', ['互动记录'], ['新需求', '匹配度及是否开发新品'], 80, 60, 120],
  ['renewal-tracking', '跟踪续单', 'CSM', ['新需求'], ['续单金额', '签约时间'], 100, 120, 180],
  ['reference-building', '客户推荐', 'CSM', ['客户认可情况'], ['推荐的客户'], 80, 90, 180],
];

/** What a good process often does without. */
const optional: readonly string[] = ['post-award-talks', 'reference-building'];

const templatesOf = (point: LifecyclePoint, rows: readonly Row[]): ShippedTemplate[] =>
  rows.map(([stepKey, action, ownerRole, requiredInputs, requiredOutputs, leastDegree, startDays, dueDays], index) => ({
    point,
    stepKey,
    place: index + 1,
    action,
    requiredInputs,
    requiredOutputs,
    leastDegree,
    startDays,
    dueDays,
    ownerRole,
    required: !optional.includes(stepKey),
  }));

/** The steps of all five points as the method has them (capabilities X01–X07); each company's own from its first day on. */
export const shippedTemplates: readonly ShippedTemplate[] = [
  ...templatesOf('PLAN', plan),
  ...templatesOf('ACQUIRE', acquire),
  ...templatesOf('WIN', win),
  ...templatesOf('COLLECT', collect),
  ...templatesOf('RENEW', renew),
];
