import {
  covers,
  type Finding,
  flaw,
  type Position,
  type Scope,
  scopeOf,
  SITE_STATES,
} from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Reader } from '../../../platform/database/database.ts'
import { areasAtEach, cityBounds } from '../../areas/index.ts'
import type { Decision } from '../../imports/index.ts'
import { listAllOrganizations } from '../../organizations/index.ts'
import { listSitesByCode } from '../register/queries.ts'
import { belongingOf, isSameSite, type Reference, recordOf, type Site } from '../register/site.ts'
import { listTypeNames } from '../types/queries.ts'
import { nameBook } from './name-book.ts'
import { type Placed, positionReader } from './positions.ts'
import type { Context, Row, Saved, Stored } from './row.ts'

export type Plan = { readonly saved: readonly Saved[] }

type Read<Value> = { readonly value: Value; readonly findings: readonly Finding[] }
/** A row with all it says, before its area is known. */
type Said = { readonly row: Row; readonly before: Stored | null; readonly site: Omit<Site, 'area'> }

type Books = Record<'type' | 'organization', ReturnType<typeof nameBook>>

async function openBooks(reader: Reader): Promise<Books> {
  return {
    type: nameBook(await listTypeNames(reader)),
    organization: nameBook(await listAllOrganizations(reader)),
  }
}

function readName(
  row: Row,
  field: 'type' | 'holder' | 'supervisor',
  books: Books,
  context: Context,
): Read<Reference | null> {
  const written = row.values[field]
  if (written === null) return { value: null, findings: [] }
  const reading = books[field === 'type' ? 'type' : 'organization'](written)
  if ('found' in reading) return { value: reading.found, findings: [] }
  return { value: null, findings: [context.error(row.line, field, reading.flaw)] }
}

/** What the file does not say of a site that the city knows stays as it is. */
function kept<Value>(
  context: Context,
  field: 'address' | 'holder' | 'supervisor',
  said: Value,
  before: Value | undefined,
) {
  return context.has(field) || before === undefined ? said : before
}

function stateOf(row: Row, before: Stored | null): Site['state'] {
  return SITE_STATES.find((state) => state === row.values.state) ?? before?.state ?? 'active'
}

/** The rows of a file, each code once. */
function firstOfEachCode(rows: readonly Row[], context: Context): { unique: Row[]; findings: Finding[] } {
  const lines = new Map<string, number>()
  const findings: Finding[] = []
  const unique = rows.filter((row) => {
    const { code } = row.values
    if (code === null) return true
    const line = lines.get(code)
    if (line === undefined) return lines.set(code, row.line)
    findings.push(context.error(row.line, 'code', flaw('duplicate-in-file', { value: code, line })))
    return false
  })
  return { unique, findings }
}

/** Reads what a row says of a site: names looked up, position in WGS84. Null when it is not enough for a site. */
function rowReader(
  books: Books,
  stored: ReadonlyMap<string, Stored>,
  placing: ReturnType<typeof positionReader>,
  context: Context,
) {
  return (row: Row): Read<Said | null> => {
    const { code, name, address } = row.values
    const before = (code === null ? undefined : stored.get(code)) ?? null
    const type = readName(row, 'type', books, context)
    const holder = readName(row, 'holder', books, context)
    const supervisor = readName(row, 'supervisor', books, context)
    const { placed, findings: misplaced } = placing(row, before)
    const findings = [...type.findings, ...misplaced, ...holder.findings, ...supervisor.findings]
    if (code === null || name === null || type.value === null) return { value: null, findings }
    const site = {
      id: before?.id ?? uuidv7(),
      code,
      name,
      type: type.value,
      address: kept(context, 'address', address ?? '', before?.address),
      position: placed.position,
      givenPosition: placed.givenPosition,
      holder: kept(context, 'holder', holder.value, before?.holder),
      supervisor: kept(context, 'supervisor', supervisor.value, before?.supervisor),
      state: stateOf(row, before),
    }
    return { value: { row, before, site }, findings }
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
  const { unique, findings } = firstOfEachCode(rows, context)
  const codes = unique.flatMap(({ values: { code } }) => (code === null ? [] : [code]))
  const stored = new Map((await listSitesByCode(reader, codes)).map((site) => [site.code, site]))
  const city = await cityBounds(reader)
  const read = rowReader(await openBooks(reader), stored, positionReader(city, context), context)
  const readings = unique.map(read)
  const said = readings.flatMap(({ value }) => value ?? [])
  const areas = await areasOf(reader, said)
  const scope = context.actor === null ? EVERYTHING : scopeOf(context.actor, 'site.import')
  findings.push(...readings.flatMap((reading) => reading.findings))
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
