import { CHECKLIST_KINDS, type Column, type ItemGuess, PHOTO_RULES } from '@chuangcheng/domain'
import { findText } from '../../../platform/http/problem-text.ts'

const named = (family: string, value: string, aliases: readonly string[] = []) => ({
  value,
  zh: findText('zh-CN', `${family}.${value}`) ?? value,
  en: findText('en', `${family}.${value}`) ?? value,
  aliases,
})
const KIND_ALIASES: Readonly<Record<string, readonly string[]>> = {
  siteType: ['点位类型', '点位'],
  standard: ['规范', '规定'],
}
const PHOTO_ALIASES: Readonly<Record<string, readonly string[]>> = {
  onFailure: ['是', '拍照', '不符合拍照'],
  never: ['否', '不需要', '无'],
}

/** The columns of a table of checklists (检查表表格), one item a row; what stands of a checklist is said in its first row. */
export const CHECKLIST_COLUMNS = [
  {
    field: 'checklistCode',
    zh: '检查表编码',
    en: 'Checklist code',
    aliases: ['检查表编号', '表编码', '点位类型编码'],
    required: false,
    kind: 'code',
    maxLength: 32,
  },
  {
    field: 'checklistName',
    zh: '检查表名称',
    en: 'Checklist',
    aliases: ['检查表', '标准名称', '表名'],
    required: false,
    kind: 'text',
    maxLength: 100,
  },
  {
    field: 'kind',
    zh: '检查表类别',
    en: 'Kind',
    aliases: ['类别'],
    required: false,
    kind: 'choice',
    choices: CHECKLIST_KINDS.map((kind) => named('checklistKind', kind, KIND_ALIASES[kind])),
  },
  {
    field: 'siteTypes',
    zh: '适用点位类型',
    en: 'Site types',
    aliases: ['点位类型', '适用点位', '适用类型'],
    required: false,
    kind: 'text',
    maxLength: 2000,
  },
  {
    field: 'checklistProtocol',
    zh: '整体检查方法',
    en: 'How a site is walked',
    aliases: ['整体方法', '走查方法', '检查范围'],
    required: false,
    kind: 'text',
    maxLength: 1000,
  },
  {
    field: 'itemCode',
    zh: '项目编码',
    en: 'Item code',
    aliases: ['检查项编码', '检查项编号', '序号', '编号', '编码'],
    required: true,
    kind: 'code',
    maxLength: 40,
  },
  {
    field: 'text',
    zh: '检查内容',
    en: 'Item',
    aliases: ['检查项', '检查项目', '内容', '标准内容', '要求'],
    required: true,
    kind: 'text',
    maxLength: 1000,
  },
  {
    field: 'dimension',
    zh: '维度',
    en: 'Dimension',
    aliases: ['分类', '检查维度', '问题类别'],
    required: true,
    kind: 'text',
    maxLength: 30,
  },
  {
    field: 'answer',
    zh: '作答方式',
    en: 'Answer',
    aliases: ['判定方式', '判定标准', '计分方式', '评分方式'],
    required: false,
    kind: 'text',
    maxLength: 4000,
  },
  {
    field: 'protocol',
    zh: '观测方法',
    en: 'How to look',
    aliases: ['检查方法', '观察方法'],
    required: false,
    kind: 'text',
    maxLength: 1000,
  },
  {
    field: 'exemptions',
    zh: '不判违规情形',
    en: 'No violation',
    aliases: ['豁免情形', '豁免', '例外'],
    required: false,
    kind: 'text',
    maxLength: 8000,
  },
  {
    field: 'photo',
    zh: '拍照',
    en: 'Photo',
    aliases: ['拍照要求', '取证'],
    required: false,
    kind: 'choice',
    choices: PHOTO_RULES.map((rule) => named('photoRule', rule, PHOTO_ALIASES[rule])),
  },
  {
    field: 'photoPurpose',
    zh: '拍照用途',
    en: 'Purpose of the photo',
    aliases: ['照片用途', '采集目的'],
    required: false,
    kind: 'text',
    maxLength: 200,
  },
  {
    field: 'handOver',
    zh: '不符合即交办',
    en: 'Hand over',
    aliases: ['交办', '是否交办'],
    required: false,
    kind: 'choice',
    choices: [
      { value: 'yes', zh: '是', en: 'Yes', aliases: ['交办', '√'] },
      { value: 'no', zh: '否', en: 'No', aliases: ['不交办', '×'] },
    ],
  },
  {
    field: 'weight',
    zh: '权重',
    en: 'Weight',
    aliases: ['分值', '检查项权重'],
    required: false,
    kind: 'number',
  },
  {
    field: 'guesses',
    zh: '待确认',
    en: 'To be confirmed',
    aliases: ['待核实'],
    required: false,
    kind: 'text',
    maxLength: 100,
  },
] as const satisfies readonly Column[]

export type ChecklistField = (typeof CHECKLIST_COLUMNS)[number]['field']

/** How fields that wait to be confirmed are written. */
export const GUESS_WORDS = {
  answer: '作答方式',
  weight: '权重',
  protocol: '观测方法',
} as const satisfies Record<ItemGuess, string>
