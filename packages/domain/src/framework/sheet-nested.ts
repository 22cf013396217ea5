import type { Row } from '../import/cell.ts'
import { flaw } from '../import/finding.ts'
import { type CodeStyle, codeStyleOf, splitCode } from './sheet-codes.ts'
import { criterionContent, type SheetWorld } from './sheet-content.ts'
import { MOST_SHEET_LEVELS } from './sheet-fields.ts'
import { NO_CONTENT, type SheetNode } from './sheet-node.ts'
import { type SheetFrame, SheetRow } from './sheet-row.ts'
import { splitPoints } from './sheet-values.ts'

/** Fields that say something of a criterion: without a text to say it of, the text is missing. */
const OF_CRITERIA = ['methods', 'rule', 'siteTypes', 'lead', 'competent', 'supporting', 'role', 'origin']

/** Reads a sheet whose levels stand side by side (多级并列表): one criterion a row, its indicators left of it or above. */
export class NestedReader {
  readonly nodes: SheetNode[] = []
  readonly #world: SheetWorld
  readonly #levels: readonly string[]
  readonly #styles: ReadonlyMap<string, CodeStyle>
  /** the indicator that rows continue on each level; null = none under the present parent yet */
  readonly #current: (SheetNode | null)[] = []
  readonly #indicators = new Map<SheetNode | null, Map<string, SheetNode>>()

  constructor(frame: SheetFrame, rows: readonly Row[], world: SheetWorld) {
    this.#world = world
    this.#levels = Array.from({ length: MOST_SHEET_LEVELS }, (_, at) => `level${at + 1}`).filter(
      (field) => (frame.columns[field] ?? null) !== null,
    )
    this.#styles = new Map([...this.#levels, 'text'].map((field) => [field, styleOf(field, frame, rows)]))
    for (const row of rows) this.#read(new SheetRow(row, frame))
  }

  #read(row: SheetRow): void {
    const deepest = this.#enterLevels(row)
    if (row.sentence('text') !== '') {
      this.#addCriterion(row)
      return
    }
    const says = OF_CRITERIA.some((field) => row.raw(field) !== '')
    if (says || (deepest === null && row.raw('points') !== ''))
      row.error('text', flaw('required', { column: '' }))
    else if (deepest === null) row.warning(null, flaw('row-skipped', { value: row.raw('note').slice(0, 40) }))
  }

  /** Follows the levels of a row from the left; blank cells continue what stands above under the same parent. */
  #enterLevels(row: SheetRow): SheetNode | null {
    const last = this.#levels.findLastIndex((field) => row.raw(field) !== '')
    let deepest: SheetNode | null = null
    this.#levels.forEach((field, level) => {
      if (row.raw(field) === '') return
      const node = this.#indicatorOf(row, field, level, level === last && row.raw('text') === '')
      if (node !== this.#current[level]) {
        this.#current.length = level
        while (this.#current.length < level) this.#current.push(null)
        this.#current[level] = node
      }
      deepest = node
    })
    return deepest
  }

  #parentAt(level: number): SheetNode | null {
    for (let above = level - 1; above >= 0; above--) {
      const node = this.#current[above]
      if (node) return node
    }
    return null
  }

  /** The indicator a cell names: one that stands already, or a new one. A row without a criterion may say its points, code and note. */
  #indicatorOf(row: SheetRow, field: string, level: number, owns: boolean): SheetNode {
    const parent = this.#parentAt(level)
    const named = this.#namedIn(row, field)
    const code = row.code(`${field}Code`) ?? (owns ? row.code('code') : null) ?? named.code
    const siblings = this.#indicators.get(parent) ?? new Map<string, SheetNode>()
    this.#indicators.set(parent, siblings)
    const standing = siblings.get(row.sentence(field))
    if (standing && (code === null || standing.code === null || standing.code === code)) {
      this.#mustAgree(row, field, standing)
      return standing
    }
    const points = row.points(`${field}Points`) ?? (owns ? row.points('points') : null) ?? named.points
    const node: SheetNode = {
      ...NO_CONTENT,
      line: row.line,
      parent,
      kind: 'indicator',
      text: named.text,
      code,
      points,
      note: owns ? row.sentence('note', true) : '',
    }
    siblings.set(row.sentence(field), node)
    this.nodes.push(node)
    return node
  }

  /** A merged cell repeats its points in every row; other points for the same indicator are a slip. */
  #mustAgree(row: SheetRow, field: string, standing: SheetNode): void {
    const points = row.points(`${field}Points`)
    if (points === null || standing.points === null || points === standing.points) return
    row.warning(
      `${field}Points`,
      flaw('points-differ', { value: points, standing: standing.points, line: standing.line }),
    )
  }

  #namedIn(row: SheetRow, field: string): { text: string; code: string | null; points: number | null } {
    const split = splitCode(row.sentence(field), this.#styles.get(field) ?? 'none')
    return { code: split.code, ...splitPoints(split.text) }
  }

  #addCriterion(row: SheetRow): void {
    const parent = this.#parentAt(this.#levels.length)
    if (parent === null && this.#levels.length > 0)
      row.error(this.#levels[0] ?? null, flaw('indicator-missing', {}))
    const named = this.#namedIn(row, 'text')
    const inText = named.points
    const inColumn = row.points('points')
    if (inText !== null && inColumn !== null && inText !== inColumn)
      row.warning('points', flaw('points-in-text', { value: inColumn, text: inText }))
    this.nodes.push({
      ...criterionContent(row, inColumn ?? inText, this.#world),
      line: row.line,
      parent,
      kind: 'criterion',
      text: named.text,
      code: row.code('code') ?? named.code,
    })
  }
}

function styleOf(field: string, { columns }: SheetFrame, rows: readonly Row[]): CodeStyle {
  const at = columns[field] ?? -1
  return codeStyleOf(
    rows.map(({ cells }) => {
      const cell = cells[at]
      return typeof cell === 'string' ? cell.trim() : ''
    }),
  )
}
