import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type Opening, opened } from './score-search.ts'

const route = getRouteApi('/frame/scores')

type Props = {
  opening: Opening
  /** what the number is, for those who cannot see where it stands */
  label?: string
  className?: string | undefined
  tabIndex?: number
  children: ReactNode
}

/** A figure is a door: it opens the observations behind it. */
export function BehindLink({ opening, label, className, tabIndex, children }: Props) {
  const search = route.useSearch()
  return (
    <Link
      to="/scores"
      search={opened(search, opening)}
      resetScroll={false}
      preload={false}
      {...(label && { 'aria-label': label })}
      className={className}
      tabIndex={tabIndex}
    >
      {children}
    </Link>
  )
}
