import { covers, type Finding, flaw, type Position, type Scope, scopeOf } from '@chuangcheng/domain'
import type { Reader } from '../../../platform/database/database.ts'
import { areasAtEach, cityBounds } from '../../areas/index.ts'
import type { Decision } from '../../imports/index.ts'
import { listAllOrganizations } from '../../organizations/index.ts'
import { nameSites } from '../register/names-queries.ts'
import { listSitesByCode } from '../register/queries.ts'
import { belongingOf, isSameSite, type Reference, recordOf, type Site } from '../register/site.ts'
import { listTypeNames } from '../types/queries.ts'
import { nameBook } from './name-book.ts'
import { type Placed, positionReader } from './positions.ts'
import type { Context, Row, Saved } from './row.ts'
import { type Books, firstOfEachCode, rowReader, type Said } from './said-site.ts'

export type Plan = { readonly saved: readonly Saved[] }

async function openBooks(reader: Reader): Promise<Books> {
  return {
    type: nameBook(await listTypeNames(reader)),
    organization: nameBook(await listAllOrganizations(reader)),
  }
}

const pointOf = ({ position }: Placed): Position | null => position && [position.longitude, position.latitude]

/** The deepest area at each site's position. */
async function areasOf(reader: Reader, said: readonly Said[]): Promise<(Reference | null)[]> {
  const points = said.map(({ site }) => pointOf(site))
  const found = (
    await areasAtEach(
      reader,
      points.filter((point) => point !== null),
    )
  ).values()
  return points.map((point) => {
    const deepest = point === null ? undefined : found.next().value?.[0]
    return deepest ? { id: deepest.id, name: deepest.name } : null
  })
}

function areaFinding({ row, site }: Said, area: Reference | null, context: Context): Finding[] {
  if (site.position === null || area !== null) return []
  return [context.warning(row.line, 'longitude', flaw('area-not-found-at-position', { ...site.position }))]
}

function scopeFinding(scope: Scope, { row }: Said, { before, after }: Saved, context: Context): Finding[] {
  const mine = (site: Site): boolean => covers(scope, belongingOf(recordOf(site)))
  if (mine(after) && (before === null || mine(before))) return []
  return [context.error(row.line, 'code', flaw('out-of-scope', { value: after.name }))]
}

const EVERYTHING: Scope = { everything: true }

/** What an import of sites would write, and everything wrong with its rows (点位导入). */
export async function decide(
  reader: Reader,
  rows: readonly Row[],
  context: Context,
): Promise<Decision<Plan>> {
  const { unique, findings: repeated } = firstOfEachCode(rows, context)
  const codes = unique.flatMap(({ values: { code } }) => (code === null ? [] : [code]))
  const known = await nameSites(reader, await listSitesByCode(reader, codes))
  const stored = new Map(known.map((site) => [site.code, site]))
  const city = await cityBounds(reader)
  const read = rowReader(await openBooks(reader), stored, positionReader(city, context), context)
  const readings = unique.map(read)
  const said = readings.flatMap(({ value }) => value ?? [])
  const areas = await areasOf(reader, said)
  const scope = context.actor === null ? EVERYTHING : scopeOf(context.actor, 'site.import')
  const findings = [...repeated, ...readings.flatMap((reading) => reading.findings)]
  // One sentence for the file instead of one for each row: nobody could act on them row by row.
  if (city === null) findings.push(context.warning(0, null, flaw('no-boundaries')))
  const saved: Saved[] = []
  for (const [index, one] of said.entries()) {
    const after: Site = { ...one.site, area: areas[index] ?? null }
    if (city !== null) findings.push(...areaFinding(one, after.area, context))
    findings.push(...scopeFinding(scope, one, { before: one.before, after }, context))
    if (!one.before || !isSameSite(recordOf(one.before), recordOf(after)))
      saved.push({ before: one.before, after })
  }
  const createdCount = saved.filter(({ before }) => before === null).length
  const changedCount = saved.length - createdCount
  return { plan: { saved }, findings, createdCount, changedCount, unchangedCount: said.length - saved.length }
}
