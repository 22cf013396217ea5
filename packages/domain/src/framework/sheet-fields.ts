import type { Choice, Column } from '../import/column.ts'
import {
  ASSESSMENT_METHODS,
  CRITERION_ORIGINS,
  CRITERION_ROLES,
  GUESSES,
  MOST_LEVELS,
  NODE_KINDS,
} from './framework.ts'

/** What people write for a value, the name that our own export writes first. */
type Written<Value extends string> = Readonly<
  Record<Value, readonly [zh: string, en: string, ...also: string[]]>
>

const KIND_WORDS: Written<(typeof NODE_KINDS)[number]> = {
  indicator: ['指标', 'Indicator', '目录', '分类'],
  criterion: ['标准', 'Criterion', '测评标准', '末级'],
}
const ROLE_WORDS: Written<(typeof CRITERION_ROLES)[number]> = {
  ordinary: ['基本', 'Ordinary', '基础', '普通', '基本项', '基本指标', '一般', '计分项', '普通项'],
  bonus: ['加分', 'Bonus', '加分项', '附加', '附加分', '奖励'],
  gate: ['前置', 'Gate', '前置条件', '门槛', '申报条件', '前置项'],
  veto: ['否决', 'Veto', '一票否决', '否决项', '负面清单', '一票否决项'],
}
const ORIGIN_WORDS: Written<(typeof CRITERION_ORIGINS)[number]> = {
  core: ['上级', 'Core', '国家', '国标', '国家标准', '同国家', '基本', '核心', '省级', '规定'],
  raised: ['高于国家', 'Raised', '高于', '提升', '拔高', '高于上级', '提标', '高于国标'],
  local: ['特色', 'Local', '地方', '地方特色', '特色指标', '自选', '本地', '自定', '市级自设'],
}
const METHOD_WORDS: Written<(typeof ASSESSMENT_METHODS)[number]> = {
  siteInspection: [
    '实地考察',
    'Site inspection',
    '现场考察',
    '实地',
    '实地检查',
    '实地测评',
    '实地调查',
    '实地观察',
    '现场检查',
    '现场测评',
    '现场',
    '实地暗查',
  ],
  documentReview: [
    '材料审核',
    'Document review',
    '网上申报',
    '网申',
    '台账',
    '材料',
    '资料审核',
    '查阅资料',
    '档案资料',
    '申报材料',
    '材料审查',
    '台账资料',
    '网上申报材料',
    '查看资料',
    '审核材料',
  ],
  survey: [
    '问卷调查',
    'Survey',
    '问卷',
    '入户调查',
    '入户',
    '民意调查',
    '满意度调查',
    '网络调查',
    '拦访',
    '群众满意度',
    '问卷测评',
  ],
  statistics: [
    '数据调取',
    'Statistics',
    '统计数据',
    '数据',
    '部门数据',
    '数据采集',
    '指标数据',
    '统计',
    '系统数据',
    '大数据',
  ],
  covertVisit: ['暗访', 'Covert visit', '整体观察', '明察暗访', '随机暗访', '体验式暗访', '暗访测评', '观察'],
  hotlineTest: [
    '热线模拟',
    'Hotline test',
    '热线模拟验证',
    '电话拨测',
    '热线测试',
    '拨测',
    '模拟验证',
    '实景模拟验证',
    '热线',
    '电话测试',
  ],
}
const GUESS_WORDS: Written<(typeof GUESSES)[number]> = {
  points: ['分值', 'Points'],
  rule: ['计分规则', 'Rule', '规则'],
  lead: ['牵头单位', 'Lead', '牵头'],
}

const choices = <Value extends string>(words: Written<Value>, values: readonly Value[]): Choice[] =>
  values.map((value) => {
    const [zh, en, ...aliases] = words[value]
    return { value, zh, en, aliases }
  })

export const SHEET_KINDS = choices(KIND_WORDS, NODE_KINDS)
export const SHEET_ROLES = choices(ROLE_WORDS, CRITERION_ROLES)
export const SHEET_ORIGINS = choices(ORIGIN_WORDS, CRITERION_ORIGINS)
export const SHEET_METHODS = choices(METHOD_WORDS, ASSESSMENT_METHODS)
export const SHEET_GUESSES = choices(GUESS_WORDS, GUESSES)

