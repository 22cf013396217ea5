const NAMES = ['农贸市场', '背街小巷', '居民小区', '公共厕所', '政务大厅', '公园广场', '主次干道', '公交站点']
const STREETS = [
  '文昌',
  '望江',
  '锦绣',
  '清源',
  '新港',
  '丹凤',
  '云溪',
  '华明',
  '金桥',
  '丰年',
  '河西',
  '石桥',
]

type Named = { readonly name: string }

/** A register of sites as a city would send it: CSV, spread over the city's box. */
export function registerOf(
  count: number,
  first: number,
  city: {
    readonly types: readonly Named[]
    readonly holders: readonly Named[]
    readonly bounds: readonly number[]
  },
): Uint8Array<ArrayBuffer> {
  const [west = 0, south = 0, east = 0, north = 0] = city.bounds
  const lines = Array.from({ length: count }, (_, index) => {
    const number = first + index
    // Two irrational steps fill the box evenly without chance.
    const longitude = west + (east - west) * (0.1 + 0.8 * ((number * 0.754877666) % 1))
    const latitude = south + (north - south) * (0.1 + 0.8 * ((number * 0.569840296) % 1))
    const type = city.types[number % city.types.length]?.name ?? ''
    const holder = city.holders[number % city.holders.length]?.name ?? ''
    const name = `${STREETS[number % STREETS.length]}${NAMES[number % NAMES.length]}${number}号`
    return `BX-${String(number).padStart(7, '0')},${name},${type},${STREETS[number % 7]}路${number}号,${longitude.toFixed(6)},${latitude.toFixed(6)},${holder},,在用`
  })
  return Uint8Array.from(
    Buffer.from(['编号,名称,类型,地址,经度,纬度,属地单位,主管单位,状态', ...lines].join('\n')),
  )
}
