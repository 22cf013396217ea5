import { CITY } from './area-names.ts'
import type { AreaRow } from './area-row.ts'
import type { CityAreas } from './areas.ts'

export type OrganizationKind =
  | '领导小组'
  | '创建办'
  | '文明办'
  | '市直部门'
  | '区县'
  | '街道'
  | '社区'
  | '第三方测评机构'

/** One row of the list of organizations (单位); parents stand before their children. */
export interface OrganizationRow {
  code: string
  name: string
  shortName: string
  kind: OrganizationKind
  parentCode: string
  areaCode: string
  validFrom: string
  validTo: string
}

export const LEADING_GROUP = 'QL-LDXZ'
export const CAMPAIGN_OFFICE = 'QL-CJB'
export const CIVILIZATION_OFFICE = 'QL-WMB'
export const ASSESSOR = 'QL-CP01'

const BUREAUS: readonly (readonly [name: string, shortName: string])[] = [
  ['市委宣传部', '宣传部'],
  ['市发展和改革委员会', '市发改委'],
  ['市教育局', '市教育局'],
  ['市科学技术局', '市科技局'],
  ['市公安局', '市公安局'],
  ['市民政局', '市民政局'],
  ['市司法局', '市司法局'],
  ['市财政局', '市财政局'],
  ['市人力资源和社会保障局', '市人社局'],
  ['市自然资源和规划局', '市资规局'],
  ['市生态环境局', '市生态环境局'],
  ['市住房和城乡建设局', '市住建局'],
  ['市城市管理局', '市城管局'],
  ['市交通运输局', '市交通局'],
  ['市水利局', '市水利局'],
  ['市农业农村局', '市农业农村局'],
  ['市商务局', '市商务局'],
  ['市文化广电和旅游局', '市文广旅局'],
  ['市卫生健康委员会', '市卫健委'],
  ['市市场监督管理局', '市市场监管局'],
  ['市体育局', '市体育局'],
  ['市园林绿化局', '市园林局'],
  ['市新闻出版局', '市新闻出版局'],
  ['市数据和政务服务局', '市数据局'],
  ['市消防救援支队', '市消防支队'],
  ['共青团清澜市委员会', '团市委'],
]

export const streetOrganizationCode = (street: AreaRow): string => `QL-JD${street.code.slice(4)}`
export const districtOrganizationCode = (district: AreaRow): string => `QL-QX${district.code.slice(4)}`
export const bureauCode = (index: number): string => `QL-SZ${String(index + 1).padStart(2, '0')}`
export const BUREAU_COUNT = BUREAUS.length

/** The name of the office that answers for a street (街道) or town (镇). */
export const streetOrganizationName = (street: AreaRow): string =>
  street.category === '镇' ? `${street.name}人民政府` : `${street.name}办事处`

/** Every organization: campaign, bureaus, districts, streets, one residents' committee for each community, and the assessor. */
export function listOrganizations(areas: CityAreas): OrganizationRow[] {
  const since = { validFrom: '2018-01-01', validTo: '' }
  const inCity = { areaCode: CITY.code, ...since }
  const lead = { code: LEADING_GROUP, name: '清澜市文明城市创建工作领导小组', shortName: '市创建领导小组' }
  const office = {
    code: CAMPAIGN_OFFICE,
    name: '清澜市文明城市创建工作领导小组办公室',
    shortName: '市创建办',
  }
  return [
    { ...lead, kind: '领导小组', parentCode: '', ...inCity },
    { ...office, kind: '创建办', parentCode: LEADING_GROUP, ...inCity },
    {
      code: CIVILIZATION_OFFICE,
      name: '市文明办',
      shortName: '文明办',
      kind: '文明办',
      parentCode: LEADING_GROUP,
      ...inCity,
    },
    ...BUREAUS.map(
      ([name, shortName], index): OrganizationRow => ({
        code: bureauCode(index),
        name,
        shortName,
        kind: '市直部门',
        parentCode: LEADING_GROUP,
        ...inCity,
      }),
    ),
    ...areas.districts.map(
      (district): OrganizationRow => ({
        code: districtOrganizationCode(district),
        name: `${district.name}人民政府`,
        shortName: district.name,
        kind: '区县',
        parentCode: LEADING_GROUP,
        areaCode: district.code,
        ...since,
      }),
    ),
    ...areas.streets.map(
      (street): OrganizationRow => ({
        code: streetOrganizationCode(street),
        name: streetOrganizationName(street),
        shortName: street.name,
        kind: '街道',
        parentCode: `QL-QX${street.parentCode.slice(4)}`,
        areaCode: street.code,
        ...since,
      }),
    ),
    {
      code: ASSESSOR,
      name: '明衡公共服务评价中心',
      shortName: '明衡评价',
      kind: '第三方测评机构',
      parentCode: CAMPAIGN_OFFICE,
      areaCode: CITY.code,
      validFrom: '2026-01-01',
      validTo: '2027-12-31',
    },
    ...areas.communities.map((community) => committee(community)),
  ]
}

/** The residents' (社区) or villagers' (村) committee of a community. */
function committee(community: AreaRow): OrganizationRow {
  const suffix = community.category === '村' ? '村民委员会' : '居民委员会'
  return {
    code: `QL-SQ${community.code.slice(4)}`,
    name: `${community.name}${suffix}`,
    shortName: community.name,
    kind: '社区',
    parentCode: `QL-JD${community.parentCode.slice(4)}`,
    areaCode: community.code,
    validFrom: '2018-01-01',
    validTo: '',
  }
}
