import { Link, type LinkProps } from '@tanstack/react-router'
import { formatCount } from '../../shared/language/format.ts'

const SHOWN = 10

type Share = { readonly id: string; readonly name: string; readonly count: number }
type Props = { items: readonly Share[]; linkTo: (id: string) => LinkProps }

/** Counts by name, the largest first, each with a bar as long as its share of the largest; each leads to what it counts. */
export function ShareBars({ items, linkTo }: Props) {
  const sorted = [...items].sort((a, b) => b.count - a.count).slice(0, SHOWN)
  const largest = sorted[0]?.count ?? 1
  return (
    <ol className="share-bars">
      {sorted.map(({ id, name, count }) => (
        <li key={id}>
          <Link {...linkTo(id)}>
            <span className="share-name">{name}</span>
            <span className="share-track" aria-hidden="true">
              <span style={{ width: `${(100 * count) / largest}%` }} />
            </span>
            <span className="share-count">{formatCount(count)}</span>
          </Link>
        </li>
      ))}
    </ol>
  )
}
