import { type Actor, covers, mayContain, mustCover, Problem, scopeOf } from '@chuangcheng/domain'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { forgetActors } from '../../platform/http/actor-memory.ts'
import { areaPage } from './area-page-queries.ts'
import { forgetAreas } from './boundaries/area-finder.ts'
import {
  type Area,
  findArea,
  findOtherCity,
  isCodeTaken,
  layPathsAnew,
  lockArea,
  saveAreas,
} from './queries.ts'
import { putAreasIntoSearch } from './search-entry-queries.ts'

export const belonging = (areaId: string | null) => ({ areaId, organizationIds: [] })

/** Whether the actor may look at an area: it lies in their scope, or an organization of theirs sits below it or in it. */
export function maySee(actor: Actor, areaId: string): boolean {
  const scope = scopeOf(actor, 'area.read')
  return covers(scope, belonging(areaId)) || (!scope.everything && scope.seatAreaIds.has(areaId))
}

/** @throws Problem not-found, also when it lies outside what the actor may see */
export async function getAreaPage(reader: Reader, actor: Actor, id: string) {
  if (!maySee(actor, id)) throw new Problem('not-found', { what: 'area' })
  return areaPage(reader, actor, id)
}

/** Lock an area that the actor may see and edit. @throws Problem not-found · access.out-of-scope */
export async function lockForEdit(tx: Tx, actor: Actor, id: string) {
  const stored = await lockArea(tx, id)
  if (!stored || !maySee(actor, id)) throw new Problem('not-found', { what: 'area' })
  mustCover(actor, 'area.edit', belonging(id))
  return stored
}

/** The path of an area under its parent. @throws Problem not-found · area.level-order · area.cycle · request.invalid */
async function pathUnder(tx: Tx, area: Area): Promise<string[]> {
  if (area.parentId === null) {
    if (area.level !== 'city')
      throw new Problem('request.invalid', { detail: '/parentId only a city has no parent' })
    return [area.id]
  }
  const parent = await lockArea(tx, area.parentId)
  if (!parent) throw new Problem('not-found', { what: 'area' })
  if (parent.path.includes(area.id)) throw new Problem('area.cycle', { code: area.code })
  if (!mayContain(parent.level, area.level)) {
    throw new Problem('area.level-order', { level: area.level, parentLevel: parent.level })
  }
  return [...parent.path, area.id]
}

async function save(tx: Tx, area: Area): Promise<readonly string[]> {
  const { validFrom, validTo } = area
  if (validTo !== null && validTo < validFrom) {
    throw new Problem('validity.reversed', { from: validFrom, to: validTo })
  }
  if (await isCodeTaken(tx, area)) throw new Problem('duplicate', { what: 'areaCode', value: area.code })
  const otherCity = area.level === 'city' ? await findOtherCity(tx, area) : undefined
  if (otherCity !== undefined) throw new Problem('area.second-city', { name: otherCity })
  const path = await pathUnder(tx, area)
  await saveAreas(tx, [{ ...area, path }])
  return path
}

/** What the house remembers of areas is forgotten once the change is durable: who may see which, and where a point lies. */
export function forgetAfterCommit(tx: Tx): void {
  tx.afterCommit(forgetActors)
  tx.afterCommit(() => forgetAreas(tx.cityId))
}

/** Where areas lie or when they hold has changed: sites are put into the areas they lie in now, later. */
export async function areasMoved(tx: Tx): Promise<void> {
  forgetAfterCommit(tx)
  await tx.later('sites:placeAnew', { cityId: tx.cityId })
}

/** A site is found by the name of its area: the sites of those that have a new one are put into the search again, later. */
export async function areasRenamed(
  tx: Tx,
  saved: readonly { readonly before: Area | null; readonly after: Area }[],
): Promise<void> {
  const renamed = saved.filter(({ before, after }) => before !== null && before.name !== after.name)
  const areaIds = renamed.map(({ after }) => after.id)
  if (areaIds.length > 0) await tx.later('sites:nameAnew', { cityId: tx.cityId, typeIds: [], areaIds })
}

/**
 * Add an area; its parent must lie in the actor's scope.
 * @throws Problem access.out-of-scope · duplicate · not-found · area.level-order · area.second-city · validity.reversed
 */
export async function addArea(tx: Tx, actor: Actor, area: Area) {
  mustCover(actor, 'area.edit', belonging(area.parentId))
  if (await findArea(tx, area.id)) throw new Problem('duplicate', { what: 'id', value: area.id })
  await save(tx, area)
  await putAreasIntoSearch(tx, [area.id])
  forgetAfterCommit(tx)
  tx.record({ action: 'area.add', subjectKind: 'area', subjectId: area.id, before: null, after: area })
  return areaPage(tx, actor, area.id)
}

type AreaChange = { [F in 'name' | 'kind' | 'parentId' | 'validFrom' | 'validTo']?: Area[F] | undefined }

const withoutGaps = (change: AreaChange) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))

/**
 * Change an area. Moving it under another parent moves everything below it.
 * @throws Problem not-found · changed-meanwhile · access.out-of-scope · duplicate · area.level-order · area.second-city · area.cycle · validity.reversed
 */
export async function changeArea(
  tx: Tx,
  actor: Actor,
  id: string,
  { basedOn, ...change }: AreaChange & { basedOn: number },
) {
  const { path: oldPath, revision, ...before } = await lockForEdit(tx, actor, id)
  if (revision !== basedOn) throw new Problem('changed-meanwhile', { what: 'area' })
  const after: Area = { ...before, ...withoutGaps(change) }
  if (after.parentId !== before.parentId) mustCover(actor, 'area.edit', belonging(after.parentId))
  const path = await save(tx, after)
  if (path.join() !== oldPath.join()) await layPathsAnew(tx)
  await putAreasIntoSearch(tx, [id])
  await areasMoved(tx)
  await areasRenamed(tx, [{ before, after }])
  tx.record({ action: 'area.change', subjectKind: 'area', subjectId: id, before, after })
  return areaPage(tx, actor, id)
}
