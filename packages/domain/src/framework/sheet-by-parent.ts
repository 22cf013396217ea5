import type { Row } from '../import/cell.ts'
import { flaw } from '../import/finding.ts'
import { plantTree } from '../import/tree.ts'
import type { NodeKind } from './framework.ts'
import { criterionContent, guessesOf, type SheetWorld } from './sheet-content.ts'
import { MOST_SHEET_LEVELS, SHEET_KINDS } from './sheet-fields.ts'
import { NO_CONTENT, type SheetContent, type SheetNode } from './sheet-node.ts'
import { type SheetFrame, SheetRow } from './sheet-row.ts'
import { choiceNames, choiceOf } from './sheet-values.ts'

type CodedRow = { readonly row: SheetRow; readonly code: string; readonly parentCode: string | null }

/** The text of a row: in the criteria's column, or in that of its level. */
function textOf(row: SheetRow, asItStands: boolean): string {
  for (const field of ['text', ...Array.from({ length: MOST_SHEET_LEVELS }, (_, at) => `level${at + 1}`)]) {
    if (row.raw(field) !== '') return row.sentence(field, asItStands)
  }
  row.error('text', flaw('required', { column: '' }))
  return ''
}

function kindOf(row: SheetRow, hasChildren: boolean): NodeKind {
  const said = row.raw('kind')
  const kind = said === '' ? null : choiceOf(said, SHEET_KINDS)
  if (said !== '' && kind === null)
    row.error('kind', flaw('choice-unknown', { value: said.slice(0, 40), choices: choiceNames(SHEET_KINDS) }))
  if (kind === 'criterion' && hasChildren) row.error('kind', flaw('criterion-has-children', {}))
  if (kind === 'indicator' || hasChildren) return 'indicator'
  return 'criterion'
}

/** Rows by code; one without a code, or with one that stands already, is told. */
function codedRows(rows: readonly Row[], frame: SheetFrame): CodedRow[] {
  return rows.flatMap((cells) => {
    const row = new SheetRow(cells, frame)
    const asItStands = row.raw('kind') !== ''
    const code = row.code('code', asItStands)
    if (code !== null) return [{ row, code, parentCode: row.code('parentCode', asItStands) }]
    if (!row.isDate('code')) row.error('code', flaw('required', { column: '' }))
    return []
  })
}

/**
 * Reads a sheet with one node a row that names its parent by code (上下级编码表): what our own export writes. Cycles, unknown parents
 * and codes that come twice are told. Where the column of kinds is filled, texts are taken as they stand.
 */
export function readByParent(frame: SheetFrame, rows: readonly Row[], world: SheetWorld): SheetNode[] {
  const coded = codedRows(rows, frame)
  const tree = plantTree(
    coded.map(({ row, code, parentCode }) => ({ line: row.line, code, parentCode })),
    new Map(),
    String,
  )
  const byLine = new Map(coded.map((one) => [one.row.line, one.row]))
  for (const { line, field, flaw: found } of tree.flaws) byLine.get(line)?.error(field, found)
  const parents = new Set(coded.map(({ parentCode }) => parentCode))
  const first = new Map<string, CodedRow>()
  for (const one of coded) if (!first.has(one.code)) first.set(one.code, one)
  const made = new Map<string, SheetNode>()
  const underway = new Set<string>()
  const make = ({ row, code, parentCode }: CodedRow): SheetNode => {
    const done = made.get(code)
    if (done) return done
    underway.add(code)
    const above = parentCode === null ? undefined : first.get(parentCode)
    const parent = above && !underway.has(above.code) ? make(above) : null
    underway.delete(code)
    const node = nodeOf(row, code, parent, parents.has(code), world)
    made.set(code, node)
    return node
  }
  for (const one of first.values()) make(one)
  return [...made.values()]
}

function nodeOf(
  row: SheetRow,
  code: string,
  parent: SheetNode | null,
  hasChildren: boolean,
  world: SheetWorld,
): SheetNode {
  const kind = kindOf(row, hasChildren)
  const points = row.points('points')
  const content: SheetContent =
    kind === 'criterion'
      ? criterionContent(row, points, world)
      : { ...NO_CONTENT, points, note: row.sentence('note', true), guesses: guessesOf(row) }
  return { ...content, line: row.line, parent, kind, text: textOf(row, row.raw('kind') !== ''), code }
}
