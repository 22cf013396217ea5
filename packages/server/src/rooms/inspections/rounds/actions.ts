import { type Actor, mustCoverCity, Problem } from '@chuangcheng/domain'
import type { Tx } from '../../../platform/database/database.ts'
import { getVersion } from '../../frameworks/index.ts'
import { addCollection } from '../../observations/index.ts'
import { mustKnowTypes } from '../../sites/index.ts'
import {
  findPlannedType,
  findVisibleRound,
  insertRound,
  type NewRound,
  type RoundFields,
  type RoundRow,
  saveRound,
} from './queries.ts'
import { getRoundStillOpen, getRoundToPlan, getVisibleRound } from './visible.ts'

const notedRound = (round: RoundRow) => ({
  name: round.name,
  kind: round.kind,
  version: round.version,
  startsOn: round.startsOn,
  endsOn: round.endsOn,
  rectifyDays: round.rectifyDays,
  siteTypes: round.siteTypes,
  publishedAt: round.publishedAt,
  finishedAt: round.finishedAt,
})

function mustBeInOrder({ startsOn, endsOn }: Pick<NewRound, 'startsOn' | 'endsOn'>): void {
  if (endsOn < startsOn) throw new Problem('validity.reversed', { what: 'round' })
}

const sameTypes = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id))

const isSame = (known: RoundRow, order: NewRound): boolean =>
  (['name', 'kind', 'versionId', 'startsOn', 'endsOn', 'rectifyDays'] as const).every(
    (field) => known[field] === order[field],
  ) && sameTypes(known.siteTypeIds, order.siteTypeIds)

/**
 * Plan a round (新建督查批次) with its collection of observations. A request that is repeated gets the first answer.
 * @throws Problem access.out-of-scope · duplicate · not-found · framework.not-published · validity.reversed
 */
export async function addRound(tx: Tx, actor: Actor, order: NewRound): Promise<RoundRow> {
  mustCoverCity(actor, 'round.plan')
  const known = await findVisibleRound(tx, actor, order.id)
  if (known) {
    if (isSame(known, order)) return known
    throw new Problem('duplicate', { what: 'id', value: order.id })
  }
  mustBeInOrder(order)
  const version = await getVersion(tx, order.versionId)
  if (version.state !== 'published') throw new Problem('framework.not-published', { name: version.label })
  await mustKnowTypes(tx, order.siteTypeIds)
  addCollection(tx, { id: order.id, versionId: order.versionId, name: order.name })
  await insertRound(tx, order)
  const after = await getVisibleRound(tx, actor, order.id)
  tx.record({
    action: 'round.add',
    subjectKind: 'round',
    subjectId: after.id,
    before: null,
    after: notedRound(after),
  })
  return after
}

async function change(
  tx: Tx,
  actor: Actor,
  before: RoundRow,
  fields: Partial<RoundFields>,
  action: string,
): Promise<RoundRow> {
  await saveRound(tx, before.id, { ...before, ...fields })
  const after = await getVisibleRound(tx, actor, before.id)
  tx.record({
    action,
    subjectKind: 'round',
    subjectId: before.id,
    before: notedRound(before),
    after: notedRound(after),
  })
  return after
}

type RoundChange = {
  readonly basedOn: number
  readonly name?: string | undefined
  readonly startsOn?: string | undefined
  readonly endsOn?: string | undefined
  readonly rectifyDays?: number | undefined
  readonly siteTypeIds?: readonly string[] | undefined
}

/**
 * Change a round's fields (修改督查批次). A type of which sites are planned cannot be left out.
 * @throws Problem not-found · changed-meanwhile · access.out-of-scope · round.finished · validity.reversed · round.type-planned · duplicate
 */
export async function changeRound(tx: Tx, actor: Actor, id: string, wanted: RoundChange): Promise<RoundRow> {
  const before = await getRoundStillOpen(tx, actor, id, wanted.basedOn)
  const siteTypeIds = [...(wanted.siteTypeIds ?? before.siteTypeIds)]
  const fields = {
    name: wanted.name ?? before.name,
    startsOn: wanted.startsOn ?? before.startsOn,
    endsOn: wanted.endsOn ?? before.endsOn,
    rectifyDays: wanted.rectifyDays ?? before.rectifyDays,
    siteTypeIds,
  }
  mustBeInOrder(fields)
  await mustKnowTypes(tx, siteTypeIds)
  const left = before.siteTypeIds.filter((type) => !siteTypeIds.includes(type))
  const planned = left.length === 0 ? null : await findPlannedType(tx, id, left)
  if (planned) throw new Problem('round.type-planned', planned)
  return change(tx, actor, before, fields, 'round.change')
}

type OneStep = { readonly id: string; readonly basedOn: number }

/** Let everybody see a covert round (公布暗访). @throws Problem not-found · changed-meanwhile · access.out-of-scope · round.not-covert */
export async function publishRound(tx: Tx, actor: Actor, { id, basedOn }: OneStep): Promise<RoundRow> {
  const before = await getRoundToPlan(tx, actor, id, basedOn)
  if (before.kind !== 'covert') throw new Problem('round.not-covert')
  return change(tx, actor, before, { publishedAt: before.publishedAt ?? tx.now }, 'round.publish')
}

/** End a round, or open it again (结束、重新开启). @throws Problem not-found · changed-meanwhile · access.out-of-scope */
export async function finishRound(
  tx: Tx,
  actor: Actor,
  { id, basedOn, finished }: OneStep & { readonly finished: boolean },
): Promise<RoundRow> {
  const before = await getRoundToPlan(tx, actor, id, basedOn)
  const finishedAt = finished ? (before.finishedAt ?? tx.now) : null
  return change(tx, actor, before, { finishedAt }, finished ? 'round.finish' : 'round.reopen')
}
