import { type Finding, type Flaw, flaw } from '../import/finding.ts'
import { comparable } from '../import/plain-text.ts'
import type { SheetColumns } from './sheet-columns.ts'
import { depthOf, type SheetNode } from './sheet-node.ts'

type Say = (node: SheetNode, field: string, severity: Finding['severity'], said: Flaw) => Finding

const parentName = (node: SheetNode): string => node.parent?.text.slice(0, 20) ?? ''

/** The same code twice: under two parents with the same text it is one node in two places, else a slip of the pen. */
function codesTwice(nodes: readonly SheetNode[], say: Say): Finding[] {
  const first = new Map<string, SheetNode>()
  return nodes.flatMap((node) => {
    if (node.code === null) return []
    const standing = first.get(node.code)
    if (!standing) {
      first.set(node.code, node)
      return []
    }
    const params = { value: node.code, line: standing.line }
    const isSame = standing.parent !== node.parent && comparable(standing.text) === comparable(node.text)
    if (!isSame) return [say(node, 'code', 'error', flaw('duplicate-in-file', params))]
    const parents = { first: parentName(standing), second: parentName(node) }
    return [say(node, 'code', 'error', flaw('under-two-parents', { ...params, ...parents }))]
  })
}

/** The same criterion twice by its text. Without codes that tell the two apart, nobody could say which is meant. */
function textsTwice(nodes: readonly SheetNode[], say: Say): Finding[] {
  const first = new Map<string, SheetNode>()
  return nodes.flatMap((node) => {
    if (node.kind !== 'criterion' || node.text === '') return []
    const key = comparable(node.text)
    const standing = first.get(key)
    if (standing) return sameText(standing, node, say)
    first.set(key, node)
    return []
  })
}

function sameText(standing: SheetNode, node: SheetNode, say: Say): Finding[] {
  if (node.code !== null && node.code === standing.code) return []
  const severity = node.code !== null && standing.code !== null ? 'warning' : 'error'
  const code = standing.parent === node.parent ? 'duplicate-in-file' : 'under-two-parents'
  const parents = { first: parentName(standing), second: parentName(node) }
  const params = { value: node.text.slice(0, 30), line: standing.line, ...parents }
  return [say(node, 'text', severity, flaw(code, params))]
}

/** Criteria without points, each by its row; once for the file where no row has any. */
function pointsAbsent(nodes: readonly SheetNode[], say: Say): Finding[] {
  const criteria = nodes.filter(
    ({ kind, role }) => kind === 'criterion' && (role === 'ordinary' || role === 'bonus'),
  )
  const absent = criteria.filter(({ points }) => points === null)
  if (absent.length > 0 && absent.length === criteria.length)
    return [{ line: 0, column: null, severity: 'warning', ...flaw('no-points', { count: absent.length }) }]
  return absent.map((node) => say(node, 'points', 'warning', flaw('points-absent', {})))
}

const tooDeep = (nodes: readonly SheetNode[], limit: number, say: Say): Finding[] =>
  nodes
    .filter((node) => depthOf(node) > limit)
    .map((node) => say(node, 'text', 'error', flaw('too-deep', { value: node.text.slice(0, 30), limit })))

/** An indicator that nothing hangs under, which a published framework may not have. */
function emptyIndicators(nodes: readonly SheetNode[], say: Say): Finding[] {
  const parents = new Set(nodes.map(({ parent }) => parent))
  return nodes
    .filter((node) => node.kind === 'indicator' && !parents.has(node))
    .map((node) => say(node, 'text', 'warning', flaw('indicator-empty', { value: node.text.slice(0, 30) })))
}

/** What is wrong with a tree as a whole (整棵树的检查), by row and column. */
export function checkSheetTree(
  nodes: readonly SheetNode[],
  headers: readonly string[],
  columns: SheetColumns,
  mostLevels: number,
): Finding[] {
  const headerOf = (field: string): string | null => headers[columns[field] ?? -1] ?? null
  const say: Say = (node, field, severity, said) => {
    const level = node.kind === 'indicator' ? `level${depthOf(node)}` : field
    const column = headerOf(field === 'text' ? level : field) ?? headerOf('text')
    return { line: node.line, column, severity, ...said }
  }
  const noCriteria: Finding[] = nodes.some(({ kind }) => kind === 'criterion')
    ? []
    : [{ line: 0, column: headerOf('text'), severity: 'error', ...flaw('no-criteria', {}) }]
  return [
    ...noCriteria,
    ...codesTwice(nodes, say),
    ...textsTwice(nodes, say),
    ...tooDeep(nodes, mostLevels, say),
    ...pointsAbsent(nodes, say),
    ...emptyIndicators(nodes, say),
  ]
}
