import { type Column, DUTY_ROLES, type DutyRole } from '@chuangcheng/domain'
import { findText } from '../../../platform/http/problem-text.ts'

/** What people write for a role, beside its name. */
const ALSO_WRITTEN: Readonly<Record<DutyRole, readonly string[]>> = {
  lead: ['牵头单位', '主责', '责任', '主要责任', '牵头责任'],
  competent: ['主管单位', '行业主管', '主管部门', '分管'],
  supporting: ['配合单位', '协助', '协办', '参与', '配合责任'],
}

const optional = { required: false } as const

/** The columns of a table of duties (责任表): what a row is for follows from which of the first six are filled in. */
export const DUTY_COLUMNS = [
  {
    field: 'siteCode',
    zh: '点位编号',
    en: 'Site code',
    aliases: ['点位编码', '点位代码'],
    kind: 'code',
    maxLength: 32,
    ...optional,
  },
  {
    field: 'area',
    zh: '区域',
    en: 'Area',
    aliases: ['区域编码', '区域名称', '行政区域', '所在区域'],
    kind: 'code',
    maxLength: 100,
    ...optional,
  },
  {
    field: 'siteType',
    zh: '点位类型',
    en: 'Site type',
    aliases: ['类型', '点位类别'],
    kind: 'text',
    maxLength: 60,
    ...optional,
  },
  {
    field: 'category',
    zh: '问题类别',
    en: 'Category',
    aliases: ['类别', '维度', '问题分类'],
    kind: 'text',
    maxLength: 60,
    ...optional,
  },
  {
    field: 'framework',
    zh: '测评体系',
    en: 'Framework',
    aliases: ['测评体系版本', '体系', '版本'],
    kind: 'text',
    maxLength: 170,
    ...optional,
  },
  {
    field: 'criterionCode',
    zh: '测评标准编号',
    en: 'Criterion code',
    aliases: ['标准编号', '测评标准', '指标编号', '条目编号', '测评标准编码'],
    kind: 'code',
    maxLength: 40,
    ...optional,
  },
  {
    field: 'organization',
    zh: '责任单位',
    en: 'Organization',
    aliases: ['单位', '单位名称', '单位编码', '牵头单位'],
    required: true,
    kind: 'text',
    maxLength: 100,
  },
  {
    field: 'role',
    zh: '角色',
    en: 'Role',
    aliases: ['责任角色', '责任类型', '职责'],
    required: true,
    kind: 'choice',
    choices: DUTY_ROLES.map((value) => ({
      value,
      zh: findText('zh-CN', `dutyRole.${value}`) ?? value,
      en: findText('en', `dutyRole.${value}`) ?? value,
      aliases: ALSO_WRITTEN[value],
    })),
  },
  {
    field: 'share',
    zh: '份额',
    en: 'Share',
    aliases: ['份额（%）', '责任份额', '占比', '比例'],
    kind: 'number',
    ...optional,
  },
  {
    field: 'validFrom',
    zh: '生效日期',
    en: 'Valid from',
    aliases: ['开始日期', '起始日期'],
    kind: 'date',
    ...optional,
  },
  {
    field: 'validTo',
    zh: '失效日期',
    en: 'Valid to',
    aliases: ['结束日期', '截止日期'],
    kind: 'date',
    ...optional,
  },
] as const satisfies readonly Column[]
