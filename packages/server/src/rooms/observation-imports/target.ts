import { type Actor, type NamedCriterion, Problem } from '@chuangcheng/domain'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { localDay } from '../../platform/local-day.ts'
import { getVersionPage, listCriteria } from '../frameworks/index.ts'
import { addRound, findVisibleRound } from '../inspections/index.ts'
import type { SheetRead, Target } from './decide/decide.ts'
import { makeFramework, type PlannedFramework, planFramework } from './framework/from-items.ts'
import type { ObservationOrder, TargetRound } from './order.ts'

/** How long organizations have to put things right in a round that is made for a sheet. */
const RECTIFY_DAYS = 7

/** Where the sheets go, and what must be made for them first. */
export type PreparedTarget = Target & {
  readonly framework: PlannedFramework | null
  readonly itemCount: number
}

/** From the first to the last day that the rows say; where none says one, today. */
function periodOf(sheets: readonly SheetRead[], today: string): { startsOn: string; endsOn: string } {
  const days = sheets.flatMap(({ read }) => read.rows.flatMap(({ day }) => day ?? [])).sort()
  return { startsOn: days[0] ?? today, endsOn: days.at(-1) ?? today }
}

const topsOf = (criteria: readonly NamedCriterion[]): number =>
  new Set(criteria.map(({ id, above }) => above[0]?.id ?? id)).size

async function underVersion(reader: Reader, round: TargetRound): Promise<PreparedTarget> {
  const page = await getVersionPage(reader, round.versionId)
  if (page.state !== 'published') throw new Problem('framework.not-published', { label: page.label })
  const criteria = await listCriteria(reader, round.versionId)
  const frameworkName = `${page.frameworkName} ${page.label}`
  return { round, frameworkName, criteria, codes: new Map(), framework: null, itemCount: topsOf(criteria) }
}

/**
 * The round that an order means, there already or to be made, with the criteria it is assessed by. Writes nothing.
 * @throws Problem not-found · observation-import.framework-decided · observation-import.framework-missing · framework.not-published
 */
export async function prepareTarget(
  reader: Reader,
  actor: Actor,
  order: ObservationOrder,
  sheets: readonly SheetRead[],
  now: Date,
): Promise<PreparedTarget> {
  const { roundId, newRound, frameworkFromSheet: made } = order
  const known = await findVisibleRound(reader, actor, roundId)
  if (known) {
    if (made && !newRound) throw new Problem('observation-import.framework-decided', { round: known.name })
    const { id, name, versionId, startsOn, endsOn } = known
    return underVersion(reader, { id, name, versionId, startsOn, endsOn, isNew: false })
  }
  if (!newRound) throw new Problem('not-found', { what: 'round' })
  const { name, versionId } = newRound
  const fresh = { id: roundId, name, ...periodOf(sheets, localDay(now)), isNew: true }
  if (versionId !== undefined) return underVersion(reader, { ...fresh, versionId })
  if (!made) throw new Problem('observation-import.framework-missing')
  const rows = sheets.flatMap(({ read }) => read.rows)
  const framework = planFramework(rows, { ...made, points: order.pointsPerSubItem })
  const { criteria, codes } = framework
  return {
    round: { ...fresh, versionId: framework.versionId },
    frameworkName: `${made.name} ${made.label}`,
    criteria,
    codes,
    framework,
    itemCount: topsOf(criteria),
  }
}

/**
 * Make what an order needs and is not there yet: the framework of the sheet's items, and the round.
 * @returns how many criteria of a framework that was made nobody leads
 * @throws Problem access.out-of-scope · duplicate · framework.flawed
 */
export async function makeTarget(
  tx: Tx,
  actor: Actor,
  { round, framework }: PreparedTarget,
): Promise<number> {
  if (!round.isNew) return 0
  const { id, name, versionId, startsOn, endsOn } = round
  const leadless = framework ? await makeFramework(tx, actor, framework, Number(endsOn.slice(0, 4))) : 0
  await addRound(tx, actor, {
    id,
    name,
    kind: 'thirdParty',
    versionId,
    startsOn,
    endsOn,
    rectifyDays: RECTIFY_DAYS,
    siteTypeIds: [],
  })
  return leadless
}
