import { m } from '@chuangcheng/messages'
import { formatCount } from '../../shared/language/format.ts'
import type { Coverage } from './mapping-queries.ts'

/** How much is left, and what is covered so far. */
export function Progress({ coverage }: { coverage: Coverage }) {
  const facts = [
    {
      term: m['office.mappings.criteriaObserved'](),
      done: coverage.observedCriterionCount,
      all: coverage.inspectedCriterionCount,
    },
    { term: m['office.mappings.itemsFeeding'](), done: coverage.feedingItemCount, all: coverage.itemCount },
  ]
  return (
    <div className="sheet mapping-progress">
      <p className="mapping-left" role="status">
        {coverage.guessCount > 0
          ? m['office.mappings.left']({ count: formatCount(coverage.guessCount) })
          : m['office.mappings.noneLeft']()}
      </p>
      {facts.map(({ term, done, all }) => (
        <div key={term} className="mapping-share">
          <p>
            {term}
            <span>{m['office.mappings.of']({ done: formatCount(done), all: formatCount(all) })}</span>
          </p>
          <div className="mapping-bar" aria-hidden="true">
            <div style={{ width: `${all === 0 ? 0 : Math.min(100, (done / all) * 100)}%` }} />
          </div>
        </div>
      ))}
    </div>
  )
}
