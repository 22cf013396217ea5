import { type Finding, flaw } from '../import/finding.ts'
import { type CriterionRole, MOST_LEVELS, type NodeKind } from './framework.ts'
import { readByParent } from './sheet-by-parent.ts'
import { checkSheetTree } from './sheet-checks.ts'
import { MadeCodes } from './sheet-codes.ts'
import { type SheetColumns, sheetLevelNames } from './sheet-columns.ts'
import type { SheetWorld } from './sheet-content.ts'
import { shareMergedPoints } from './sheet-merged-points.ts'
import { NestedReader } from './sheet-nested.ts'
import { depthOf, type SheetContent, type SheetNode } from './sheet-node.ts'
import type { SheetFrame } from './sheet-row.ts'
import { contentRows, otherYear, type SheetTable } from './sheet-rows.ts'

/** A node of a sheet with its code and its place among the others. */
export type PlacedSheetNode = SheetContent & {
  readonly line: number
  readonly code: string
  readonly text: string
  readonly kind: NodeKind
  readonly role: CriterionRole
  readonly parentCode: string | null
  /** order among its siblings, from 0 */
  readonly position: number
}

/** A sheet as a tree (测评体系表). With an error among the findings nothing of it may be used. */
export type FrameworkSheet = {
  readonly levelNames: readonly string[]
  /** parents before their children */
  readonly nodes: readonly PlacedSheetNode[]
  /** the sheet has a column that says who answers for a criterion */
  readonly saysDuties: boolean
  readonly findings: readonly Finding[]
}

export type SheetOrder = {
  readonly table: SheetTable
  readonly columns: SheetColumns
  readonly world: SheetWorld
  /** what the version calls its levels now, the criterion's last */
  readonly levelNames: readonly string[]
  readonly year: number
  /** what stands around the table: titles above it, the names of sheet and file */
  readonly titles: readonly string[]
}

const isError = ({ severity }: Finding): boolean => severity === 'error'
const isMapped = (columns: SheetColumns, field: string): boolean => (columns[field] ?? null) !== null

function codedNodes(nodes: readonly SheetNode[]): PlacedSheetNode[] {
  const made = new MadeCodes(nodes.flatMap(({ code }) => (code === null ? [] : [code])))
  const codes = new Map<SheetNode, string>()
  const children = new Map<SheetNode | null, number>()
  for (const { parent } of nodes) children.set(parent, (children.get(parent) ?? 0) + 1)
  const positions = new Map<SheetNode | null, number>()
  return nodes.map((node) => {
    const { parent, code: said, ...rest } = node
    const parentCode = parent === null ? null : (codes.get(parent) ?? null)
    const digits = node.kind === 'indicator' ? 1 : (children.get(parent) ?? 0) > 99 ? 3 : 2
    const code = said ?? made.next(parentCode, digits)
    codes.set(node, code)
    const position = positions.get(parent) ?? 0
    positions.set(parent, position + 1)
    return { ...rest, code, parentCode, position }
  })
}

function missingColumns({ table, columns }: SheetOrder): Finding[] {
  const texts = isMapped(columns, 'text') || isMapped(columns, 'level1')
  const codes = !isMapped(columns, 'parentCode') || isMapped(columns, 'code')
  const column = !texts ? '测评标准' : codes ? null : '编码'
  if (column === null) return []
  const headers = table.headers.join('、').slice(0, 200)
  return [{ line: 0, column, severity: 'error', ...flaw('column-missing', { column, headers }) }]
}

function yearFinding({ titles, year }: SheetOrder): Finding[] {
  const other = otherYear(titles, year)
  if (!other) return []
  const params = { found: other.year, where: other.where, year }
  return [{ line: 0, column: null, severity: 'warning', ...flaw('year-differs', params) }]
}

/** A level for every indicator on the way down, and one for the criteria. */
function levelNamesOf(order: SheetOrder, nodes: readonly SheetNode[]): string[] {
  const names = sheetLevelNames(order.table.headers, order.columns, order.levelNames)
  const deepest = nodes.reduce(
    (most, node) => Math.max(most, depthOf(node) + (node.kind === 'indicator' ? 1 : 0)),
    1,
  )
  while (names.length < Math.min(deepest, MOST_LEVELS)) names.splice(-1, 0, `第${names.length}级`)
  return names
}

/**
 * Reads a real-life sheet as a tree of indicators and criteria (读取测评体系表): levels side by side, or one node a row that names its
 * parent. Everything wrong is told by row and column; nothing is decided about what stands in the city already.
 */
export function readFrameworkSheet(order: SheetOrder): FrameworkSheet {
  const { table, columns, world } = order
  const saysDuties = ['lead', 'competent', 'supporting'].some((field) => isMapped(columns, field))
  const missing = missingColumns(order)
  if (missing.length > 0) return { levelNames: order.levelNames, nodes: [], saysDuties, findings: missing }
  const content = contentRows(table, columns)
  const findings: Finding[] = [...yearFinding(order), ...content.findings]
  const frame: SheetFrame = { headers: table.headers, columns, findings }
  const read = isMapped(columns, 'parentCode')
    ? readByParent(frame, content.rows, world)
    : new NestedReader(frame, content.rows, world).nodes
  const nodes = shareMergedPoints(frame, content.rows, read)
  findings.push(...checkSheetTree(nodes, table.headers, columns, MOST_LEVELS))
  findings.sort((a, b) => a.line - b.line)
  return {
    levelNames: levelNamesOf(order, nodes),
    nodes: codedNodes(nodes),
    saysDuties,
    findings: onceEach(findings),
  }
}

/**
 * What is wrong is told once: a cell may be asked for several times, and points that cannot be read are not absent as well.
 */
function onceEach(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>()
  const refused = new Set(findings.filter(isError).map(({ line, column }) => `${line} ${column}`))
  return findings.filter((finding) => {
    if (finding.code === 'points-absent' && refused.has(`${finding.line} ${finding.column}`)) return false
    const key = `${finding.line} ${finding.column} ${finding.code} ${JSON.stringify(finding.params)}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
