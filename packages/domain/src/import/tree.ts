import { type Flaw, flaw } from './finding.ts'
import { nearestNames } from './nearest-names.ts'

/** A row of a file whose records hang under each other by code (上级编码). */
export type TreeRow = { readonly line: number; readonly code: string; readonly parentCode: string | null }

/** A record that the city has already. `path` = ids of its ancestors from the top, itself last. */
export type PlantedNode = { readonly id: string; readonly path: readonly string[] }

export type TreeFlaw = { readonly line: number; readonly field: 'code' | 'parentCode'; readonly flaw: Flaw }

export type PlantedTree = {
  /** every row's place by its code, parents before children */
  readonly nodes: ReadonlyMap<string, PlantedNode & { readonly parentId: string | null }>
  readonly flaws: readonly TreeFlaw[]
}

const SIMILAR = 3

/**
 * Hang the rows of a file under each other and under what the city has (建立上下级). A code that the city knows keeps its id. Told as flaws:
 * codes that come twice, parents that nobody knows (with the nearest codes), and rows that would be their own ancestors.
 * @param newId makes the id of a record that is new
 */
export function plantTree(
  rows: readonly TreeRow[],
  known: ReadonlyMap<string, PlantedNode>,
  newId: () => string,
): PlantedTree {
  const flaws: TreeFlaw[] = []
  const byCode = new Map<string, TreeRow>()
  for (const row of rows) {
    const first = byCode.get(row.code)
    if (first) {
      flaws.push({
        line: row.line,
        field: 'code',
        flaw: flaw('duplicate-in-file', { value: row.code, line: first.line }),
      })
    } else byCode.set(row.code, row)
  }
  const nodes = new Map<string, PlantedNode & { parentId: string | null }>()
  const underway = new Set<string>()

  const parentOf = (row: TreeRow, parentCode: string): PlantedNode | null => {
    const inFile = byCode.get(parentCode)
    if (inFile) return plant(inFile)
    const standing = known.get(parentCode)
    if (standing) return standing
    const similar = nearestNames(parentCode, [...byCode.keys(), ...known.keys()], SIMILAR)
    const code = similar.length > 0 ? 'name-unknown-similar' : 'name-unknown'
    flaws.push({
      line: row.line,
      field: 'parentCode',
      flaw: flaw(code, { value: parentCode, similar: similar.join('、') }),
    })
    return null
  }

  const plant = (row: TreeRow): PlantedNode | null => {
    const done = nodes.get(row.code)
    if (done) return done
    if (underway.has(row.code)) {
      flaws.push({ line: row.line, field: 'parentCode', flaw: flaw('own-ancestor', { value: row.code }) })
      return null
    }
    underway.add(row.code)
    const parent = row.parentCode === null ? null : parentOf(row, row.parentCode)
    underway.delete(row.code)
    const id = known.get(row.code)?.id ?? newId()
    const path = [...(parent?.path ?? []), id]
    const node = { id, path, parentId: parent?.id ?? null }
    nodes.set(row.code, node)
    return node
  }

  for (const row of byCode.values()) plant(row)
  return { nodes, flaws }
}
