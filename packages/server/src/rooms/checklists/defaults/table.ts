/**
 * The checklists that ship with the product (自带检查表) as tables for people to read. The words are our own, drawn together from
 * what many cities publish; they are no official manual, and numbers differ from city to city and from year to year. Where nothing is
 * known about how to look or what is no violation, nothing is said.
 *
 * An item: code | dimension | answer | text | what is no violation. Answers: 是否 yes or no · 处数 violations counted, A/B/C/C# ·
 * 数值 unit, direction and target, 待定 where there is none.
 */

/** Items that several checklists share: a group's name, then its items. */
export const SHARED_ITEMS = `
conduct
CD1 | 公共秩序 | 处数 | 无争吵打骂、起哄滋扰
CD2 | 公共秩序 | 处数 | 无乱扔杂物、车窗抛物
CD3 | 公共秩序 | 处数 | 无随地吐痰便溺；咳嗽打喷嚏注意遮掩
CD4 | 公共秩序 | 处数 | 不损坏公共设施、不躺占座椅
CD5 | 公共秩序 | 处数 | 自觉排队、礼让
CD6 | 公共秩序 | 处数 | 养犬牵绳、清理粪便
env
EN1 | 公共环境 | 处数 | 地面立面整洁，无积存垃圾、污水、油渍
EN2 | 公共环境 | 处数 | 垃圾容器完好不满溢，分类投放、及时清运
EN3 | 公共环境 | 处数 | 无乱贴乱画乱挂、小广告
EN4 | 公共环境 | 处数 | 绿化完好，无黄土裸露、毁绿种菜
EN5 | 公共环境 | 处数 | 招牌与户外广告牢固、规范、用字正确
order
OR1 | 公共秩序 | 处数 | 车辆按线停放（划线允许停放处不判违规） | 划线允许停放
OR2 | 公共秩序 | 处数 | 无占道经营、出店经营（划定的疏导点不判违规） | 划定疏导点经营
OR3 | 公共秩序 | 处数 | 无乱搭乱建
OR4 | 公共秩序 | 处数 | 无流浪乞讨滋扰、强行推销
fire
FI1 | 安全 | 是否 | 消防通道、安全出口畅通，不锁闭不堵占
FI2 | 安全 | 是否 | 灭火器等器材齐全、在有效期内、可取用
FI3 | 安全 | 是否 | 疏散指示、应急照明、监控提示标识齐全
wire
WI1 | 安全 | 是否 | 线缆规整，无飞线充电、垂落
smoke
SM1 | 公益宣传 | 是否 | 室内禁烟标识醒目
SM2 | 公共秩序 | 处数 | 禁烟区无吸烟者、无烟蒂
acc
AC1 | 基础设施 | 是否 | 轮椅通道/缘石坡道/盲道连续可用不被占
AC2 | 基础设施 | 是否 | 无障碍停车位、低位服务、信息无障碍按场所要求配置
psa
PS1 | 公益宣传 | 是否 | 固定形式公益广告（核心价值观、讲文明树新风等）在显著位置，内容准确不破损；临时横幅、易拉宝不计
vol
VO1 | 志愿服务 | 是否 | 有志愿服务站点：标识、值守人员、服务项目上墙、便民物品
svc
SV1 | 服务质量 | 是否 | 服务标准/行业规范、办事流程公示
SV2 | 服务质量 | 是否 | 工作人员在岗、着装挂牌、用语文明
SV3 | 服务质量 | 是否 | 投诉电话或意见渠道公开，24 小时内有答复并可查处理记录
SV4 | 服务质量 | 是否 | 一米线或叫号排队有序
nur
NU1 | 基础设施 | 是否 | 母婴室开放可用：护理台、座椅、洗手设施
toi
TO1 | 公共环境 | 处数 | 厕所洁净无明显异味、设施完好、有洗手用品
TO2 | 基础设施 | 是否 | 无障碍厕位：空间可回转、扶手、呼叫按钮可用
`

/**
 * A checklist: code of the shipped type | name | category of the type | how a site is walked, - where nothing is prescribed | groups of
 * shared items | bands of its own, where it counts otherwise than A 0, B 1, C 2, C# 3 and more; below it
 * stand the items of its own.
 */
