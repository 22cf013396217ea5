import { useQuery } from '@tanstack/react-query'
import { call, type Response } from '../../../shared/api/client.ts'
import { useMay } from '../../../shared/session/session.ts'
import { useSiteTypes } from './round-queries.ts'

type Checklists = Response<'listChecklists'>

const typesOf = ({ items }: Checklists): ReadonlySet<string> =>
  new Set(
    items
      .filter(({ retired, published }) => !retired && published !== null)
      .flatMap(({ siteTypes }) => siteTypes.map(({ id }) => id)),
  )

/** Types with sites and a published checklist: where something can be answered. Undefined until it is known. */
export function useReadyTypes(): readonly string[] | undefined {
  const mayRead = useMay()('checklist.read')
  const types = useSiteTypes().data
  const withChecklist = useQuery({
    queryKey: ['checklists', 'list'],
    queryFn: ({ signal }) => call('listChecklists', { signal }),
    select: typesOf,
    enabled: mayRead,
  }).data
  if (!types || (mayRead && !withChecklist)) return undefined
  return types
    .filter(({ id, siteCount }) => siteCount > 0 && (withChecklist?.has(id) ?? true))
    .map(({ id }) => id)
}
