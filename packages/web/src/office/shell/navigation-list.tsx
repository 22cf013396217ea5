import { Link } from '@tanstack/react-router'
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
    </Link>
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
