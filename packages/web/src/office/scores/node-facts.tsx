import { m } from '@chuangcheng/messages'
import { pointsText } from './numbers.ts'
import { PartBar } from './part-bar.tsx'
import type { ScoreNode } from './score-queries.ts'

/** A node in words before its observations: its points, its rule, and where the points come from. */
export function NodeFacts({ node }: { node: ScoreNode }) {
  const { earned, lost, open, points, ruleText, basis, coverage } = node
  return (
    <section className="node-facts">
      {node.role === 'ordinary' && (
        <>
          <PartBar parts={node} label={node.code} />
          <ul className="part-legend">
            {(
              [
                ['earned', earned],
                ['lost', lost],
                ['open', open],
              ] as const
            ).map(([name, value]) => (
              <li key={name}>
                <span className={`part-dot part-${name}`} aria-hidden="true" />
                {m[`office.scores.part.${name}`]()} <strong>{pointsText(value)}</strong>
              </li>
            ))}
            <li className="part-all">
              {m['office.scores.part.points']()} <strong>{pointsText(points)}</strong>
            </li>
          </ul>
        </>
      )}
      {ruleText !== '' && <p className="node-rule">{m['office.scores.rule']({ rule: ruleText })}</p>}
      {basis !== null && <p className="node-basis">{m[`office.scores.why.${basis}`]()}</p>}
      {coverage !== null && coverage.applicable > 0 && (
        <p className="node-basis">
          {m['office.scores.coverageOf']({
            observed: String(Math.round(coverage.observed * 10) / 10),
            applicable: String(Math.round(coverage.applicable * 10) / 10),
          })}
        </p>
      )}
    </section>
  )
}
