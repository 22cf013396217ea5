import { systemAuthor } from '../../platform/database/author.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { putIntoSearch } from '../search/index.ts'
import { listCodesOf, type Renamed } from './naming-queries.ts'
import { lockSites } from './placing-queries.ts'
import { nameSites } from './register/names-queries.ts'
import { listSitesByCode } from './register/queries.ts'
import { searchEntryOf } from './register/search-entry.ts'

/** So many sites are written in one go; nobody waits longer for one of them. */
const BATCH = 1_000

async function sayAnew(tx: Tx, codes: readonly string[]): Promise<void> {
  await lockSites(tx, codes)
  const sites = await nameSites(tx, await listSitesByCode(tx, codes))
  await putIntoSearch(tx, 'site', sites.map(searchEntryOf))
}

/**
 * Types or areas have new names (改名): the search says them of every site that has or lies in one. The sites themselves do not
 * change, so nothing is left in their history: the renaming stands in that of the type or the area.
 */
export async function nameSitesAnew(database: Database, cityId: string, renamed: Renamed): Promise<void> {
  let last = ''
  for (;;) {
    const codes = await listCodesOf(database.reader(cityId), renamed, last, BATCH)
    if (codes.length > 0) await database.transact(systemAuthor(cityId), (tx) => sayAnew(tx, codes))
    last = codes.at(-1) ?? last
    if (codes.length < BATCH) return
  }
}
