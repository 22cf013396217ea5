import { type Finding, flaw, SITE_STATES } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Reference, Site } from '../register/site.ts'
import type { nameBook } from './name-book.ts'
import type { positionReader } from './positions.ts'
import type { Context, Row, Stored } from './row.ts'

type Read<Value> = { readonly value: Value; readonly findings: readonly Finding[] }
/** A row with all it says, before its area is known. */
export type Said = { readonly row: Row; readonly before: Stored | null; readonly site: Omit<Site, 'area'> }

export type Books = Record<'type' | 'organization', ReturnType<typeof nameBook>>

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
export function firstOfEachCode(
  rows: readonly Row[],
  context: Context,
): { unique: Row[]; findings: Finding[] } {
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
export function rowReader(
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
