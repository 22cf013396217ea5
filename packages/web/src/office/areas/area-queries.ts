import { type QueryClient, useQuery } from '@tanstack/react-query'
import type { FeatureCollection } from 'geojson'
import { call, type Query, type Response } from '../../shared/api/client.ts'
import type { Branch } from '../../shared/ui/tree-view.tsx'

export type AreaRow = Response<'listAreas'>['items'][number]
export type AreaPage = Response<'getArea'>

const MANY = 500

/** What changed about an area may show in the tree, on the map and in names elsewhere. */
export const forgetAreas = (queries: QueryClient) => queries.invalidateQueries({ queryKey: ['areas'] })

/** The city, or for somebody who may see only a part of it, the topmost areas they may see. */
async function listTopAreas(signal: AbortSignal): Promise<AreaRow[]> {
  const city = await call('listAreas', { query: { level: 'city', limit: MANY }, signal })
  if (city.items.length > 0) return city.items
  const { items } = await call('listAreas', { query: { limit: MANY }, signal })
  const seen = new Set(items.map((area) => area.id))
  return items.filter((area) => area.parentId === null || !seen.has(area.parentId))
}

/** What lies under an area; the top for null. */
export function useAreaBranch(parentId: string | null): Branch<AreaRow> {
  const { data, isPending, error } = useQuery({
    queryKey: ['areas', 'branch', parentId],
    queryFn: async ({ signal }) =>
      parentId === null
        ? listTopAreas(signal)
        : (await call('listAreas', { query: { parentId, limit: MANY }, signal })).items,
  })
  return { nodes: data ?? [], isPending, error }
}

export const useArea = (id: string) =>
  useQuery({ queryKey: ['areas', id], queryFn: ({ signal }) => call('getArea', { params: { id }, signal }) })

export function useBoundaries(query: Query<'listAreaBoundaries'>): FeatureCollection | undefined {
  const { data } = useQuery({
    queryKey: ['areas', 'boundaries', query],
    queryFn: ({ signal }) => call('listAreaBoundaries', { query, signal }),
  })
  // The contract hands GeoJSON through as it is stored.
  return data as FeatureCollection | undefined
}
