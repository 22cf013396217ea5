import { countTree, Problem } from '@chuangcheng/domain'
import type { Reader } from '../../../platform/database/database.ts'
import { listCountedNodes } from '../nodes/queries.ts'
import { aroundVersion, type FrameworkVersion, findVersion } from './queries.ts'

/** @throws Problem not-found */
export async function getVersion(reader: Reader, id: string): Promise<FrameworkVersion> {
  const version = await findVersion(reader, id)
  if (!version) throw new Problem('not-found', { what: 'frameworkVersion' })
  return version
}

/**
 * A version with what its page counts and names.
 * @throws Problem not-found
 */
export async function getVersionPage(reader: Reader, id: string) {
  const version = await getVersion(reader, id)
  const around = await aroundVersion(reader, id)
  if (!around) throw new Problem('not-found', { what: 'frameworkVersion' })
  const nodes = await listCountedNodes(reader, id)
  return { ...version, ...around, ...countTree(nodes, version.levelNames.length) }
}
