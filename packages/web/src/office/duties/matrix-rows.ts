import type { DutyRole } from '@chuangcheng/domain'
import type { FrameworkTreeNode } from '../../shared/framework/framework-versions.ts'
import type { DutyFlaw, Matrix, MatrixDuty } from './duty-queries.ts'

type Node = Pick<FrameworkTreeNode, 'id' | 'parentId' | 'position' | 'kind' | 'code' | 'text' | 'points'>

/** A line of the matrix: an indicator heading what is below it, or a criterion with who does what. */
export type MatrixRow = {
  readonly node: Node
  /** from 0 */
  readonly depth: number
  readonly folded: boolean
  /** the criteria this line stands for: itself, or all below that are shown */
  readonly criterionIds: readonly string[]
  readonly duties: Readonly<Record<DutyRole, readonly MatrixDuty[]>>
  readonly flaws: readonly DutyFlaw['code'][]
  /** criteria below with a gap or an overlap */
  readonly flawedCount: number
}

export type MatrixSource = {
  readonly nodes: readonly Node[]
  readonly matrix: Matrix
  readonly flaws: readonly DutyFlaw[]
}

export type MatrixView = {
  /** what must stand in code or text, or in the name of an organization */
  readonly words: string
  /** only criteria with this flaw, or with any */
  readonly only: DutyFlaw['code'] | 'any' | null
  readonly folded: ReadonlySet<string>
}

const NO_DUTIES: MatrixRow['duties'] = { lead: [], competent: [], supporting: [] }

const byRole = (duties: readonly MatrixDuty[]): MatrixRow['duties'] => ({
  lead: duties.filter(({ role }) => role === 'lead'),
  competent: duties.filter(({ role }) => role === 'competent'),
  supporting: duties.filter(({ role }) => role === 'supporting'),
})

/** Everything about the matrix that does not change with what the reader looks for. */
function indexOf({ nodes, matrix, flaws }: MatrixSource) {
  const children = new Map<string | null, Node[]>()
  for (const node of nodes) {
    const siblings = children.get(node.parentId)
    if (siblings) siblings.push(node)
    else children.set(node.parentId, [node])
  }
  for (const siblings of children.values()) siblings.sort((a, b) => a.position - b.position)
  const duties = new Map(matrix.items.map((item) => [item.criterionId, byRole(item.duties)]))
  const flawsOf = new Map<string, DutyFlaw['code'][]>()
  for (const { criterionId, code } of flaws) {
    if (criterionId !== null) flawsOf.set(criterionId, [...(flawsOf.get(criterionId) ?? []), code])
  }
  const names = new Map(
    matrix.organizations.map(({ id, name, shortName }) => [id, `${name} ${shortName ?? ''}`.toLowerCase()]),
  )
  return { children, duties, flawsOf, names }
}

/** The lines of the matrix from the top down; indicators with nothing to show below them are left out. */
export function matrixRows(source: MatrixSource, view: MatrixView): MatrixRow[] {
  const { children, duties, flawsOf, names } = indexOf(source)
  const words = view.words.trim().toLowerCase()
  const codesOf = (id: string) => flawsOf.get(id) ?? []
  const isShown = (node: Node): boolean => {
    const codes = codesOf(node.id)
    if (view.only !== null && !(view.only === 'any' ? codes.length > 0 : codes.includes(view.only)))
      return false
    if (words === '' || `${node.code} ${node.text}`.toLowerCase().includes(words)) return true
    const { lead, competent, supporting } = duties.get(node.id) ?? NO_DUTIES
    return [...lead, ...competent, ...supporting].some(({ organizationId }) =>
      names.get(organizationId)?.includes(words),
    )
  }
  const criterionRow = (node: Node, depth: number): MatrixRow => ({
    node,
    depth,
    folded: false,
    criterionIds: [node.id],
    duties: duties.get(node.id) ?? NO_DUTIES,
    flaws: codesOf(node.id),
    flawedCount: flawsOf.has(node.id) ? 1 : 0,
  })
  const below = (parentId: string | null, depth: number): MatrixRow[] =>
    (children.get(parentId) ?? []).flatMap((node) => {
      if (node.kind === 'criterion') return isShown(node) ? [criterionRow(node, depth)] : []
      const rows = below(node.id, depth + 1)
      const criteria = rows.filter((row) => row.node.kind === 'criterion')
      if (criteria.length === 0) return []
      const folded = view.folded.has(node.id)
      const heading: MatrixRow = {
        node,
        depth,
        folded,
        criterionIds: criteria.map((row) => row.node.id),
        duties: NO_DUTIES,
        flaws: [],
        flawedCount: criteria.filter((row) => row.flawedCount > 0).length,
      }
      return [heading, ...rows]
    })
  return withoutFolded(below(null, 0))
}

/** What is below a folded indicator counts for its heading but is not drawn. */
function withoutFolded(rows: readonly MatrixRow[]): MatrixRow[] {
  const shown: MatrixRow[] = []
  let hiddenBelow: number | null = null
  for (const row of rows) {
    if (hiddenBelow !== null && row.depth > hiddenBelow) continue
    hiddenBelow = row.folded ? row.depth : null
    shown.push(row)
  }
  return shown
}
