import { type QueryKey, type UseQueryResult, useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'

/** Rows, or why there are none yet. */
export type WholeList<Row> = {
  readonly rows: readonly Row[]
  readonly isPending: boolean
  readonly error: unknown
  readonly again: () => void
}

/** Rows that are fetched page by page (keyset paging) as the reader goes down. */
export type KeysetList<Row> = WholeList<Row> & {
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  readonly loadMore: () => void
}

type PageOf<Row> = { readonly items: readonly Row[]; readonly next: string | null }
type Request = { readonly after: string | undefined; readonly signal: AbortSignal }

/** A list that comes all at once. */
export const wholeList = <Row>({
  data,
  isPending,
  error,
  refetch,
}: Pick<
  UseQueryResult<{ readonly items: readonly Row[] }>,
  'data' | 'isPending' | 'error' | 'refetch'
>): WholeList<Row> => ({ rows: data?.items ?? [], isPending, error, again: () => void refetch() })

/**
 * @param key names the list and its filters: a new key begins from the first page
 * @param fetchPage calls the list's operation with `after`
 */
export function useKeysetList<Row>(
  key: QueryKey,
  fetchPage: (request: Request) => Promise<PageOf<Row>>,
): KeysetList<Row> {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => fetchPage({ after: pageParam, signal }),
    // The cursor of the first page does not exist; its type has to be said.
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    // Somebody who has gone down 50,000 rows must not have them all fetched again on coming back to the window, and a list
    // that was left begins anew.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: 0,
  })
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data])
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const again = useCallback(() => void refetch(), [refetch])
  return {
    rows,
    isPending: query.isPending,
    error: query.error,
    hasMore: hasNextPage,
    isLoadingMore: isFetchingNextPage,
    loadMore,
    again,
  }
}
