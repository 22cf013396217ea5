import { contains, type Finding, flaw, type Surface } from '@chuangcheng/domain'
import type { ImportContext } from '../../imports/index.ts'
import type { AreaCode } from '../queries.ts'
import type { Boundary } from './queries.ts'

type Read = Boundary & { readonly line: number; readonly area: AreaCode }

/**
 * Warnings about boundaries whose middle lies outside the boundary above them, as this file draws it or as it stands: a wrong code
 * or a wrong datum. No error, because levels are often surveyed apart and differ along their lines.
 */
export function outsideParents(
  read: readonly Read[],
  stored: ReadonlyMap<string, { readonly geometry: Surface }>,
  areas: ReadonlyMap<string, AreaCode>,
  context: ImportContext<'code'>,
): Finding[] {
  const drawn = new Map(read.map((one) => [one.areaId, one.geometry]))
  const names = new Map([...areas.values()].map((area) => [area.id, area.name]))
  return read.flatMap(({ line, area, label }) => {
    const parentId = area.path.at(-2) ?? ''
    const above = drawn.get(parentId) ?? stored.get(parentId)?.geometry
    if (!above || contains(above, label)) return []
    const [longitude, latitude] = label
    const params = { longitude, latitude, value: names.get(parentId) ?? '' }
    return [context.warning(line, null, flaw('boundary-outside-parent', params))]
  })
}
