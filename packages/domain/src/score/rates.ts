import { type Fraction, minus, ZERO } from '../framework/fraction.ts'
import { ExactSum } from './exact-sum.ts'
import { rateOf, type ScoreTree, type ScoringNode } from './score-tree.ts'

/** How much of what was seen was earned (得分率), 0–1, in the whole and at every node; null where nothing is known but problems. */
export type ScoreRates = {
  readonly total: Fraction | null
  readonly nodes: ReadonlyMap<string, Fraction | null>
}

/** What only lists of problems took off, at every node and (under null) in the whole. */
function lostToProblems(
  nodes: readonly ScoringNode[],
  { criteria }: ScoreTree,
): Map<string | null, ExactSum> {
  const parents = new Map(nodes.map(({ id, parentId }) => [id, parentId]))
  const lost = new Map<string | null, ExactSum>()
  for (const { id, basis, lost: points } of criteria.values()) {
    if (basis !== 'problems') continue
    for (
      let at: string | null | undefined = id;
      at !== undefined;
      at = at === null ? undefined : parents.get(at)
    )
      lost.set(at, (lost.get(at) ?? new ExactSum()).add(points))
  }
  return lost
}

/** Rates of a score (得分率). A list of problems says what was lost and nothing of what was kept: it has no part in any rate. */
export function ratesOf(nodes: readonly ScoringNode[], tree: ScoreTree): ScoreRates {
  const toProblems = lostToProblems(nodes, tree)
  const rate = (
    key: string | null,
    { earned, lost }: { readonly earned: Fraction; readonly lost: Fraction },
  ) => rateOf({ earned, lost: minus(lost, toProblems.get(key)?.value() ?? ZERO) })
  return {
    total: rate(null, tree.total),
    nodes: new Map([...tree.nodes].map(([id, node]) => [id, rate(id, node)])),
  }
}
