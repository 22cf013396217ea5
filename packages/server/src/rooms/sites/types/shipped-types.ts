import type { Reader } from '../../../platform/database/database.ts'
import { listTypeNames } from './queries.ts'

/** What the types of the shipped framework and checklists (自带点位类型) are called in cities: a code, and the names it goes by. */
const SHIPPED_TYPES = `
main_road 主干道 商业大街 主次干道 主要街道
secondary_road 次干道 支路
back_street 背街小巷 小街小巷
crossing 交通路口 路口
square 公共广场 广场
park 公园
scenic 旅游景区 景区
community 社区 社区居委会 党群服务中心
estate 住宅小区 居民小区 小区
old_estate 老旧小区 无物业小区
culture_station 综合文化站 街道综合文化站 社区综合文化站 综合文化服务中心
culture_venue 公共文化设施 图书馆 文化馆 博物馆
stadium 体育场馆
bookstore 实体书店 书店
cinema 影剧院 电影院
wetmarket 农贸市场 菜市场
mall 商场 超市 商场超市
restaurant 餐饮店 餐馆
hotel 宾馆饭店 宾馆 酒店
pharmacy 药店
gov_hall 政务服务大厅 政务大厅 便民服务中心
window 公共服务窗口 窗口单位 服务窗口
hospital 医院
railway 火车站
coach 汽车客运站 长途汽车站 客运站
bus 公交站台 公交车 公交站
taxi 出租车 网约车 出租车候客点
airport 机场
toilet 公共厕所 公厕
transfer 垃圾中转站
site_work 建筑工地 工地
river 河道水体 河道
school 学校 学校校内 校园
school_zone 学校周边 校园周边
training 校外培训机构
minor_station 未成年人活动中心 未成年人心理辅导站
netbar 网吧 互联网上网服务场所
practice 文明实践站 文明实践所 文明实践中心 新时代文明实践中心 新时代文明实践所 新时代文明实践站
suburb 城乡结合部 城中村
town 镇容镇貌 乡镇 建成区外乡镇
village 行政村
rescue 救助管理站
hotline 热线 热线与举报渠道 政务服务热线
`

/** A name without what people add to it: 街道/社区, （居委会）, blanks. */
const plainName = (name: string): string => name.replace(/（.*?）|\(.*?\)|\s/g, '')

const shippedNames: readonly { readonly code: string; readonly names: ReadonlySet<string> }[] =
  SHIPPED_TYPES.trim()
    .split('\n')
    .map((line) => {
      const [code = '', ...names] = line.split(' ')
      return { code, names: new Set(names) }
    })

/** A type that goes by several names, 主干道/商业大街, is known by each of them. */
const namesOf = (name: string): string[] => [plainName(name), ...plainName(name).split(/[/、]/)]

/** The city's types of sites that each shipped type means (自带类型对应): none, one, or several; retired ones are left out. */
export async function matchShippedTypes(reader: Reader): Promise<ReadonlyMap<string, readonly string[]>> {
  const types = (await listTypeNames(reader)).filter(({ retired }) => !retired)
  return new Map(
    shippedNames.map(({ code, names }) => [
      code,
      types.filter((type) => namesOf(type.name).some((name) => names.has(name))).map(({ id }) => id),
    ]),
  )
}
