import { type Actor, PERMISSIONS, Problem } from '@chuangcheng/domain'
import type { Author, Database } from '../platform/database/database.ts'

export type City = { readonly id: string; readonly code: string; readonly name: string }

/** The city with a code; where no code is given, the only one there is. @throws Problem command.city-unknown */
export async function getCityOrOnly(database: Database, code: string | undefined): Promise<City> {
  const [only, ...others] = await database.everyCity()
  return code === undefined && only && others.length === 0 ? only : getCity(database, code ?? '')
}

/** @throws Problem command.city-unknown */
export async function getCity(database: Database, code: string): Promise<City> {
  const cities = await database.everyCity()
  const city = cities.find((one) => one.code === code)
  if (!city)
    throw new Problem('command.city-unknown', { code, cities: cities.map((one) => one.code).join('、') })
  return city
}

/** Who writes from the command line: the system itself, whoever sat at the machine. */
export const commandLineAuthor = (cityId: string): Author => ({ cityId, userId: null, name: 'command line' })

/** The same where a door asks what somebody may do: whoever sits at the machine may do everything. */
export const commandLineActor = (cityId: string): Actor => ({
  cityId,
  userId: '00000000-0000-0000-0000-000000000000',
  name: 'command line',
  organizationId: null,
  grants: [
    {
      id: 'command line',
      role: 'administrator',
      permissions: new Set(PERMISSIONS),
      scope: { everything: true },
      validUntil: null,
      expired: false,
    },
  ],
})