export const SHIPPED_CHECKLISTS = `
main_road | 主干道/商业大街 | 道路 | 沿线检查 300 米 | conduct env order acc psa wire | A=0处→100%；B=1-2处→66%；C=3-4处→33%；C#=5处以上→0%
X1 | 基础设施 | 是否 | 路面平整无坑洼积水，井盖路沿完好
X2 | 基础设施 | 数值 % 不低于 99 | 路灯装灯率 100%、亮灯率 ≥99%（地方口径，可配）
X3 | 基础设施 | 是否 | 公厕指示标识清晰、引导距离合适（如每 500 m）
X4 | 公共环境 | 处数 | 施工围挡整洁、有安全提示
X5 | 公益宣传 | 数值 处/200米 不低于 1 | 公益广告密度达标（示例：每 200 m≥1 处）
secondary_road | 次干道/支路 | 道路 | 沿线检查 100 米 | conduct env order acc psa wire
X1 | 基础设施 | 是否 | 路面平整、井盖完好
X2 | 公共环境 | 处数 | 树池花箱完好无垃圾
back_street | 背街小巷 | 道路 | 沿线检查 100 米 | conduct env order wire psa
X1 | 基础设施 | 是否 | 路面硬化平整、排水通畅
X2 | 基础设施 | 数值 % 不低于 95 | 装灯率 100%、亮灯率 ≥95%（地方口径）
X3 | 基础设施 | 是否 | 有路名牌门牌
crossing | 交通路口 | 道路 | 07:40–08:30 观察，连续 5 分钟 | conduct acc
X1 | 公共秩序 | 数值 起 不高于 待定 | 机动车斑马线前礼让行人
X2 | 公共秩序 | 数值 起 不高于 待定 | 无闯红灯、越线、逆行、不按道行驶
X3 | 公共秩序 | 数值 % 不低于 待定 | 骑电动车佩戴头盔、不违规载人
X4 | 公共秩序 | 数值 起 不高于 待定 | 行人不翻越护栏、不斜穿
X5 | 基础设施 | 是否 | 标线、信号灯、护栏完好清晰
X6 | 志愿服务 | 是否 | 高峰有交警或文明劝导志愿者
square | 公共广场 | 公共空间 | - | conduct env order acc psa vol toi smoke
X1 | 基础设施 | 是否 | 健身、座椅、照明设施完好
X2 | 公共秩序 | 处数 | 活动不扰民，无占用通道
X3 | 公益宣传 | 是否 | 禁止燃放、禁止流动摊点等提示到位
park | 公园 | 公共空间 | - | conduct env acc psa vol toi fire
X1 | 安全 | 是否 | 水面无漂浮物，安全警示与救生器材到位
X2 | 基础设施 | 是否 | 健身步道平整
scenic | 旅游景区 | 公共空间 | 入内步行 200 米 | conduct env order acc psa vol toi svc fire
X1 | 服务质量 | 是否 | 明码标价、无强制消费
X2 | 公益宣传 | 是否 | 文明旅游提示、游客须知
X3 | 基础设施 | 是否 | 垃圾容器间距合适（示例 50–80 m）
community | 社区（居委会/党群服务中心） | 社区 | - | conduct env psa vol svc fire acc
X1 | 公益宣传 | 是否 | 居民公约上墙、群众知晓
X2 | 公益宣传 | 是否 | 道德模范、身边好人事迹展示
X3 | 服务质量 | 是否 | 养老、卫生、文体等服务功能可用
X4 | 服务质量 | 是否 | 居民议事与楼栋治理制度落实
estate | 住宅小区 | 社区 | 入内步行 200 米；查看 2 个楼道；一处不超过 1 平方米的垃圾按一处计；公益广告间隔 20 米 | conduct env order fire wire psa acc
X1 | 公共环境 | 处数 | 楼道无堆物、无小广告、照明完好
X2 | 公共环境 | 处数 | 室外墙面、雨棚、护栏完好
X3 | 安全 | 是否 | 不占消防登高面、电动车不进楼道
X4 | 服务质量 | 是否 | 物业信息、投诉渠道公示
X5 | 公共环境 | 处数 | 分类投放点整洁、有督导
old_estate | 老旧/无物业小区 | 社区 | 入内步行 200 米；查看 2 个楼道 | conduct env order fire wire psa
X1 | 服务质量 | 是否 | 有保洁、管理责任人
X2 | 基础设施 | 是否 | 路面、排水、照明改造到位
culture_station | 街道/社区综合文化站 | 文化设施 | - | env fire psa acc svc smoke
X1 | 服务质量 | 是否 | 开放时间公示且按时免费开放
X2 | 服务质量 | 是否 | 阅览、活动室可用，有活动记录
culture_venue | 公共文化设施（图书馆、文化馆、博物馆等） | 文化设施 | 入内步行 300 米 | conduct env fire psa acc svc smoke vol nur toi
X1 | 服务质量 | 是否 | 免费开放、特殊时段延时服务
X2 | 基础设施 | 是否 | 未成年人专区
stadium | 体育场馆 | 文化设施 | - | conduct env fire psa acc smoke toi
X1 | 基础设施 | 是否 | 器材完好、定期维护记录
X2 | 服务质量 | 是否 | 低免开放时段公示
bookstore | 实体书店 | 文化设施 | - | conduct env fire psa smoke svc
X1 | 公共秩序 | 处数 | 无非法出版物
X2 | 公共秩序 | 处数 | 未成年人读物陈列规范
cinema | 影剧院 | 文化设施 | - | conduct env fire psa acc smoke toi
X1 | 公益宣传 | 是否 | 开映前播放公益宣传
wetmarket | 农贸市场 | 商业 | - | conduct env order fire wire psa svc toi smoke
X1 | 公共秩序 | 处数 | 划行归市、通道畅通
X2 | 服务质量 | 是否 | 证照与从业健康证明公示且在有效期
X3 | 服务质量 | 是否 | 公平秤可用、检定合格
X4 | 公共环境 | 处数 | 活禽与其他区域分隔，无野生动物交易
X5 | 公共环境 | 处数 | 排水沟盖板完好、地面干燥
X6 | 安全 | 是否 | 食品防尘、冷藏、生熟分开
X7 | 服务质量 | 是否 | 投诉点与快检信息公示
X8 | 公益宣传 | 数值 处 不低于 1 | 诚信经营内容公益广告（示例≥1–2 处）
mall | 商场/超市 | 商业 | - | conduct env order fire psa acc svc smoke nur toi vol
X1 | 服务质量 | 是否 | 明码标价、无虚假促销、退换承诺公示
X2 | 公益宣传 | 是否 | 诚信内容公益广告展示
restaurant | 餐饮店 | 商业 | - | conduct env fire smoke psa
X1 | 安全 | 是否 | 食品经营许可、量化等级、健康证公示
X2 | 公益宣传 | 是否 | 公筷公勺、光盘提示
X3 | 安全 | 是否 | 后厨整洁、餐厨垃圾分类
hotel | 宾馆饭店（三星及相当） | 商业 | - | conduct env fire smoke psa acc svc
X1 | 安全 | 是否 | 实名登记、未成年人入住核验
X2 | 公益宣传 | 是否 | 节约提示
pharmacy | 药店 | 商业 | - | env svc smoke psa
X1 | 安全 | 是否 | 证照、药师信息公示，处方药规范销售
X2 | 服务质量 | 是否 | 投诉举报电话公示
gov_hall | 政务服务大厅 | 窗口 | - | conduct env fire psa acc svc smoke nur toi vol
X1 | 服务质量 | 是否 | 一窗受理、一次告知
X2 | 服务质量 | 是否 | 评价器/评价码可用，不诱导不强制
X3 | 服务质量 | 是否 | 为老年人等提供线下绿色通道
window | 公共服务窗口（供水电气热、通信、邮政、银行、税务等） | 窗口 | - | conduct env fire psa acc svc smoke vol
X1 | 公益宣传 | 数值 处 不低于 3 | 公益广告 ≥3 处（地方口径）
hospital | 医院 | 窗口 | - | conduct env order fire psa acc svc smoke nur toi vol
X1 | 服务质量 | 是否 | 就诊流程、收费、投诉渠道公示
X2 | 服务质量 | 是否 | 导医与便民服务
X3 | 安全 | 是否 | 医疗废物规范分类
railway | 火车站 | 交通 | - | conduct env order fire psa acc svc smoke nur toi vol
X1 | 公共秩序 | 处数 | 换乘、落客有序，无黑车揽客
X2 | 公益宣传 | 是否 | 广播与屏幕播放公益内容
coach | 汽车客运站 | 交通 | - | conduct env order fire psa acc svc smoke nur toi vol
X1 | 安全 | 是否 | 实名购票与安检落实
X2 | 公共秩序 | 处数 | 车辆进出有序，无拉客
bus | 公交车/站台 | 交通 | 07:40–08:30 观察；随车乘坐 6 站 | conduct env psa acc
X1 | 公共秩序 | 处数 | 让座、有序上下车
X2 | 安全 | 是否 | 驾驶员不接打电话、不超速抢道
X3 | 公益宣传 | 数值 % 不低于 40 | 站台公益广告覆盖（示例 40% 版面；半数以上站≥3 处）
X4 | 安全 | 是否 | 车厢整洁、安全锤与灭火器齐全
taxi | 出租车/网约车 | 交通 | - | env
X1 | 服务质量 | 是否 | 持证上岗、打表、不拒载
X2 | 服务质量 | 是否 | 文明用语、不吸烟
airport | 机场 | 交通 | - | conduct env order fire psa acc svc smoke nur toi vol
X1 | 基础设施 | 是否 | 引导标识清晰、多语种
toilet | 公共厕所 | 设施 | - | env acc smoke
X1 | 公共环境 | 处数 | 无明显异味、蹲位洁净、无积水
X2 | 基础设施 | 是否 | 洗手液、纸、照明、门锁完好
X3 | 基础设施 | 是否 | 无障碍厕间可用
X4 | 服务质量 | 是否 | 管理信息、开放时间公示
X5 | 公共环境 | 处数 | 外部 5 m 内整洁
transfer | 垃圾中转站 | 设施 | - | env
X1 | 公共环境 | 处数 | 作业整洁、无撒漏、除臭
X2 | 公共环境 | 处数 | 污水不外排
site_work | 建筑工地 | 设施 | - | psa order
X1 | 公共环境 | 处数 | 围挡连续、整洁、牢固
X2 | 公共环境 | 处数 | 裸土覆盖、出入口冲洗、道路硬化
X3 | 公益宣传 | 数值 % 不低于 待定 | 围挡公益广告占比达标（30%/50%/80% 各地不一，须配置）
X4 | 安全 | 是否 | 公示牌、安全提示齐全
river | 河道水体 | 设施 | - | env
X1 | 公共环境 | 处数 | 无黑臭、无漂浮物
X2 | 公益宣传 | 是否 | 河长公示牌信息准确
X3 | 安全 | 是否 | 护栏与警示完好
school | 学校校内 | 学校 | 入校步行 50 米；公益广告不少于 3 处 | env fire psa
X1 | 公益宣传 | 数值 处 不低于 待定 | 入校显著位置有核心价值观与守则
X2 | 公益宣传 | 是否 | 教室文明内容上墙
X3 | 安全 | 是否 | 食堂节俭、明厨亮灶
X4 | 服务质量 | 是否 | 有心理辅导与防欺凌机制
school_zone | 学校周边 | 学校 | 学校周边 200 米范围 | conduct env order
X1 | 公共秩序 | 数值 处 不高于 0 | 200 m 内无网吧、游艺、歌舞、彩票等不宜场所
X2 | 公共秩序 | 处数 | 上下学时段交通有序
X3 | 安全 | 是否 | 无“三无”食品玩具、无不良出版物
training | 校外培训机构 | 学校 | - | fire psa
X1 | 服务质量 | 是否 | 证照、收费、师资公示
minor_station | 未成年人心理辅导站/活动中心 | 学校 | - | fire psa svc
X1 | 服务质量 | 是否 | 场地、专业人员、活动与辅导记录
netbar | 网吧 | 商业 | - | conduct fire smoke
X1 | 安全 | 是否 | 不接纳未成年人、实名登记
X2 | 公益宣传 | 是否 | 禁入标志醒目
practice | 新时代文明实践中心/所/站 | 社区 | - | env psa vol acc
X1 | 服务质量 | 是否 | 标识统一、功能可用、活动有预告有记录
X2 | 服务质量 | 是否 | 群众可约可评
suburb | 城乡结合部/城中村 | 社区 | - | conduct env order wire
X1 | 基础设施 | 是否 | 路灯、排水、垃圾收运覆盖
X2 | 安全 | 是否 | 无黑作坊、违规出租隐患
town | 建成区外乡镇/街道 | 乡村 | - | conduct env order psa vol
X1 | 公共环境 | 处数 | 集镇道路整洁
village | 行政村 | 乡村 | - | env psa vol
X1 | 服务质量 | 是否 | 村规民约与红白理事会落实
X2 | 基础设施 | 是否 | 文化礼堂/实践站可用
X3 | 基础设施 | 是否 | 污水垃圾治理、卫生户厕
rescue | 救助管理站 | 窗口 | - | env fire svc
X1 | 服务质量 | 是否 | 救助流程公开、24 小时接待
hotline | 热线与举报渠道 | 窗口 | 实景模拟验证 | -
X1 | 服务质量 | 数值 秒 不高于 30 | 拨打后 15–30 秒内接通（可配）
X2 | 服务质量 | 是否 | 首问负责、告知时限
X3 | 服务质量 | 是否 | 处理结果反馈
`
