import './link-tabs.css'
import { Link, type LinkProps } from '@tanstack/react-router'

export type LinkTab = { readonly label: string; readonly link: LinkProps; readonly current: boolean }

/** Views of the same thing, side by side: each has an address of its own. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  return (
    <nav className="link-tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.label}
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
