import { type Column, ORGANIZATION_KINDS } from '@chuangcheng/domain'
import { findText } from '../../platform/http/problem-text.ts'

/** What people write for a kind of organization, beside its name. */
const ALSO_WRITTEN: Readonly<Record<string, readonly string[]>> = {
  leadingGroup: ['指挥部', '创建指挥部', '领导机构'],
  campaignOffice: ['文明办', '创建办', '创城办', '测评办'],
  bureau: ['部门', '市直单位', '局', '委办局', '职能部门'],
  district: ['区', '县', '县区', '区(县)', '区政府', '开发区'],
  subdistrict: ['街道', '镇', '乡', '乡镇', '街道办', '街道(镇)'],
  community: ['社区', '村', '社区(村)', '居委会', '村委会', '社区居委会'],
  assessor: ['第三方', '第三方测评机构', '测评机构'],
  enterprise: ['企业', '公司', '物业公司'],
  other: ['其它'],
}

/** The columns of an organization table (单位表). */
export const ORGANIZATION_COLUMNS = [
  {
    field: 'code',
    zh: '编码',
    en: 'Code',
    aliases: ['单位编码', '代码', '单位代码'],
    required: true,
    kind: 'code',
    maxLength: 32,
  },
  {
    field: 'name',
    zh: '名称',
    en: 'Name',
    aliases: ['单位名称', '全称', '单位'],
    required: true,
    kind: 'text',
    maxLength: 100,
  },
  {
    field: 'shortName',
    zh: '简称',
    en: 'Short name',
    aliases: ['单位简称'],
    required: false,
    kind: 'text',
    maxLength: 40,
  },
  {
    field: 'kind',
    zh: '类别',
    en: 'Kind',
    aliases: ['单位类别', '类型', '单位类型'],
    required: true,
    kind: 'choice',
    choices: ORGANIZATION_KINDS.map((value) => ({
      value,
      zh: findText('zh-CN', `organizationKind.${value}`) ?? value,
      en: findText('en', `organizationKind.${value}`) ?? value,
      aliases: ALSO_WRITTEN[value] ?? [],
    })),
  },
  {
    field: 'parentCode',
    zh: '上级编码',
    en: 'Parent code',
    aliases: ['上级单位编码', '上级单位代码', '隶属'],
    required: false,
    kind: 'code',
    maxLength: 32,
  },
  {
    field: 'areaCode',
    zh: '所在区域编码',
    en: 'Area code',
    aliases: ['区域编码', '行政区划代码', '所在区域'],
    required: false,
    kind: 'code',
    maxLength: 32,
  },
  {
    field: 'validFrom',
    zh: '生效日期',
    en: 'Valid from',
    aliases: ['成立日期', '开始日期'],
    required: false,
    kind: 'date',
  },
  {
    field: 'validTo',
    zh: '失效日期',
    en: 'Valid to',
    aliases: ['撤销日期', '结束日期'],
    required: false,
    kind: 'date',
  },
] as const satisfies readonly Column[]
