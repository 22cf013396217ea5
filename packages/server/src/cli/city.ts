import { Problem } from '@chuangcheng/domain'
import type { Author, Database } from '../platform/database/database.ts'

export type City = { readonly id: string; readonly code: string; readonly name: string }

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
