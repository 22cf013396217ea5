import { type Actor, comparable } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../../../platform/database/database.ts'
import { addType } from './actions.ts'
import { listTypeNames } from './queries.ts'

/** A type of sites that another room knows and the city lacks. */
export type LackingType = { readonly code: string; readonly name: string; readonly category: string }

/**
 * Add types of sites; one whose code or name is held already, by a retired type for instance, is left out. Answers what was added, by code.
 * @throws Problem access.out-of-scope
 */
export async function addLackingTypes(
  tx: Tx,
  actor: Actor,
  lacking: readonly LackingType[],
): Promise<ReadonlyMap<string, string>> {
  const held = await listTypeNames(tx)
  const codes = new Set(held.map(({ code }) => code))
  const names = new Set(held.map(({ name }) => comparable(name)))
  const added = new Map<string, string>()
  for (const type of lacking) {
    if (codes.has(type.code) || names.has(comparable(type.name))) continue
    const id = uuidv7()
    await addType(tx, actor, { id, ...type, description: '' })
    added.set(type.code, id)
  }
  return added
}
