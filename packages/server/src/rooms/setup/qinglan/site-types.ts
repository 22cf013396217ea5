/** How the places of a type are found on the map. */
export type Setting =
  | 'mainRoad'
  | 'sideRoad'
  | 'lane'
  | 'crossing'
  | 'busStop'
  | 'roadside'
  | 'inside'
  | 'oldTown'
  | 'townEdge'
  | 'outskirts'
  | 'community'
  | 'village'
  | 'town'
  | 'park'
  | 'scenic'
  | 'square'
  | 'waterside'

/** A type of site (点位类型) and how the city's register fills it. */
export interface SiteTypePlan {
  code: string
  name: string
  category: string
  note: string
  count: number
  setting: Setting
  /** What a site is called; {street}, {stem} (of the community), {road}, {park}, {scenery}, {water}, {fancy} are filled in. */
  titles: readonly string[]
  /** Short name of the bureau that supervises it (主管单位). */
  supervisor: string
}

type Row = [
  name: string,
  category: string,
  count: number,
  setting: Setting,
  titles: string,
  supervisor: string,
  note: string,
]

const ROWS: readonly Row[] = [
  [
    '主干道',
    '城市道路',
    40,
    'mainRoad',
    '{road}（{street}段）',
    '市城市管理局',
    '城市主要交通干道及沿线两侧',
  ],
  [
    '商业大街',
    '商业市场',
    16,
    'mainRoad',
    '{road}商业街|{street}{road}步行街',
    '市商务局',
    '商铺集中、人流密集的街道',
  ],
  ['次干道', '城市道路', 54, 'sideRoad', '{road}（{street}段）', '市城市管理局', '连接主干道与社区的道路'],
  ['背街小巷', '城市道路', 88, 'lane', '{stem}社区{road}', '市城市管理局', '居民区之间的小街小巷'],
  ['交通路口', '交通出行', 48, 'crossing', '{road}路口', '市公安局', '设信号灯或标线的平面路口'],
  [
    '公共广场',
    '城市环境',
    18,
    'square',
    '{fancy}广场|{street}文化广场|{stem}市民广场',
    '市城市管理局',
    '供市民集散、休闲的开放广场',
  ],
  ['公园', '城市环境', 34, 'park', '{park}', '市园林绿化局', '城市公园与街头游园'],
  ['旅游景区', '文化旅游', 9, 'scenic', '{scenery}景区', '市文化广电和旅游局', '对外开放的旅游景区景点'],
  ['社区', '居住社区', 90, 'community', '{stem}社区居委会', '市民政局', '社区居委会、党群服务中心'],
  [
    '住宅小区',
    '居住社区',
    120,
    'inside',
    '{stem}社区{fancy}小区|{stem}社区{fancy}花园|{stem}社区{fancy}苑|{street}{fancy}家园',
    '市住房和城乡建设局',
    '有物业服务的居民小区',
  ],
  [
    '老旧小区',
    '居住社区',
    62,
    'oldTown',
    '{stem}社区{fancy}里小区|{stem}社区{fancy}新村|{stem}社区{road}宿舍区',
    '市住房和城乡建设局',
    '建成年代较早或无物业的小区',
  ],
  [
    '综合文化站',
    '文化教育',
    20,
    'town',
    '{street}综合文化站',
    '市文化广电和旅游局',
    '街道（镇）综合文化服务场所',
  ],
  [
    '公共文化设施',
    '文化教育',
    14,
    'roadside',
    '{fancy}图书馆|{street}文化馆|{fancy}美术馆|{fancy}博物馆',
    '市文化广电和旅游局',
    '图书馆、文化馆、博物馆等',
  ],
  [
    '体育场馆',
    '文化教育',
    9,
    'roadside',
    '{street}全民健身中心|{fancy}体育馆',
    '市体育局',
    '体育馆、健身中心、运动场',
  ],
  [
    '实体书店',
    '文化教育',
    9,
    'roadside',
    '{fancy}书店{road}店|{fancy}书房',
    '市新闻出版局',
    '面向公众的实体书店',
  ],
  [
    '影剧院',
    '文化教育',
    10,
    'roadside',
    '{fancy}影城{road}店|{fancy}剧场',
    '市新闻出版局',
    '影院、剧场等演出放映场所',
  ],
  [
    '农贸市场',
    '商业市场',
    40,
    'inside',
    '{street}{stem}农贸市场|{stem}菜市场',
    '市市场监督管理局',
    '农贸市场、菜市场及周边',
  ],
  [
    '商场超市',
    '商业市场',
    32,
    'roadside',
    '{fancy}购物中心|{fancy}超市{stem}店|{fancy}百货{road}店',
    '市商务局',
    '商场、超市、购物中心',
  ],
  [
    '餐饮店',
    '商业市场',
    44,
    'roadside',
    '{fancy}饭店|{fancy}面馆（{road}店）|{fancy}小厨{stem}店',
    '市市场监督管理局',
    '餐馆、小吃店、食堂',
  ],
  [
    '宾馆饭店',
    '商业市场',
    16,
    'roadside',
    '{fancy}宾馆|{fancy}大酒店',
    '市文化广电和旅游局',
    '星级及相当规模的宾馆酒店',
  ],
  ['药店', '医疗卫生', 18, 'roadside', '{fancy}大药房{road}店', '市市场监督管理局', '零售药店'],
  [
    '政务服务大厅',
    '窗口单位',
    12,
    'town',
    '{street}便民服务中心',
    '市数据和政务服务局',
    '政务服务中心、便民服务中心',
  ],
  [
    '公共服务窗口',
    '窗口单位',
    30,
    'roadside',
    '{road}供电营业厅|{street}自来水营业厅|{stem}燃气服务厅|{street}邮政支局|{fancy}银行{road}支行|{street}办税服务厅',
    '市数据和政务服务局',
    '供水供电供气、邮政、银行、税务等窗口',
  ],
  [
    '医院',
    '医疗卫生',
    26,
    'inside',
    '{street}社区卫生服务中心|{fancy}医院|{street}{stem}卫生服务站',
    '市卫生健康委员会',
    '各级医院与社区卫生服务机构',
  ],
  ['火车站', '交通出行', 2, 'townEdge', '清澜{side}站', '市交通运输局', '铁路客运站及站前区域'],
  ['汽车客运站', '交通出行', 4, 'townEdge', '清澜汽车{side}站', '市交通运输局', '公路客运站及站前区域'],
  [
    '公交站台',
    '交通出行',
    64,
    'busStop',
    '{road}{stem}公交站|{stem}公交站|{stem}社区公交站',
    '市交通运输局',
    '公交站台与候车亭',
  ],
  ['出租车候客点', '交通出行', 8, 'roadside', '{road}出租车候客点', '市交通运输局', '出租车、网约车上下客点'],
  ['机场', '交通出行', 1, 'outskirts', '清澜云渚机场', '市交通运输局', '民用机场航站楼'],
  ['公共厕所', '城市环境', 60, 'inside', '{road}公共厕所|{stem}公共厕所', '市城市管理局', '对公众开放的厕所'],
  ['垃圾中转站', '城市环境', 16, 'inside', '{stem}垃圾中转站', '市城市管理局', '生活垃圾压缩转运站'],
  [
    '建筑工地',
    '城市环境',
    20,
    'inside',
    '{fancy}项目工地|{road}改造工程工地',
    '市住房和城乡建设局',
    '在建房屋与市政工程',
  ],
  ['河道水体', '城市环境', 14, 'waterside', '{water}（{street}段）', '市水利局', '河道、湖泊及滨水岸线'],
  [
    '学校',
    '文化教育',
    46,
    'inside',
    '{street}中心小学|{stem}小学|{street}中学|{fancy}实验学校|{stem}幼儿园',
    '市教育局',
    '中小学与幼儿园校园',
  ],
  ['学校周边', '文化教育', 18, 'inside', '{stem}小学周边|{street}中学周边', '市教育局', '校门外二百米范围'],
  [
    '校外培训机构',
    '文化教育',
    10,
    'roadside',
    '{fancy}培训中心|{fancy}艺术培训学校',
    '市教育局',
    '面向中小学生的培训机构',
  ],
  [
    '未成年人活动中心',
    '文化教育',
    6,
    'town',
    '{street}未成年人活动中心',
    '共青团清澜市委员会',
    '未成年人活动与心理辅导场所',
  ],
  [
    '网吧',
    '商业市场',
    9,
    'roadside',
    '{fancy}网咖|{fancy}网吧{road}店',
    '市文化广电和旅游局',
    '互联网上网服务场所',
  ],
  ['文明实践站', '公共服务', 28, 'community', '{stem}新时代文明实践站', '市文明办', '新时代文明实践所、站'],
  ['城乡结合部', '居住社区', 12, 'townEdge', '{stem}城乡结合部', '市城市管理局', '城区边缘与城中村'],
  ['镇容镇貌', '乡村', 6, 'village', '{street}集镇区', '市农业农村局', '建成区以外的集镇'],
  ['行政村', '乡村', 14, 'village', '{stem}村', '市农业农村局', '行政村村容与公共空间'],
  ['救助管理站', '公共服务', 3, 'townEdge', '清澜市{side}救助管理站', '市民政局', '流浪乞讨人员救助场所'],
]

/** The 43 types of the register, in the order of their codes (ST01 …). */
export const SITE_TYPES: readonly SiteTypePlan[] = ROWS.map(
  ([name, category, count, setting, titles, supervisor, note], index) => ({
    code: `ST${String(index + 1).padStart(2, '0')}`,
    name,
    category,
    note,
    count,
    setting,
    titles: titles.split('|'),
    supervisor,
  }),
)
