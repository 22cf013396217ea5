import type { Dice } from './random.ts'

export interface DistrictPlan {
  name: string
  category: '区' | '县'
  code: string
  /** Where the district grows from (kilometres east and north of the centre) and how fast. */
  start: readonly [number, number]
  pace: number
  /** Its streets (街道) and towns (镇), and about where each lies. */
  streets: readonly (readonly [name: string, east: number, north: number])[]
}

export const CITY = { code: '990100', name: '清澜市' }

export const DISTRICTS: readonly DistrictPlan[] = [
  {
    name: '文昌区',
    category: '区',
    code: '990102',
    start: [-0.6, 1.2],
    pace: 1,
    streets: [
      ['文昌街道', -0.3, 0.3],
      ['鼓楼街道', 2, -1.2],
      ['锦绣街道', 2.2, 2.2],
      ['镜湖街道', -3.8, 3.4],
      ['学府街道', -3, -1],
      ['丹枫街道', 0, 5],
    ],
  },
  {
    name: '望江区',
    category: '区',
    code: '990103',
    start: [0.2, -6.2],
    pace: 1,
    streets: [
      ['望江街道', -1, -5],
      ['南苑街道', 2.5, -5],
      ['月湖街道', 0.8, -8],
      ['兴宁街道', -4, -7.5],
      ['百丈街道', -8.5, -5.5],
    ],
  },
  {
    name: '东柳区',
    category: '区',
    code: '990104',
    start: [8.8, 1.6],
    pace: 0.95,
    streets: [
      ['东柳街道', 7, 0],
      ['华明街道', 7, 5.5],
      ['福明街道', 7.5, 11.5],
      ['金桥街道', 14, 0],
      ['白鹭镇', 13, 6],
    ],
  },
  {
    name: '西园区',
    category: '区',
    code: '990105',
    start: [-10.2, -1],
    pace: 1.35,
    streets: [
      ['西园街道', -6.5, -1.5],
      ['石桥街道', -8.5, 3],
      ['清源街道', -11, -1],
      ['梅山镇', -14, 4.5],
      ['柳林镇', -15.5, -2],
    ],
  },
  {
    name: '云溪县',
    category: '县',
    code: '990121',
    start: [-0.8, 12.2],
    pace: 1.35,
    streets: [
      ['云溪街道', -3.5, 8.5],
      ['梅堰镇', 1.5, 10],
      ['高塘镇', -8.5, 11.5],
      ['松岭镇', -1, 15],
    ],
  },
  {
    name: '兰渚县',
    category: '县',
    code: '990122',
    start: [1.6, -12.6],
    pace: 1.2,
    streets: [
      ['兰渚街道', 1.5, -12],
      ['芦汀镇', 11, -6],
      ['白沙镇', -11, -10],
    ],
  },
]

const FORTUNES = ['永', '安', '和', '福', '瑞', '泰', '兴', '康', '仁', '德']
const BLESSINGS = ['宁', '乐', '顺', '源', '昌', '济', '庆', '祥', '裕', '平']
const PLANTS = [
  '翠',
  '云',
  '兰',
  '梅',
  '竹',
  '柳',
  '桃',
  '荷',
  '桂',
  '枫',
  '松',
  '青',
  '杏',
  '榆',
  '棠',
  '苇',
  '石',
  '鹤',
]
const PLACES = [
  '园',
  '苑',
  '湾',
  '溪',
  '洲',
  '亭',
  '渡',
  '浦',
  '塘',
  '桥',
  '泉',
  '林',
  '坞',
  '堤',
  '港',
  '畈',
]

const combine = (heads: readonly string[], tails: readonly string[]): string[] =>
  heads.flatMap((head) => tails.map((tail) => head + tail))

/** Two-character place names (永宁, 柳湾 …), each once, in an order of the dice. */
export function placeNames(dice: Dice): { urban: string[]; rural: string[] } {
  const scenic = dice.shuffle(combine(PLANTS, PLACES))
  const third = Math.floor(scenic.length / 3)
  return {
    urban: dice.shuffle([...combine(FORTUNES, BLESSINGS), ...scenic.slice(0, third)]),
    rural: scenic.slice(third),
  }
}
