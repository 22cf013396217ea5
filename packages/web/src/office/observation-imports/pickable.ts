import { useQuery } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { useAllOrganizations } from '../../shared/form/all-organizations.ts'
import { useFrameworkTree } from '../../shared/framework/framework-versions.ts'
import type { UnknownName } from './order.ts'

type Named = { readonly id: string; readonly name: string }

/** Everything that a name may be said to be, by kind; districts besides, for streets that are created. */
export type Pickable = { readonly districts: readonly Named[] } & Readonly<
  Record<UnknownName['kind'], readonly Named[]>
>

const useAreas = (level: 'district' | 'subdistrict') =>
  useQuery({
    queryKey: ['areas', 'all', level],
    queryFn: ({ signal }) => call('listAreas', { query: { level, limit: 500 }, signal }),
    staleTime: 60_000,
  }).data?.items ?? []

/** @param versionId of the framework whose criteria items are; undefined = it is made from the sheet */
export function usePickable(versionId: string | undefined): Pickable {
  const district = useAreas('district')
  const street = useAreas('subdistrict')
  const organization = useAllOrganizations().data ?? []
  const tree = useFrameworkTree(versionId).data?.items ?? []
  const item = tree
    .filter(({ kind }) => kind === 'criterion')
    .map(({ id, code, text }) => ({ id, name: `${code} ${text}` }))
  return { districts: district, district, street, organization, item }
}
