import exceljs from 'exceljs'

/** The shape of a framework to write: how many nodes stand on each level, the criteria's last, and how many criteria are raised or local. */
export type WorkbookShape = {
  readonly levels: readonly string[]
  readonly counts: readonly number[]
  readonly raised?: number
  readonly local?: number
  readonly title?: string
  /** the rules that are written one after another; without: some as cities write them, and some blank */
  readonly rules?: readonly string[]
  /** who leads, from the first criterion on; as many as are named */
  readonly leads?: readonly string[]
  /** what single cells say instead, by address */
  readonly mistakes?: Readonly<Record<string, string | number | null>>
}

const PLACES = [
  '广场',
  '公园',
  '车站',
  '市场',
  '社区',
  '学校',
  '医院',
  '街巷',
  '商场',
  '影院',
  '河岸',
  '路口',
]
const DEEDS = [
  '地面整洁',
  '秩序井然',
  '设施完好',
  '标识清楚',
  '无乱停放',
  '无小广告',
  '服务规范',
  '绿化良好',
  '灯具完好',
  '无障碍畅通',
]
const METHODS = ['实地考察', '现场考察、网上申报', '材料审核/问卷', '台账，暗访', '统计数据', '问卷调查', '']
const RULES = ['符合得分', 'A/B/C', '每发现一处扣0.5分，扣完为止', '符合得分，不符合不得分', '']
const FULL_WIDTH = '０１２３４５６７８９'

const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? ''
const fullWidth = (number: number): string =>
  Array.from(String(number), (digit) => FULL_WIDTH.charAt(Number(digit))).join('')

/** Points as people write them; what they mean is 1, 2 or 3. */
function pointsWritten(at: number): string | number {
  const points = 1 + (at % 3)
  return [points, `${points}分`, `（${points}分）`, fullWidth(points), ` ${points} 分`][at % 5] ?? points
}

/** Which parent each node of a level belongs to: as evenly as it goes, each parent at least one. */
const parentOf = (at: number, count: number, parents: number): number => Math.floor((at * parents) / count)

type Path = readonly number[]

/** For every criterion the numbers of its indicators, the top first, itself last. */
function pathsOf(counts: readonly number[]): Path[] {
  const last = counts.at(-1) ?? 0
  return Array.from({ length: last }, (_, criterion) => {
    const path = [criterion]
    for (let level = counts.length - 2; level >= 0; level--) {
      const below = path[0] ?? 0
      path.unshift(parentOf(below, counts[level + 1] ?? 1, counts[level] ?? 1))
    }
    return path
  })
}

function indicatorText(level: number, number: number): string {
  const name = `${pick(PLACES, number)}${['建设', '管理', '治理', '服务'][level % 4] ?? ''}第${number + 1}方面`
  const dirt = number % 3 === 0 ? ` ${name}\n` : name
  return level === 0 ? `${number + 1}、${dirt}` : dirt
}

function criterionText(at: number): string {
  const text = `${pick(PLACES, at)}${pick(DEEDS, Math.floor(at / PLACES.length))}，第${at + 1}项要求`
  return at % 4 === 0 ? `${text.slice(0, 6)}\n${text.slice(6)}　` : text
}

const originOf = (at: number, total: number, { raised = 0, local = 0 }: WorkbookShape): string => {
  if (at < raised) return '高于国家'
  return at >= total - local ? '特色' : '基本'
}

/** Merge equal neighbours of a column of indicators on every other level; on the others they are left blank. */
function mergeRuns(sheet: exceljs.Worksheet, firstRow: number, paths: readonly Path[], level: number): void {
  let start = 0
  for (let at = 1; at <= paths.length; at++) {
    if (at < paths.length && paths[at]?.[level] === paths[start]?.[level]) continue
    const [from, to] = [firstRow + start, firstRow + at - 1]
    if (level % 2 === 0 && to > from) sheet.mergeCells(from, level + 2, to, level + 2)
    start = at
  }
}

/** A workbook as cities pass them on (真实样表): a title, merged and blank cells, stray blanks, a repeated header, a sum and a footnote. */
export async function givenWorkbook(shape: WorkbookShape): Promise<Buffer> {
  const { levels, counts, title = '文明城市测评体系', rules = RULES, leads = [], mistakes = {} } = shape
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet('测评体系')
  const header = ['序号', ...levels, '分值', '指标类型', '测评方法', '评分办法', '备注', '牵头单位']
  sheet.addRow([title])
  sheet.mergeCells(1, 1, 1, header.length)
  sheet.addRow(header)
  const paths = pathsOf(counts)
  const half = Math.ceil(paths.length / 2)
  const place = (part: readonly Path[], from: number): void => {
    const firstRow = sheet.rowCount + 1
    part.forEach((path, at) => {
      const indicators = path.slice(0, -1).map((number, level) => {
        const isNew = at === 0 || part[at - 1]?.slice(0, level + 1).join() !== path.slice(0, level + 1).join()
        return isNew ? indicatorText(level, number) : null
      })
      const number = from + at
      sheet.addRow([
        number + 1,
        ...indicators,
        criterionText(number),
        pointsWritten(number),
        originOf(number, paths.length, shape),
        pick(METHODS, number),
        pick(rules, number),
        null,
        leads[number] ?? null,
      ])
    })
    for (let level = 0; level < counts.length - 1; level++) mergeRuns(sheet, firstRow, part, level)
  }
  place(paths.slice(0, half), 0)
  sheet.addRow(header)
  place(paths.slice(half), half)
  sheet.addRow(['合计', null, null, paths.reduce((sum, _, at) => sum + 1 + (at % 3), 0)])
  sheet.addRow(['注：本表措辞为测试自拟'])
  for (const [address, said] of Object.entries(mistakes)) sheet.getCell(address).value = said
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** What the points of such a workbook add up to. */
export const pointsOfWorkbook = (criteria: number): number =>
  Array.from({ length: criteria }, (_, at) => 1 + (at % 3)).reduce((sum, points) => sum + points, 0)
