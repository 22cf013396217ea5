import { Link } from '@tanstack/react-router'

/** A case by its number; its page belongs to the cases. */
export function CaseLink({ id, number }: { id: string; number: string }) {
  return (
    <Link to="/cases/$id" params={{ id }}>
      {number}
    </Link>
  )
}
