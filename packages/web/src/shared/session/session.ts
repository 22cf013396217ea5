import type { Permission } from '@chuangcheng/domain'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { call, type Response } from '../api/client.ts'

/** Who is signed in, to which city, and what they may do somewhere. */
export type Session = Response<'getSession'>

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => call('getSession'),
  staleTime: 60_000,
  retry: false,
})

/** The session of a page inside the frame; null only while signing out. */
export const useSession = (): Session | null => useQuery(sessionQuery).data ?? null

/** Whether to offer a button at all; the server decides again for the record itself. */
export function useMay(): (permission: Permission) => boolean {
  const session = useSession()
  return (permission) => session?.permissions.includes(permission) ?? false
}
