import './link-tabs.css'
import { Link, type LinkProps } from '@tanstack/react-router'

export type LinkTab = { readonly label: string; readonly link: LinkProps; readonly current: boolean }

/** On a narrow screen the tabs scroll: the current one is never the hidden one. */
function bringIntoSight(tab: HTMLAnchorElement | null): void {
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** Views of the same thing, side by side: each has an address of its own. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  return (
    <nav className="link-tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.label}
          ref={tab.current ? bringIntoSight : null}
          {...tab.link}
          className={tab.current ? 'link-tab link-tab-current' : 'link-tab'}
          aria-current={tab.current ? 'page' : undefined}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  )
}
