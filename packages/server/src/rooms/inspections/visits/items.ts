import { type ChecklistItem, Problem } from '@chuangcheng/domain'
import type { Reader } from '../../../platform/database/database.ts'
import { readItems } from './ground-queries.ts'

const MOST_REMEMBERED = 400
const remembered = new Map<string, readonly ChecklistItem[]>()

/** The items of a version that was published once, from memory: such a version never changes. @throws Problem not-found */
export async function itemsOfVersion(reader: Reader, versionId: string): Promise<readonly ChecklistItem[]> {
  const key = `${reader.cityId}/${versionId}`
  const known = remembered.get(key)
  if (known) return known
  const items = await readItems(reader, versionId)
  if (!items) throw new Problem('not-found', { what: 'checklistVersion' })
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(key, items)
  return items
}
