import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Problem } from '../problem.ts'
import type { NodeKind } from './framework.ts'
import {
  branchOf,
  byId,
  childrenByParent,
  countLevels,
  inTreeOrder,
  levelsNeeded,
  type Placed,
  pathTo,
  placeBranch,
  type TreeNode,
  withoutNode,
} from './tree.ts'

const LEVELS = 4

type Sprout = { readonly kind: NodeKind; readonly under: number }

/** Any tree of at most four levels, as it grows when nodes are put one after the other under indicators that take them. */
function growTree(sprouts: readonly Sprout[]): TreeNode[] {
  let nodes: TreeNode[] = []
  sprouts.forEach(({ kind, under }, index) => {
    const node: TreeNode = { id: `n${index}`, parentId: null, position: 0, kind, code: `c${index}` }
    const parents = [null, ...nodes.filter((one) => one.kind === 'indicator').map(({ id }) => id)]
    const parentId = parents[under % parents.length] ?? null
    const places = refusalOr(() => placeBranch(nodes, [node], { parentId, beforeId: null }, LEVELS))
    if (typeof places !== 'string') nodes = placed([...nodes, node], places)
  })
  return nodes
}

const anyTree = fc
  .array(fc.record({ kind: fc.constantFrom<NodeKind>('indicator', 'criterion'), under: fc.nat() }), {
    minLength: 1,
    maxLength: 40,
  })
  .map(growTree)

const placed = (nodes: readonly TreeNode[], places: readonly Placed[]): TreeNode[] => {
  const changed = byId(places)
  return nodes.map((node) => ({ ...node, ...changed.get(node.id) }))
}

function refusalOr<T>(work: () => T): T | string {
  try {
    return work()
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
}

/** Everything a tree must be: all reachable from the top, positions dense, no children of criteria, not too deep. */
function mustBeTree(nodes: readonly TreeNode[]): void {
  expect(inTreeOrder(nodes)).toHaveLength(nodes.length)
  for (const siblings of childrenByParent(nodes).values())
    expect(siblings.map(({ position }) => position)).toEqual(siblings.map((_, index) => index))
  const nodesById = byId(nodes)
  for (const { parentId } of nodes)
    if (parentId !== null) expect(nodesById.get(parentId)?.kind).toBe('indicator')
  expect(levelsNeeded(nodes)).toBeLessThanOrEqual(LEVELS)
}

describe('a tree', () => {
  it('stays one wherever a branch is moved, or the move is refused', () => {
    fc.assert(
      fc.property(anyTree, fc.nat(), fc.nat(), fc.nat(), (nodes, which, where, before) => {
        const node = nodes[which % nodes.length]
        if (!node) return
        const parents = [null, ...nodes.map(({ id }) => id)]
        const parentId = parents[where % parents.length] ?? null
        const siblings = [null, ...nodes.filter((one) => one.parentId === parentId).map(({ id }) => id)]
        const beforeId = siblings[before % siblings.length] ?? null
        const places = refusalOr(() =>
          placeBranch(nodes, branchOf(nodes, node.id), { parentId, beforeId }, LEVELS),
        )
        if (typeof places === 'string') return
        const left = node.parentId === parentId ? [] : withoutNode(nodes, node)
        const after = placed(nodes, [...left, ...places])
        mustBeTree(after)
        expect(byId(after).get(node.id)?.parentId).toBe(parentId)
      }),
    )
  })

  it('stays one when a branch is taken out', () => {
    fc.assert(
      fc.property(anyTree, fc.nat(), (nodes, which) => {
        const node = nodes[which % nodes.length]
        if (!node) return
        const gone = new Set(branchOf(nodes, node.id).map(({ id }) => id))
        mustBeTree(
          placed(
            nodes.filter(({ id }) => !gone.has(id)),
            withoutNode(nodes, node),
          ),
        )
      }),
    )
  })

  it('refuses a branch below itself, whatever the branch', () => {
    fc.assert(
      fc.property(anyTree, fc.nat(), fc.nat(), (nodes, which, where) => {
        const node = nodes[which % nodes.length]
        const branch = node ? branchOf(nodes, node.id) : []
        const target = branch[where % Math.max(branch.length, 1)]
        if (!target) return
        const place = { parentId: target.id, beforeId: null }
        const code = target.kind === 'criterion' ? 'framework.criterion-has-children' : 'framework.cycle'
        expect(refusalOr(() => placeBranch(nodes, branch, place, LEVELS))).toBe(code)
      }),
    )
  })

  it('counts every node on one level, criteria on the last', () => {
    fc.assert(
      fc.property(anyTree, (nodes) => {
        const counts = countLevels(nodes, LEVELS)
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(nodes.length)
        expect(counts.at(-1)).toBe(nodes.filter(({ kind }) => kind === 'criterion').length)
      }),
    )
  })

  it('comes to an end where parents go round in a circle', () => {
    const around: TreeNode[] = [
      { id: 'a', parentId: 'b', position: 0, kind: 'indicator', code: 'a' },
      { id: 'b', parentId: 'a', position: 0, kind: 'indicator', code: 'b' },
    ]
    expect(inTreeOrder(around)).toEqual([])
    expect(pathTo(byId(around), 'a').length).toBeGreaterThan(0)
    expect(branchOf(around, 'a').map(({ id }) => id)).toEqual(['a', 'b'])
  })
})
