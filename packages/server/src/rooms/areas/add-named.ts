import { type Actor, type AreaLevel, mustCover } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../../platform/database/database.ts'
import { belonging, forgetAfterCommit } from './actions.ts'
import { getCityName, listAllAreas, type PlacedArea, saveAreas } from './queries.ts'
import { putAreasIntoSearch } from './search-entry-queries.ts'

/** From when an area is taken to exist of which only the name is known. */
const SINCE_EVER = '2000-01-01'
const CODE = /^DR(?<number>\d+)$/u

/** An area of which only the name is known, and what it lies in; null = right below the city. */
export type NamedArea = {
  readonly id: string
  readonly name: string
  readonly level: Exclude<AreaLevel, 'city'>
  readonly parentId: string | null
}

/**
 * Add areas of which only the name is known (按名称补录区划), those above before those below, each with a code of its own. A city that has
 * no areas yet gets itself as the top of the tree.
 * @param actor null: the system itself, at the command line
 * @throws Problem access.out-of-scope
 */
export async function addNamedAreas(tx: Tx, actor: Actor | null, named: readonly NamedArea[]): Promise<void> {
  if (named.length === 0) return
  if (actor) for (const { parentId } of named) mustCover(actor, 'area.edit', belonging(parentId))
  const standing = await listAllAreas(tx)
  const areas: PlacedArea[] = []
  const placeOf = new Map<string, readonly string[]>(standing.map(({ id, path }) => [id, path]))
  const add = (area: PlacedArea): void => {
    areas.push(area)
    placeOf.set(area.id, area.path)
  }
  let top = standing.find(({ level, validTo }) => level === 'city' && validTo === null)?.id
  if (top === undefined) {
    top = uuidv7()
    const { code, name } = await getCityName(tx)
    const whole = { kind: null, parentId: null, validFrom: SINCE_EVER, validTo: null, path: [top] }
    add({ id: top, code, name, level: 'city', ...whole })
  }
  let last = Math.max(0, ...standing.map(({ code }) => Number(CODE.exec(code)?.groups?.number ?? 0)))
  for (const { id, name, level, parentId } of named) {
    const parent = parentId ?? top
    last += 1
    const path = [...(placeOf.get(parent) ?? [parent]), id]
    const code = `DR${String(last).padStart(4, '0')}`
    add({ id, code, name, level, kind: null, parentId: parent, validFrom: SINCE_EVER, validTo: null, path })
  }
  await saveAreas(tx, areas)
  await putAreasIntoSearch(
    tx,
    areas.map(({ id }) => id),
  )
  forgetAfterCommit(tx)
  for (const { path: _, ...after } of areas)
    tx.record({ action: 'area.add', subjectKind: 'area', subjectId: after.id, before: null, after })
}
