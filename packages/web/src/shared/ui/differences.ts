export type Difference = { readonly field: string; readonly before: unknown; readonly after: unknown }

/** Fields the machine keeps for itself: they tell a reader nothing. */
export const SILENT_FIELDS = new Set([
  'id',
  'cityId',
  'revision',
  'createdAt',
  'updatedAt',
  'userId',
  'hash',
  'path',
  'givenPosition',
])

const fieldsOf = (state: unknown): Record<string, unknown> =>
  typeof state === 'object' && state !== null && !Array.isArray(state) ? { ...state } : {}

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === ''

/** What differs between two states of a record, field by field; undefined = was not, or is no longer, there. */
export function differences(before: unknown, after: unknown): Difference[] {
  const from = fieldsOf(before)
  const to = fieldsOf(after)
  return [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .filter((field) => !SILENT_FIELDS.has(field))
    .map((field) => ({
      field,
      before: isNothing(from[field]) ? undefined : from[field],
      after: isNothing(to[field]) ? undefined : to[field],
    }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after))
}
