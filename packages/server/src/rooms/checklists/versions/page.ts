import { Problem } from '@chuangcheng/domain'
import type { Reader } from '../../../platform/database/database.ts'
import { aroundVersion, findVersion } from './queries.ts'

export const versionMissing = () => new Problem('not-found', { what: 'checklistVersion' })

/**
 * A version with its items, as the inspector will see it.
 * @throws Problem not-found
 */
export async function getVersionPage(reader: Reader, id: string) {
  const version = await findVersion(reader, id)
  const around = await aroundVersion(reader, id)
  if (!version || !around) throw versionMissing()
  const { checklistId: _, ...content } = version
  const items = content.items.map((item) => ({
    ...item,
    exemptions: [...item.exemptions],
    guesses: [...item.guesses],
  }))
  return {
    ...content,
    ...around,
    items,
    itemCount: items.length,
    guessCount: items.reduce((sum, { guesses }) => sum + guesses.length, 0),
  }
}
