import { m } from '@chuangcheng/messages'
import { type QueryClient, useQuery } from '@tanstack/react-query'
import { call, type Response } from '../../shared/api/client.ts'

export type User = Response<'getUser'>
export type Grant = User['grants'][number]
export type Role = Response<'listRoles'>['items'][number]

export const useUser = (id: string) =>
  useQuery({ queryKey: ['users', id], queryFn: ({ signal }) => call('getUser', { params: { id }, signal }) })

export const useRoles = () =>
  useQuery({ queryKey: ['roles'], queryFn: ({ signal }) => call('listRoles', { signal }) })

export const useUserSessions = (id: string) =>
  useQuery({
    queryKey: ['users', id, 'sessions'],
    queryFn: ({ signal }) => call('listUserSessions', { params: { id }, signal }),
  })

/** What changed about a user is fetched again wherever it stands on the screen. */
export const forgetUsers = (queries: QueryClient) => queries.invalidateQueries({ queryKey: ['users'] })

/** Where a grant holds: “全市”, “文昌街道办及下属单位”, “文昌街道全域”. */
export function scopeText({ organization, area }: Pick<Grant, 'organization' | 'area'>): string {
  if (organization) return m['office.users.scopeOrganization']({ name: organization.name })
  if (area) return m['office.users.scopeArea']({ name: area.name })
  return m['office.users.scopeCity']()
}

/** “责任单位（文昌街道全域）” */
export const grantText = (grant: Grant): string =>
  m['office.users.grantText']({ role: grant.roleName, scope: scopeText(grant) })
