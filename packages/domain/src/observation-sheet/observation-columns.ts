import type { Column } from '../import/column.ts'

const text = { kind: 'text', required: false } as const

/**
 * The columns of a third party's sheet (外部观测表的列): one row an observation. Their titles differ from assessor to assessor; a cell of any
 * `organization` column may name several.
 */
export const OBSERVATION_COLUMNS = [
  {
    field: 'serial',
    zh: '序号',
    en: 'Serial number',
    aliases: ['编号', '问题编号', '观测编号', '记录编号', '行号', 'no', 'no.'],
    kind: 'code',
    required: false,
    maxLength: 60,
  },
  {
    ...text,
    field: 'item',
    zh: '测评项目',
    en: 'Item',
    aliases: [
      '项目',
      '测评项',
      '测评指标',
      '指标',
      '检查项目',
      '项目名称',
      '考评项目',
      '考核项目',
      '测评类别',
    ],
    required: true,
    maxLength: 500,
  },
  {
    ...text,
    field: 'subItem',
    zh: '子项',
    en: 'Sub-item',
    aliases: [
      '子项号',
      '子项序号',
      '子项目',
      '小项',
      '分项',
      '条款',
      '条目',
      '测评内容',
      '测评标准',
      '检查内容',
      '评价标准',
      '标准序号',
    ],
    maxLength: 1000,
  },
  {
    ...text,
    field: 'site',
    zh: '点位',
    en: 'Site',
    aliases: ['点位名称', '测评点位', '检查点位', '抽查点位', '实地点位', '地点', '具体位置', '位置', '场所'],
    maxLength: 200,
  },
  {
    ...text,
    field: 'siteType',
    zh: '点位类型',
    en: 'Site type',
    aliases: ['点位类别', '场所类型', '类型', '点位种类'],
    maxLength: 100,
  },
  {
    ...text,
    field: 'street',
    zh: '街道',
    en: 'Street',
    aliases: [
      '街道(镇)',
      '街道名称',
      '镇街',
      '街镇',
      '所属街道',
      '属地街道',
      '乡镇',
      '乡镇街道',
      '所属镇街',
      '属地',
      '辖区',
    ],
    maxLength: 100,
  },
  {
    ...text,
    field: 'district',
    zh: '区县',
    en: 'District',
    aliases: ['区', '县区', '城区', '区(县)', '所属区', '所属区县', '行政区'],
    maxLength: 100,
  },
  {
    ...text,
    field: 'organization1',
    zh: '责任单位',
    en: 'Responsible organization',
    aliases: [
      '责任单位1',
      '责任单位一',
      '第一责任单位',
      '牵头单位',
      '牵头责任单位',
      '主要责任单位',
      '责任部门',
    ],
    maxLength: 500,
  },
  {
    ...text,
    field: 'organization2',
    zh: '责任单位2',
    en: 'Responsible organization 2',
    aliases: ['责任单位二', '责任单位(2)', '第二责任单位', '配合单位', '主管单位', '主管部门'],
    maxLength: 500,
  },
  {
    ...text,
    field: 'organization3',
    zh: '责任单位3',
    en: 'Responsible organization 3',
    aliases: ['责任单位三', '责任单位(3)', '第三责任单位', '其他责任单位', '属地单位'],
    maxLength: 500,
  },
  {
    ...text,
    field: 'problem',
    zh: '问题描述',
    en: 'Problem',
    aliases: [
      '存在问题',
      '问题',
      '问题说明',
      '具体问题',
      '主要问题',
      '扣分原因',
      '扣分说明',
      '情况描述',
      '描述',
      '发现问题',
    ],
    maxLength: 2000,
  },
  {
    ...text,
    field: 'deduction',
    zh: '扣分',
    en: 'Points deducted',
    aliases: [
      '扣分值',
      '扣分情况',
      '扣减分值',
      '所扣分数',
      '扣除分数',
      '失分',
      '扣分数',
      '扣分分值',
      '扣分(分)',
    ],
    maxLength: 40,
  },
  {
    field: 'observedOn',
    zh: '时间',
    en: 'Day',
    aliases: ['日期', '测评时间', '测评日期', '检查时间', '检查日期', '发现时间', '观测时间', '拍摄时间'],
    kind: 'date',
    required: false,
  },
] as const satisfies readonly Column[]

/** A column of such a sheet (外部观测表字段). */
export type ObservationField = (typeof OBSERVATION_COLUMNS)[number]['field']

/** What a sheet lists (观测表口径): every check that was made (逐项列出), or problems only (只列问题). */
export const SHEET_LISTS = ['everyCheck', 'problemsOnly'] as const
/** One of them (观测表口径). */
export type SheetLists = (typeof SHEET_LISTS)[number]

/** What a sheet names in words (观测表中的名称): 区县, 街道, 责任单位, 测评项. */
export const SAID_KINDS = ['district', 'street', 'organization', 'item'] as const
/** One of them (观测表中的名称类别). */
export type SaidKind = (typeof SAID_KINDS)[number]
