import { useQuery } from '@tanstack/react-query'
import { call, type Response } from '../api/client.ts'

export type ListedOrganization = Pick<
  Response<'listOrganizations'>['items'][number],
  'id' | 'name' | 'shortName' | 'code' | 'kind'
>

const PAGE_ROWS = 500

async function listAll(signal: AbortSignal): Promise<ListedOrganization[]> {
  const found: ListedOrganization[] = []
  let after: string | undefined
  do {
    const { items, next } = await call('listOrganizations', { query: { after, limit: PAGE_ROWS }, signal })
    found.push(...items)
    after = next ?? undefined
  } while (after !== undefined)
  return found
}

/** All organizations of the city (单位), so that one can choose among them as fast as one types. */
export const useAllOrganizations = () =>
  useQuery({
    queryKey: ['organizations', 'all'],
    queryFn: ({ signal }) => listAll(signal),
    staleTime: 60_000,
  })
