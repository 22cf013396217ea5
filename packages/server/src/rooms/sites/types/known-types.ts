import { Problem } from '@chuangcheng/domain'
import type { Reader } from '../../../platform/database/database.ts'
import { listTypeNames } from './queries.ts'

/** @throws Problem not-found when the city has no type of sites under one of these ids */
export async function mustKnowTypes(reader: Reader, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const known = new Set((await listTypeNames(reader)).map(({ id }) => id))
  if (!ids.every((id) => known.has(id))) throw new Problem('not-found', { what: 'siteType' })
}
