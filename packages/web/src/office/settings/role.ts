import type { Response } from '../../shared/api/client.ts'

export type Role = Response<'listRoles'>['items'][number]

/** The administrator may always do everything: nobody can lock the city's last key away. */
export const isLocked = (role: Role): boolean => role.key === 'administrator'
