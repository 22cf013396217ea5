import { formatCount } from '../../shared/language/format.ts'

const SHOWN = 10

/** Counts by name, the largest first, each with a bar as long as its share of the largest. */
export function ShareBars({
  items,
}: {
  items: readonly { readonly name: string; readonly count: number }[]
}) {
  const sorted = [...items].sort((a, b) => b.count - a.count).slice(0, SHOWN)
  const largest = sorted[0]?.count ?? 1
  return (
    <ol className="share-bars">
      {sorted.map(({ name, count }) => (
        <li key={name}>
          <span className="share-name">{name}</span>
          <span className="share-track" aria-hidden="true">
            <span style={{ width: `${(100 * count) / largest}%` }} />
          </span>
          <span className="share-count">{formatCount(count)}</span>
        </li>
      ))}
    </ol>
  )
}
