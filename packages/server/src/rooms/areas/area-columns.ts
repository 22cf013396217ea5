import { AREA_LEVELS, type Column } from '@chuangcheng/domain'
import { findText } from '../../platform/http/problem-text.ts'

/** What people write for a level, beside its name. */
const ALSO_WRITTEN: Readonly<Record<string, readonly string[]>> = {
  city: ['市级', '地级市', '城市', '全市'],
  district: ['区', '县', '区县级', '县区', '区(县)', '区/县', '县级市', '市辖区', '开发区'],
  subdistrict: ['街道', '镇', '乡', '乡镇', '街镇', '街道(镇)', '街道/镇', '镇(街道)', '乡镇街道', '街道办'],
  community: ['社区', '村', '行政村', '村居', '社区(村)', '社区/村', '村(社区)', '居委会'],
  gridCell: ['网格', '单元网格', '社区网格', '网格单元'],
}

/** The columns of a table of areas (区划表). */
export const AREA_COLUMNS = [
  {
    field: 'code',
    zh: '编码',
    en: 'Code',
    aliases: ['区域编码', '区划代码', '行政区划代码', '代码', 'adcode'],
    required: true,
    kind: 'code',
    maxLength: 32,
  },
  {
    field: 'name',
    zh: '名称',
    en: 'Name',
    aliases: ['区域名称', '区划名称', '全称'],
    required: true,
    kind: 'text',
    maxLength: 100,
  },
  {
    field: 'level',
    zh: '级别',
    en: 'Level',
    aliases: ['层级', '区域级别', '区划级别', '行政级别'],
    required: true,
    kind: 'choice',
    choices: AREA_LEVELS.map((value) => ({
      value,
      zh: findText('zh-CN', `areaLevel.${value}`) ?? value,
      en: findText('en', `areaLevel.${value}`) ?? value,
      aliases: ALSO_WRITTEN[value] ?? [],
    })),
  },
  {
    field: 'parentCode',
    zh: '上级编码',
    en: 'Parent code',
    aliases: ['上级区域编码', '上级区划代码', '上级代码', '所属区域编码'],
    required: false,
    kind: 'code',
    maxLength: 32,
  },
  {
    field: 'kind',
    zh: '类别',
    en: 'Kind',
    aliases: ['区域类别', '类型', '城乡分类'],
    required: false,
    kind: 'text',
    maxLength: 20,
  },
  {
    field: 'validFrom',
    zh: '生效日期',
    en: 'Valid from',
    aliases: ['设立日期', '开始日期'],
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
