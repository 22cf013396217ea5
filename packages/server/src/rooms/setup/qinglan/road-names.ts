import type { Dice } from './random.ts'

/** Names of the streets that run north–south, from west to east; the one at the centre is the city's axis. */
export const AVENUES = [
  '西环路',
  '科创路',
  '昆仑路',
  '青石路',
  '学府路',
  '文华路',
  '钟楼街',
  '解元街',
  '清澜大道',
  '鼓楼街',
  '状元街',
  '望月路',
  '运河东路',
  '友谊路',
  '东柳路',
  '会展路',
  '创新路',
  '白鹭大道',
] as const

/** Names of the streets that run east–west, from south to north. */
export const STREETS = [
  '百丈路',
  '南环路',
  '兴宁路',
  '月湖路',
  '南苑路',
  '望江路',
  '滨江南路',
  '滨江北路',
  '澄江路',
  '文昌路',
  '人民路',
  '和平路',
  '锦绣路',
  '建设路',
  '镜湖路',
  '丹枫路',
  '北环路',
  '凤鸣路',
  '云台路',
] as const

const LANE_HEADS = [
  '永',
  '安',
  '和',
  '福',
  '瑞',
  '泰',
  '仁',
  '德',
  '义',
  '礼',
  '文',
  '书',
  '桂',
  '梅',
  '兰',
  '竹',
  '柳',
  '桃',
  '杏',
  '槐',
  '枫',
  '松',
  '石',
  '井',
  '灯',
  '油',
  '米',
  '布',
  '铜',
  '银',
  '锦',
  '绣',
  '云',
  '月',
  '星',
  '晴',
  '雨',
  '春',
  '秋',
  '东',
]
const LANE_TAILS = [
  '宁',
  '康',
  '安',
  '兴',
  '源',
  '泉',
  '桥',
  '塘',
  '园',
  '溪',
  '亭',
  '济',
  '丰',
  '平',
  '墙',
  '台',
]

/** An endless supply of lane names: 巷 and 里 in the old town, 路 and 街 elsewhere; none comes twice with the same ending. */
export function laneNames(dice: Dice): (setting: 'old' | 'new') => string {
  const stems = dice.shuffle(LANE_HEADS.flatMap((head) => LANE_TAILS.map((tail) => head + tail)))
  const endings = { old: ['巷', '里', '弄', '街'], new: ['路', '街', '支路'] }
  const given = { old: 0, new: 0 }
  return (setting) => {
    const number = given[setting]++
    const stem = stems[(setting === 'old' ? number : stems.length - 1 - number) % stems.length] ?? '永安'
    const round = Math.floor(number / stems.length)
    return stem + (endings[setting][(number + round) % endings[setting].length] ?? '路')
  }
}
