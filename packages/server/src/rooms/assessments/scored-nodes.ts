import type { ScoringNode } from '@chuangcheng/domain'
import type { Reader } from '../../platform/database/database.ts'
import { listNodes } from '../frameworks/index.ts'

/** The most trees kept in memory; a city scores a handful. */
const MOST_KEPT = 50
const kept = new Map<string, Promise<readonly ScoringNode[]>>()

async function readNodes(reader: Reader, versionId: string): Promise<readonly ScoringNode[]> {
  const nodes = await listNodes(reader, versionId)
  return nodes.map(({ id, parentId, position, kind, code, text, points, role, rule }) => ({
    id,
    parentId,
    position,
    kind,
    code,
    text,
    points,
    role,
    rule,
  }))
}

/**
 * The tree of a version that was published, in order. It never changes again, so it is read once; rounds are only held under such
 * versions.
 */
export function readScoredNodes(reader: Reader, versionId: string): Promise<readonly ScoringNode[]> {
  const key = `${reader.cityId} ${versionId}`
  const known = kept.get(key)
  if (known) return known
  const [oldest] = kept.keys()
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  const reading = readNodes(reader, versionId)
  kept.set(key, reading)
  // What could not be read is read again by whoever asks next.
  reading.catch(() => kept.delete(key))
  return reading
}
