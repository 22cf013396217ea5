import { type Column, SITE_STATES } from '@chuangcheng/domain'
import { findText } from '../../../platform/http/problem-text.ts'

/** What people write for a state, beside its name. */
const ALSO_WRITTEN: Readonly<Record<string, readonly string[]>> = {
  active: ['正常', '使用中', '启用', '有效', '正常使用', '是'],
  paused: ['停用', '暂停使用', '施工', '施工中', '关闭', '歇业'],
  retired: ['撤消', '已撤销', '注销', '取消', '拆除', '已拆除', '无效', '否'],
}

const column = <const C extends Column>(one: C): C => one

/** The columns of a register of sites (点位台账). 序号 numbers the rows of a sheet and is no 编号. */
export const SITE_COLUMNS = [
  column({
    field: 'code',
    zh: '编号',
    en: 'Code',
    aliases: ['点位编号', '点位编码', '点位代码', '编码', '代码', '点位号', '台账编号', 'id', 'no'],
    required: true,
    kind: 'code',
    maxLength: 32,
  }),
  column({
    field: 'name',
    zh: '名称',
    en: 'Name',
    aliases: ['点位名称', '点位', '点位名', '场所名称', '测评点位'],
    required: true,
    kind: 'text',
    maxLength: 120,
  }),
  column({
    field: 'type',
    zh: '类型',
    en: 'Type',
    aliases: ['点位类型', '类别', '点位类别', '分类', '场所类型', '类型名称', '点位分类'],
    required: true,
    kind: 'text',
    maxLength: 60,
  }),
  column({
    field: 'address',
    zh: '地址',
    en: 'Address',
    aliases: ['详细地址', '点位地址', '具体地址', '所在地址', '地点', '具体位置', '位置'],
    required: false,
    kind: 'text',
    maxLength: 200,
  }),
  column({
    field: 'longitude',
    zh: '经度',
    en: 'Longitude',
    aliases: ['lng', 'lon', 'long', 'x', '东经', '经度坐标', '坐标经度'],
    required: false,
    kind: 'number',
  }),
  column({
    field: 'latitude',
    zh: '纬度',
    en: 'Latitude',
    aliases: ['lat', 'y', '北纬', '纬度坐标', '坐标纬度'],
    required: false,
    kind: 'number',
  }),
  column({
    field: 'holder',
    zh: '属地单位',
    en: 'Holder',
    aliases: [
      '属地',
      '责任单位',
      '属地责任单位',
      '所属单位',
      '管理单位',
      '所属街道',
      '属地街道',
      '所属街道(镇)',
    ],
    required: false,
    kind: 'text',
    maxLength: 100,
  }),
  column({
    field: 'supervisor',
    zh: '主管单位',
    en: 'Supervisor',
    aliases: ['主管部门', '主管', '行业主管部门', '行业主管单位', '行业部门', '行业主管'],
    required: false,
    kind: 'text',
    maxLength: 100,
  }),
  column({
    field: 'state',
    zh: '状态',
    en: 'State',
    aliases: ['点位状态', '使用状态', '使用情况'],
    required: false,
    kind: 'choice',
    choices: SITE_STATES.map((value) => ({
      value,
      zh: findText('zh-CN', `siteState.${value}`) ?? value,
      en: findText('en', `siteState.${value}`) ?? value,
      aliases: ALSO_WRITTEN[value] ?? [],
    })),
  }),
] as const satisfies readonly Column[]
