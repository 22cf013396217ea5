import type { Reader } from '../../../platform/database/database.ts'
import { countDutiesByCriterion } from '../../duties/index.ts'
import { getVersion, listNodes } from '../../frameworks/index.ts'
import { countConfirmedMappings } from './queries.ts'

/**
 * What must be decided again in a draft made from another version (待重新确定): criteria that are new, and those whose words changed.
 * @throws Problem not-found
 */
export async function listDecisions(reader: Reader, versionId: string, day: string) {
  const version = await getVersion(reader, versionId)
  if (version.madeFromId === null) return []
  const previous = new Map((await listNodes(reader, version.madeFromId)).map((node) => [node.id, node]))
  const duties = await countDutiesByCriterion(reader, versionId, day)
  const mappings = await countConfirmedMappings(reader, versionId)
  const open = (await listNodes(reader, versionId)).filter(
    ({ kind, carriedFromId, settled }) => kind === 'criterion' && (carriedFromId === null || !settled),
  )
  return open.map(({ id, code, text, carriedFromId }) => ({
    nodeId: id,
    code,
    text,
    previousText: previous.get(carriedFromId ?? '')?.text ?? null,
    why: carriedFromId === null ? ('added' as const) : ('reworded' as const),
    dutyCount: duties.get(id) ?? 0,
    mappingCount: mappings.get(id) ?? 0,
  }))
}
