import { useQuery } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'

/** Categories that already have somebody: what to choose from while typing another. */
export function useCategories(): string[] {
  const { data } = useQuery({
    queryKey: ['duties', 'categories'],
    queryFn: ({ signal }) => call('listDuties', { query: { target: 'category', limit: 500 }, signal }),
  })
  return [...new Set((data?.items ?? []).flatMap(({ category }) => (category === null ? [] : [category])))]
}
