import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../api/client.ts'

type Register = 'organization' | 'area'

const REGISTERS: Readonly<Record<string, Register>> = {
  areaId: 'area',
  organizationId: 'organization',
  holderId: 'organization',
  supervisorId: 'organization',
}

/** The register into which a field of an entry points; null when its value is no reference that has a page. */
export function registerOf(field: string, subjectKind: string): Register | null {
  if (field !== 'parentId') return REGISTERS[field] ?? null
  return subjectKind === 'area' || subjectKind === 'organization' ? subjectKind : null
}

const getName = async (register: Register, id: string, signal: AbortSignal): Promise<string> => {
  const params = { id }
  const record =
    register === 'area'
      ? await call('getArea', { params, signal })
      : await call('getOrganization', { params, signal })
  return record.name
}

/** What a reference in the log is called today; its id where it cannot be looked at (any more). */
export function ReferenceName({ register, id }: { register: Register; id: string }) {
  const { data: name } = useQuery({
    queryKey: ['reference-name', register, id],
    queryFn: ({ signal }) => getName(register, id, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  if (name === undefined) return id
  const to = register === 'area' ? '/areas/$id' : '/organizations/$id'
  return (
    <Link to={to} params={{ id }}>
      {name}
    </Link>
  )
}
