import './page-header.css'
import { m } from '@chuangcheng/messages'
import { Link, type LinkProps } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'

/** The browser's tab says which page this is, then the product. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · ${m['office.shell.product']()}` : m['office.shell.product']()
  }, [title])
}

export type Step = { readonly label: string; readonly link: LinkProps }

type Props = {
  title: string
  /** Where the page hangs, from the top down; each step is a link. */
  trail?: readonly Step[]
  /** Beside the title: a status, a count. */
  aside?: ReactNode
  /** One line under the title. */
  lead?: ReactNode
  /** Buttons, the most important last. */
  actions?: ReactNode
}

/** The head of every page: its one h1, where it hangs, and what can be done here. */
export function PageHeader({ title, trail, aside, lead, actions }: Props) {
  usePageTitle(title)
  return (
    <div className="page-header">
      <div className="page-header-text">
        {trail && trail.length > 0 && (
          <nav aria-label={m['office.ui.trail']()}>
            <ol className="page-trail">
              {trail.map((step) => (
                <li key={step.label}>
                  <Link {...step.link}>{step.label}</Link>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <div className="page-title">
          <h1>{title}</h1>
          {aside}
        </div>
        {lead && <p className="page-lead">{lead}</p>}
      </div>
      {actions && <div className="page-actions">{actions}</div>}
    </div>
  )
}
