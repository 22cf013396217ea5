import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

const PAGES: Readonly<Record<string, string>> = {
  area: '/areas/$id',
  organization: '/organizations/$id',
  user: '/users/$id',
  site: '/sites/$id',
}

/** What an entry of the log is about, as in the entry. */
type Subject = { readonly subjectKind: string; readonly subjectId: string | null }

/** True when what an entry is about has a page of its own. */
export const hasPage = ({ subjectKind, subjectId }: Subject): boolean =>
  subjectId !== null && subjectKind in PAGES

/** Leads to what an entry of the log is about; only the words where that has no page. */
export function RecordLink({ subject, children }: { subject: Subject; children: ReactNode }) {
  const to = PAGES[subject.subjectKind]
  if (!to || subject.subjectId === null) return children
  return (
    <Link to={to} params={{ id: subject.subjectId }}>
      {children}
    </Link>
  )
}
