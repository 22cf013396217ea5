import type { inspections, ResponseOf } from '@chuangcheng/contract'
import {
  type Actor,
  drawSample,
  type FrameSite,
  inLotOrder,
  Problem,
  type SampleFrame,
} from '@chuangcheng/domain'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import { type RoundRow, touchRound } from '../rounds/queries.ts'
import { getRoundStillOpen, getVisibleRound } from '../rounds/visible.ts'
import {
  type DrawableSite,
  findLatestDraw,
  listDrawableSites,
  listPlannedNow,
  listTypesNamed,
  type PlannedNow,
  type StoredDraw,
  sendDraw,
} from './draw-queries.ts'
import { deleteSites, insertSites, keepAsChosen } from './site-queries.ts'

type Draw = NonNullable<ResponseOf<typeof inspections.getRound>['draw']>
type Replay = ResponseOf<typeof inspections.replayDraw>

/** So many of the drawn sites are named in the answer. */
const SHOWN = 200

const drawnSites = ({ seed, frame }: StoredDraw): FrameSite[] => [...drawSample(seed, frame).values()].flat()

async function namesOf(reader: Reader, { frame }: StoredDraw): Promise<ReadonlyMap<string, string>> {
  const types = await listTypesNamed(
    reader,
    frame.map(({ siteTypeId }) => siteTypeId),
  )
  return new Map(types.map(({ id, name }) => [id, name]))
}

/** A draw as it is shown. */
export async function drawOf(reader: Reader, draw: StoredDraw): Promise<Draw> {
  const names = await namesOf(reader, draw)
  const { frame, number, seed, drawnAt, drawnByName } = draw
  const drawn = drawSample(seed, frame)
  return {
    number,
    seed,
    drawnAt,
    drawnByName,
    byType: frame.map(({ siteTypeId, count, sites }) => ({
      siteType: { id: siteTypeId, name: names.get(siteTypeId) ?? '' },
      quota: count,
      frameCount: sites.length,
      drawnCount: drawn.get(siteTypeId)?.length ?? 0,
    })),
  }
}

type Quota = { readonly siteTypeId: string; readonly count: number | null }
type DrawOrder = {
  readonly basedOn: number
  readonly seed: string
  readonly quotas: readonly Quota[]
  readonly areaId?: string | undefined
  readonly dryRun: boolean
}

async function mustBeOfRound(reader: Reader, round: RoundRow, quotas: readonly Quota[]): Promise<void> {
  const stranger = quotas.find(({ siteTypeId }) => !round.siteTypeIds.includes(siteTypeId))
  if (!stranger) return
  const [type] = await listTypesNamed(reader, [stranger.siteTypeId])
  if (!type) throw new Problem('not-found', { what: 'siteType' })
  throw new Problem('round.type-elsewhere', { name: type.name })
}

/** The sites of each type in the order in which they go into the lot. A type that is asked for twice goes by what was said last. */
function frameOf(quotas: readonly Quota[], sites: readonly DrawableSite[]): SampleFrame[] {
  const counts = new Map(quotas.map(({ siteTypeId, count }) => [siteTypeId, count]))
  return [...counts].map(([siteTypeId, count]) => ({
    siteTypeId,
    count,
    sites: inLotOrder(sites.filter(({ typeId }) => typeId === siteTypeId)).map(({ id, code }) => ({
      id,
      code,
    })),
  }))
}

/** What a draw does to a plan: sites drawn before and not again go, unless they were visited; then they stay as chosen ones. */
function differenceOf(planned: readonly PlannedNow[], drawnIds: ReadonlySet<string>) {
  const known = new Set(planned.map(({ siteId }) => siteId))
  const undrawn = planned.filter(({ origin, siteId }) => origin === 'drawn' && !drawnIds.has(siteId))
  return {
    added: [...drawnIds].filter((id) => !known.has(id)),
    removed: undrawn.filter(({ visited }) => !visited).map(({ siteId }) => siteId),
    kept: undrawn.filter(({ visited }) => visited).map(({ siteId }) => siteId),
  }
}

