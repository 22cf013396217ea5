import type { AuditEntry } from '@chuangcheng/domain'
import type { Note, Reader, Tx } from '../../platform/database/database.ts'
import type { SubjectKeys } from '../../platform/personal-data.ts'

/** A personal field as it lies in an entry; the chain's hashes are taken over this. */
type SealedField = { readonly sealed: string }
/** What is shown where the person's key was erased. */
const ERASED = { erased: true } as const

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isSealed = (value: unknown): value is SealedField =>
  isRecord(value) && typeof value.sealed === 'string' && Object.keys(value).length === 1

const placeOf = (field: string): string => `audit.${field}`

const mapFields = (record: unknown, change: (field: string, value: unknown) => unknown): unknown =>
  isRecord(record)
    ? Object.fromEntries(Object.entries(record).map(([field, value]) => [field, change(field, value)]))
    : record

function sealRecord(
  keys: SubjectKeys,
  subjectId: string,
  fields: readonly string[],
  record: unknown,
): unknown {
  return mapFields(record, (field, value) =>
    fields.includes(field) && typeof value === 'string'
      ? { sealed: keys.seal(subjectId, placeOf(field), value) }
      : value,
  )
}

/** Seal the personal fields of notes under the keys of their subjects, which are made where there is none. */
export async function sealNotes(tx: Tx, notes: readonly Note[]): Promise<readonly Note[]> {
  const subjectIds = notes.flatMap(({ personal, subjectId }) =>
    personal && subjectId !== null ? [subjectId] : [],
  )
  if (subjectIds.length === 0) return notes
  const keys = await tx.personal.keysFor(tx, subjectIds)
  return notes.map((note) => {
    const { personal, subjectId } = note
    if (!personal || subjectId === null) return note
    const seal = (record: unknown) => sealRecord(keys, subjectId, personal, record)
    return { ...note, before: seal(note.before), after: seal(note.after) }
  })
}

const hasSealed = (record: unknown): boolean => isRecord(record) && Object.values(record).some(isSealed)

/** Open the personal fields of entries for whoever may read them. */
export async function openEntries(
  reader: Reader,
  entries: readonly AuditEntry[],
): Promise<readonly AuditEntry[]> {
  const subjectIds = entries.flatMap(({ subjectId, before, after }) =>
    subjectId !== null && (hasSealed(before) || hasSealed(after)) ? [subjectId] : [],
  )
  if (subjectIds.length === 0) return entries
  const keys = await reader.personal.keysOf(reader, subjectIds)
  return entries.map((entry) => {
    const open = (record: unknown) =>
      mapFields(record, (field, value) =>
        isSealed(value) ? (keys.open(entry.subjectId ?? '', placeOf(field), value.sealed) ?? ERASED) : value,
      )
    return { ...entry, before: open(entry.before), after: open(entry.after) }
  })
}
