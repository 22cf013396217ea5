import './facts.css'
import type { ReactNode } from 'react'

export type Fact = { readonly term: string; readonly value: ReactNode }

/** What is known of one record, term by term; what is not known shows a dash, so that its absence is seen. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value === null || value === '' ? '—' : value}</dd>
        </div>
      ))}
    </dl>
  )
}