/** As many levels of indicators as a sheet may have columns for: the criterion is the last level of a tree. */
export const MOST_SHEET_LEVELS = MOST_LEVELS - 1

const column = (field: string, zh: string, en: string, ...aliases: string[]): Column => ({
  field,
  zh,
  en,
  aliases,
  required: field === 'text',
  kind: 'text',
})

/** The columns of a framework sheet (测评体系表) beside those of its levels. */
export const SHEET_COLUMNS: readonly Column[] = [
  column(
    'code',
    '编码',
    'Code',
    '编号',
    '指标编码',
    '指标代码',
    '标准编号',
    '标准编码',
    '条目编号',
    '代码',
    '指标编号',
  ),
  column(
    'parentCode',
    '上级编码',
    'Parent code',
    '父级编码',
    '上级代码',
    '上级编号',
    '父编码',
    '所属上级',
    '上级指标编码',
    '父节点',
  ),
  column('kind', '节点', 'Node', '节点类别', '节点类型'),
  column(
    'text',
    '测评标准',
    'Criterion',
    '标准',
    '标准内容',
    '测评标准内容',
    '考核标准',
    '具体标准',
    '测评要求',
    '工作标准',
    '考核内容及标准',
    '测评内容及标准',
    '具体要求',
    '标准要求',
    '名称',
    '条目',
    '条目内容',
  ),
  column(
    'points',
    '分值',
    'Points',
    '分数',
    '标准分',
    '满分',
    '标准分值',
    '权重',
    '得分值',
    '总分值',
    '分值(分)',
  ),
  column('role', '类型', 'Role', '指标类型', '计分类型', '项目类型', '指标性质', '性质', '类别'),
  column('origin', '来源', 'Origin', '标准来源', '与国家标准比较', '是否高于国家', '高于国家', '指标来源'),
  column(
    'methods',
    '测评方法',
    'Methods',
    '测评方式',
    '考核方式',
    '考核方法',
    '检查方式',
    '方法',
    '考察方式',
    '测评形式',
  ),
  column(
    'rule',
    '计分规则',
    'Rule',
    '计分方法',
    '评分标准',
    '计分办法',
    '评分办法',
    '评分细则',
    '计分方式',
    '评分规则',
    '扣分标准',
    '计分标准',
    '评分方法',
    '得分标准',
  ),
  column(
    'siteTypes',
    '点位类型',
    'Site types',
    '涉及点位',
    '实地考察点位',
    '测评点位',
    '考察点位',
    '适用点位',
    '点位',
    '测评地点',
    '考察地点',
  ),
  column(
    'lead',
    '牵头单位',
    'Lead',
    '牵头部门',
    '牵头责任单位',
    '责任单位',
    '第一责任单位',
    '牵头',
    '责任部门',
    '主要责任单位',
  ),
  column(
    'competent',
    '主管单位',
    'Competent',
    '主管部门',
    '行业主管部门',
    '行业主管单位',
    '主责部门',
    '指导单位',
  ),
  column(
    'supporting',
    '配合单位',
    'Supporting',
    '配合部门',
    '协办单位',
    '参与单位',
    '责任单位(配合)',
    '协同单位',
    '配合责任单位',
  ),
  column('note', '备注', 'Note', '说明', '备注说明'),
  column('leadHint', '牵头建议', 'Lead suggested', '建议牵头单位'),
  column('guesses', '待确认', 'To confirm', '待确认字段'),
]

/** Columns whose values say nothing about the tree. */
export const IGNORED_HEADERS: ReadonlySet<string> = new Set(['序号', '行号', '序', 'no', '#'])

/** Words that head a column of indicators without saying which level it is. */
export const LEVEL_WORDS: ReadonlySet<string> = new Set([
  '板块',
  '模块',
  '测评项目',
  '项目',
  '测评指标',
  '指标',
  '测评内容',
  '内容',
  '部分',
  '领域',
  '大类',
  '中类',
  '小类',
  '类目',
  '维度',
  '指标名称',
  '测评类别',
  '考核项目',
  '考核指标',
  '考核内容',
  '测评板块',
  '测评领域',
  '工作项目',
  '重点工作',
  '任务',
  '目标',
])
