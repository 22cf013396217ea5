import type { Position } from '@chuangcheng/domain'
import { systemAuthor } from '../../platform/database/author.ts'
import type { Database, Reader, Tx } from '../../platform/database/database.ts'
import { localDay } from '../../platform/local-day.ts'
import { areasAtEach, forgetAreas } from '../areas/index.ts'
import { putIntoSearch } from '../search/index.ts'
import { listStandings, lockSites } from './placing-queries.ts'
import { nameSites } from './register/names-queries.ts'
import { listSitesByCode, type StoredSite, updateSites } from './register/queries.ts'
import { searchEntryOf } from './register/search-entry.ts'
import { notedSite } from './register/site.ts'

/** So many sites are looked at, and if need be changed, in one go; nobody waits longer for one of them. */
const BATCH = 1_000

type Placed = Pick<StoredSite, 'position'>

/** The deepest area at each site's position today; null outside every boundary, and for a site without a position. */
async function deepestAt(reader: Reader, sites: readonly Placed[], day: string): Promise<(string | null)[]> {
  const points = sites.map(
    ({ position }): Position | null => position && [position.longitude, position.latitude],
  )
  const found = (
    await areasAtEach(
      reader,
      points.filter((point) => point !== null),
      day,
    )
  ).values()
  return points.map((point) => (point === null ? null : (found.next().value?.[0]?.id ?? null)))
}

async function putIntoAreas(tx: Tx, codes: readonly string[]): Promise<void> {
  await lockSites(tx, codes)
  const stored = await listSitesByCode(tx, codes)
  const areaIds = await deepestAt(tx, stored, localDay(new Date(tx.now)))
  const moved = stored.flatMap((before, at) => {
    const areaId = areaIds[at] ?? null
    return areaId === before.areaId ? [] : [{ before, after: { ...before, areaId } }]
  })
  if (moved.length === 0) return
  const afters = moved.map(({ after }) => after)
  await updateSites(tx, afters)
  const [before, after] = [
    await nameSites(
      tx,
      moved.map((one) => one.before),
    ),
    await nameSites(tx, afters),
  ]
  await putIntoSearch(tx, 'site', after.map(searchEntryOf))
  for (const [at, site] of after.entries()) {
    const was = before[at]
    if (!was) throw new Error('as many pages as sites')
    tx.record({
      action: 'site.change',
      subjectKind: 'site',
      subjectId: site.id,
      before: notedSite(was),
      after: notedSite(site),
    })
  }
}

/**
 * Put the sites of a city into the areas in which they lie now (点位重新归属): boundaries came or changed, or an area began or ended.
 * Looks at every site and changes those that stand elsewhere.
 */
export async function placeSitesAnew(database: Database, cityId: string): Promise<void> {
  // Whoever put us on the queue may have been another process, whose changes this one has not noticed yet.
  forgetAreas(cityId)
  const system = systemAuthor(cityId)
  const today = localDay(database.clock())
  let last = ''
  for (;;) {
    const reader = database.reader(cityId)
    const standings = await listStandings(reader, last, BATCH)
    const areaIds = await deepestAt(reader, standings, today)
    const elsewhere = standings.filter(({ areaId }, at) => areaId !== areaIds[at])
    if (elsewhere.length > 0) {
      const codes = elsewhere.map(({ code }) => code)
      await database.transact(system, (tx) => putIntoAreas(tx, codes))
    }
    last = standings.at(-1)?.code ?? last
    if (standings.length < BATCH) return
  }
}

/** The same for every city: each night some area may begin or end. */
export async function placeEverySiteAnew(database: Database): Promise<void> {
  for (const city of await database.everyCity()) await placeSitesAnew(database, city.id)
}
