import { normalizeHeader, suggestMapping } from '../import/header.ts'
import { IGNORED_HEADERS, LEVEL_WORDS, MOST_SHEET_LEVELS, SHEET_COLUMNS } from './sheet-fields.ts'

/** field → place of its column in the file; null or absent: the file has none. */
export type SheetColumns = Readonly<Record<string, number | null>>

const SUFFIXES = [
  ['Code', /(?:的)?(?:编码|编号|代码|代号|code)$/u],
  ['Points', /(?:的)?(?:分值|分数|满分|权重|总分|points)$/u],
] as const
const NUMBERED = /^第?([一二三四五六七1-7]|i{1,3}|iv|vi{0,2})级(?:测评)?(?:指标|项目|目录|标题|内容|分类)?$/u
const NUMBER_WORDS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(['一', '二', '三', '四', '五', '六', '七'].map((word, at) => [word, at + 1])),
  ...Object.fromEntries(['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii'].map((word, at) => [word, at + 1])),
}
const CRITERION_FIELDS = { '': 'text', Code: 'code', Points: 'points' } as const
const withoutBrackets = (header: string): string => header.replace(/[([【].*$/u, '')
/** Headers that repeat get `(2)`, those that are empty the column's letter in brackets. */
const unnamed = /^\([A-Z]+\)$/u

const headOf = (header: string): string => withoutBrackets(normalizeHeader(header))

type Heading = { readonly at: number; readonly about: '' | 'Code' | 'Points'; readonly stem: string }

function headingOf(header: string, at: number): Heading {
  const plain = headOf(header)
  for (const [about, suffix] of SUFFIXES) {
    const stem = plain.replace(suffix, '')
    if (stem !== plain && stem !== '') return { at, about, stem }
  }
  return { at, about: '', stem: plain }
}

const numberOf = (stem: string): number | null => {
  const said = NUMBERED.exec(stem)?.[1]
  return said === undefined ? null : (NUMBER_WORDS[said] ?? Number(said))
}

/** Which headers name levels: by number (一级指标), by what the version calls its levels, or by a word such as 测评项目. */
function levelHeadings(headings: readonly Heading[], levelNames: readonly string[]): Heading[] {
  const known = new Set(levelNames.slice(0, -1).map(headOf))
  const own = headings.filter(
    ({ stem, about }) => about === '' && (numberOf(stem) !== null || known.has(stem)),
  )
  const taken = new Set(own.map(({ at }) => at))
  const words = headings.filter(
    ({ at, about, stem }) => about === '' && !taken.has(at) && LEVEL_WORDS.has(stem),
  )
  return [...own, ...words].sort((a, b) => a.at - b.at)
}

/** Headers nobody knows that stand left of the criteria: more levels, such as the empty half of a merged header. */
function unknownLevels(
  headers: readonly string[],
  taken: ReadonlySet<number | null>,
  before: number,
  after: number,
): number[] {
  return headers.flatMap((header, at) => {
    const ignored = IGNORED_HEADERS.has(normalizeHeader(header))
    if (at >= before || taken.has(at) || ignored) return []
    return unnamed.test(header) && at < after ? [] : [at]
  })
}

/**
 * Proposes which column of a framework sheet feeds which field (建议列映射): `level1` … from the left, then the fields of SHEET_COLUMNS.
 * Without a column of criteria the deepest level is theirs.
 * @param levelNames what the version calls its levels, the criterion's last
 */
export function suggestSheetColumns(headers: readonly string[], levelNames: readonly string[]): SheetColumns {
  const headings = headers.map(headingOf)
  const criterionName = headOf(levelNames.at(-1) ?? '')
  const ownText = headings.find(({ about, stem }) => about === '' && stem === criterionName)?.at
  const levels = levelHeadings(headings, levelNames).filter(({ at }) => at !== ownText)
  const stems = new Set(levels.map(({ stem }) => stem))
  const besides = headings.filter(({ about, stem }) => about !== '' && stems.has(stem))
  const takenByLevels = new Set([...levels, ...besides].map(({ at }) => at))
  const rest = headers.map((header, at) => (takenByLevels.has(at) || at === ownText ? '' : header))
  const fields: Record<string, number | null> = suggestMapping(rest, SHEET_COLUMNS)
  if (ownText !== undefined) fields.text = ownText
  return withLevels(headers, fields, levels, besides)
}

/** Without a column of criteria the levels end before the first known column to their right. */
function endOfLevels(fields: SheetColumns, levels: readonly Heading[]): number {
  const last = levels.at(-1)?.at ?? 0
  const right = Object.values(fields).filter((at) => at !== null && at > last)
  return Math.min(...right.map(Number), right.length === 0 ? last : Number.POSITIVE_INFINITY)
}

function withLevels(
  headers: readonly string[],
  fields: Record<string, number | null>,
  levels: readonly Heading[],
  besides: readonly Heading[],
): SheetColumns {
  const taken = new Set([...Object.values(fields), ...[...levels, ...besides].map(({ at }) => at)])
  const text = fields.text ?? null
  const first = levels[0]?.at ?? 0
  const places = [
    ...levels.map(({ at }) => at),
    ...unknownLevels(headers, taken, text ?? endOfLevels(fields, levels), first),
  ].sort((a, b) => a - b)
  const stemAt = new Map(levels.map(({ at, stem }) => [stem, places.indexOf(at)]))
  if (text === null) fields.text = places.pop() ?? null
  places.slice(0, MOST_SHEET_LEVELS).forEach((at, index) => {
    fields[`level${index + 1}`] = at
  })
  for (const heading of besides) {
    const level = (stemAt.get(heading.stem) ?? 0) + 1
    // The level that became the criteria's column takes its code and points along.
    const field = level > places.length ? CRITERION_FIELDS[heading.about] : `level${level}${heading.about}`
    fields[field] ??= heading.at
  }
  return fields
}

/** Blanks within Chinese words are there to fill a cell; those between others are part of the name. */
const tidyHeader = (header: string): string =>
  header
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/[*：:\s]+$/u, '')

/** What the levels are called in the file, the criterion's last. */
export function sheetLevelNames(
  headers: readonly string[],
  columns: SheetColumns,
  standing: readonly string[],
): string[] {
  const places: (number | null)[] = []
  for (let level = 1; level <= MOST_SHEET_LEVELS; level++) {
    const at = columns[`level${level}`] ?? null
    if (at !== null) places.push(at)
  }
  if ((columns.parentCode ?? null) !== null && places.length === 0) return [...standing]
  return [...places, columns.text ?? null].map((at, index) => {
    const header = tidyHeader(at === null ? '' : (headers[at] ?? ''))
    if (header !== '' && !unnamed.test(header)) return header.slice(0, 20)
    const names = index === places.length ? standing.slice(-1) : standing.slice(index, -1)
    return names[0] ?? `第${index + 1}级`
  })
}
