import { type QueryClient, useQuery } from '@tanstack/react-query'
import { call, type Response } from '../../shared/api/client.ts'
import type { Branch } from '../../shared/ui/tree-view.tsx'

export type OrganizationRow = Response<'listOrganizations'>['items'][number]
export type OrganizationPage = Response<'getOrganization'>

const MANY = 500

/** What changed about an organization may show in the tree and in the lists. */
export const forgetOrganizations = (queries: QueryClient) =>
  queries.invalidateQueries({ queryKey: ['organizations'] })

/** Organizations without a parent or, for somebody who may see only some, the topmost they may see. */
async function listTopOrganizations(signal: AbortSignal): Promise<OrganizationRow[]> {
  const top = await call('listOrganizations', { query: { parentId: 'none', limit: MANY }, signal })
  if (top.items.length > 0) return top.items
  const { items } = await call('listOrganizations', { query: { limit: MANY }, signal })
  const seen = new Set(items.map((organization) => organization.id))
  return items.filter(({ parentId }) => parentId === null || !seen.has(parentId))
}

/** What stands under an organization; the top for null. */
export function useOrganizationBranch(parentId: string | null): Branch<OrganizationRow> {
  const { data, isPending, error } = useQuery({
    queryKey: ['organizations', 'branch', parentId],
    queryFn: async ({ signal }) =>
      parentId === null
        ? listTopOrganizations(signal)
        : (await call('listOrganizations', { query: { parentId, limit: MANY }, signal })).items,
  })
  return { nodes: data ?? [], isPending, error }
}

export const useOrganization = (id: string) =>
  useQuery({
    queryKey: ['organizations', id],
    queryFn: ({ signal }) => call('getOrganization', { params: { id }, signal }),
  })
