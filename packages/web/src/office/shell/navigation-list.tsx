import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import { useCaseCounts } from '../../shared/cases/case-counts.ts'
import { formatCount } from '../../shared/language/format.ts'
import type { Destination, NavigationGroup } from './navigation.ts'

/** One entry; the router marks the open one with `aria-current="page"`. */
export function NavigationLink({ item, onGo }: { item: Destination; onGo?: (() => void) | undefined }) {
  const Icon = item.icon
  return (
    <Link
      to={item.to}
      className="navigation-link"
      activeOptions={{ exact: item.to === '/', includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
      onClick={onGo}
    >
      <span className="navigation-icon" aria-hidden="true">
        <Icon />
      </span>
      <span>{item.label()}</span>
      {item.counted && <WaitingCases />}
    </Link>
  )
}

/** How many cases wait for the reader. */
function WaitingCases() {
  const counts = useCaseCounts()
  const waiting = counts ? counts.dispatch + counts.handle + counts.verify : 0
  if (waiting === 0) return null
  const count = formatCount(waiting)
  return (
    <span className="navigation-count">
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{m['office.nav.waitingCount']({ count })}</span>
    </span>
  )
}

export function NavigationList({ groups, onGo }: { groups: NavigationGroup[]; onGo?: () => void }) {
  return groups.map((group, index) => (
    <div className="navigation-group" key={group.items[0]?.to ?? index}>
      {group.label && <p className="navigation-heading">{group.label()}</p>}
      <ul>
        {group.items.map((item) => (
          <li key={item.to}>
            <NavigationLink item={item} onGo={onGo} />
          </li>
        ))}
      </ul>
    </div>
  ))
}
