import type { Row } from '../import/cell.ts'
import { type Finding, flaw } from '../import/finding.ts'
import { distributePoints, MOST_DECIMALS } from './points.ts'
import type { SheetNode } from './sheet-node.ts'
import type { SheetFrame } from './sheet-row.ts'

/** Lines whose cells in a column are one merged cell; only those of two lines or more. */
function mergedLines(rows: readonly Row[], column: number): number[][] {
  const groups: number[][] = []
  for (const { line, mergedColumns } of rows) {
    if (mergedColumns?.includes(column)) groups.at(-1)?.push(line)
    else groups.push([line])
  }
  return groups.filter((lines) => lines.length > 1)
}

const sharedOut = (group: readonly SheetNode[]): SheetNode[] => {
  const shares = distributePoints(
    group[0]?.points ?? 0,
    group.map(() => 1),
    MOST_DECIMALS,
  )
  return group.map((node, at) => {
    const guesses = node.guesses.includes('points') ? node.guesses : (['points', ...node.guesses] as const)
    return { ...node, points: shares[at] ?? 0, guesses: [...guesses] }
  })
}

/**
 * Points in a cell merged over several criteria (合并的分值) are what these are worth together. Nobody said how they divide: each gets
 * an equal part, so that the sheet still adds up, as a guess that a person confirms; and the first row tells it.
 */
export function shareMergedPoints(
  frame: SheetFrame,
  rows: readonly Row[],
  nodes: readonly SheetNode[],
): SheetNode[] {
  const column = frame.columns.points ?? null
  const groups = column === null ? [] : mergedLines(rows, column)
  if (column === null || groups.length === 0) return [...nodes]
  const criteria = new Map(nodes.filter(({ kind }) => kind === 'criterion').map((node) => [node.line, node]))
  const shared = new Map<SheetNode, SheetNode>()
  for (const lines of groups) {
    const group = lines.flatMap((line) => criteria.get(line) ?? [])
    const [first] = group
    if (!first || first.points === null || group.length < 2) continue
    for (const [at, node] of sharedOut(group).entries()) shared.set(group[at] ?? node, node)
    frame.findings.push(mergedFinding(first, group.length, frame.headers[column] ?? null))
  }
  return nodes.map((node) => shared.get(node) ?? node)
}

const mergedFinding = ({ line, points }: SheetNode, count: number, column: string | null): Finding => ({
  line,
  column,
  severity: 'warning',
  ...flaw('points-merged', { value: points ?? 0, count }),
})