export type DrawResult = {
  readonly draw: Draw
  readonly addedCount: number
  readonly removedCount: number
  readonly sites: readonly { readonly id: string; readonly name: string }[]
}

/**
 * Draw sites by lot (随机抽样) and plan them instead of those drawn before. A dry run only says what would come of it.
 * @throws Problem not-found · changed-meanwhile · access.out-of-scope · round.finished · round.type-elsewhere
 */
export async function drawRoundSites(
  tx: Tx,
  actor: Actor,
  roundId: string,
  { basedOn, seed, quotas, areaId, dryRun }: DrawOrder,
): Promise<DrawResult> {
  const round = await getRoundStillOpen(tx, actor, roundId, basedOn)
  await mustBeOfRound(tx, round, quotas)
  const typeIds = quotas.map(({ siteTypeId }) => siteTypeId)
  const [register, planned, before] = await Promise.all([
    listDrawableSites(tx, typeIds, areaId ?? null),
    listPlannedNow(tx, roundId),
    findLatestDraw(tx, roundId),
  ])
  const draw: StoredDraw = {
    number: (before?.number ?? 0) + 1,
    seed,
    frame: frameOf(quotas, register),
    drawnAt: tx.now,
    drawnByName: actor.name,
  }
  const drawn = drawnSites(draw)
  const difference = differenceOf(planned, new Set(drawn.map(({ id }) => id)))
  if (!dryRun) plan(tx, round, draw, difference)
  const names = new Map(register.map(({ id, name }) => [id, name]))
  return {
    draw: await drawOf(tx, draw),
    addedCount: difference.added.length,
    removedCount: difference.removed.length,
    sites: drawn.slice(0, SHOWN).map(({ id, code }) => ({ id, name: `${code} ${names.get(id) ?? ''}` })),
  }
}

function plan(
  tx: Tx,
  { id, name }: RoundRow,
  draw: StoredDraw,
  { added, removed, kept }: ReturnType<typeof differenceOf>,
): void {
  sendDraw(tx, id, draw)
  deleteSites(tx, id, removed)
  keepAsChosen(tx, id, kept)
  insertSites(tx, id, added, 'drawn')
  touchRound(tx, id)
  const quotas = draw.frame.map(({ siteTypeId, count, sites }) => ({ siteTypeId, count, of: sites.length }))
  tx.record({
    action: 'round.draw',
    subjectKind: 'round',
    subjectId: id,
    before: null,
    after: { name, seed: draw.seed, quotas, addedCount: added.length, removedCount: removed.length },
  })
}

/**
 * Draw again from what was recorded (重放抽样), and say whether the plan still holds what came out.
 * @throws Problem not-found
 */
export async function replayDraw(reader: Reader, actor: Actor, roundId: string): Promise<Replay> {
  await getVisibleRound(reader, actor, roundId)
  const draw = await findLatestDraw(reader, roundId)
  if (!draw) throw new Problem('not-found', { what: 'roundDraw' })
  const [planned, names] = await Promise.all([listPlannedNow(reader, roundId), namesOf(reader, draw)])
  const drawn = drawSample(draw.seed, draw.frame)
  const all = [...drawn.values()].flat()
  const drawnIds = new Set(all.map(({ id }) => id))
  const plannedIds = new Set(planned.map(({ siteId }) => siteId))
  const missing = all.filter(({ id }) => !plannedIds.has(id)).map(({ id, code }) => ({ id, name: code }))
  const added = planned
    .filter(({ origin, siteId }) => origin === 'drawn' && !drawnIds.has(siteId))
    .map(({ siteId, code }) => ({ id: siteId, name: code }))
  const codes = (sites: readonly FrameSite[]) => sites.map(({ code }) => code)
  return {
    draw: await drawOf(reader, draw),
    same: missing.length === 0 && added.length === 0,
    missing,
    added,
    frame: draw.frame.map(({ siteTypeId, sites }) => ({
      siteType: { id: siteTypeId, name: names.get(siteTypeId) ?? '' },
      codes: codes(sites),
      drawn: codes(drawn.get(siteTypeId) ?? []),
    })),
  }
}
