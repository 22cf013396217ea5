import { type InfiniteData, keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FeatureCollection } from 'geojson'
import { call, type Response } from '../../shared/api/client.ts'
import { useKeysetList } from '../../shared/ui/use-keyset-list.ts'
import type { SiteFilters } from './site-search.ts'

export type SiteListPage = Response<'listSites'>
export type SiteRow = SiteListPage['items'][number]
export type SitePage = Response<'getSite'>
export type SiteType = Response<'listSiteTypes'>['items'][number]

/** Rows fetched at once: few requests for those who scroll through 100,000. */
const PAGE_ROWS = 200

export const useSites = (filters: SiteFilters) =>
  useKeysetList(['sites', 'list', filters], ({ after, signal }) =>
    call('listSites', { query: { ...filters, after, limit: PAGE_ROWS }, signal }),
  )

/** How many the filters find; the old number stays while the new one is on its way. */
export const useSiteCount = (filters: SiteFilters): number | undefined =>
  useQuery({
    queryKey: ['sites', 'count', filters],
    queryFn: ({ signal }) => call('countSites', { query: filters, signal }),
    placeholderData: keepPreviousData,
  }).data?.total

export const useSitePoints = (filters: SiteFilters) => {
  const { data, error, isPending, isPlaceholderData } = useQuery({
    queryKey: ['sites', 'points', filters],
    queryFn: ({ signal }) => call('listSitePoints', { query: filters, signal }),
    placeholderData: keepPreviousData,
  })
  // The contract hands GeoJSON through as it is stored.
  return { points: data as FeatureCollection | undefined, error, isPending, isPlaceholderData }
}

/** One site; asked for only when there is an id to ask for. */
export const useSite = (id: string, enabled = true) =>
  useQuery({
    queryKey: ['sites', 'one', id],
    queryFn: ({ signal }) => call('getSite', { params: { id }, signal }),
    enabled,
  })

export const useSiteHistory = (id: string) =>
  useKeysetList(['sites', 'history', id], ({ after, signal }) =>
    call('listSiteHistory', { params: { id }, query: { after, limit: 20 }, signal }),
  )

export const useSiteTypes = () =>
  useQuery({
    queryKey: ['site-types'],
    queryFn: async ({ signal }) => (await call('listSiteTypes', { signal })).items,
  })

/** Puts a saved site where it is shown; everything counted or drawn from sites is fetched again. */
export function useSiteSaved(): (site: SitePage) => void {
  const queries = useQueryClient()
  return (site) => {
    queries.setQueryData(['sites', 'one', site.id], site)
    // A list may hold hundreds of pages: the row is changed in its place instead of fetching them all again.
    queries.setQueriesData<InfiniteData<SiteListPage>>(
      { queryKey: ['sites', 'list'] },
      (list) => list && { ...list, pages: list.pages.map((page) => withSite(page, site)) },
    )
    for (const part of ['count', 'points', 'history']) {
      void queries.invalidateQueries({
        queryKey: part === 'history' ? ['sites', part, site.id] : ['sites', part],
      })
    }
    void queries.invalidateQueries({ queryKey: ['workbench'] })
  }
}

function withSite(page: SiteListPage, site: SitePage): SiteListPage {
  if (!page.items.some(({ id }) => id === site.id)) return page
  return { ...page, items: page.items.map((row) => (row.id === site.id ? site : row)) }
}
