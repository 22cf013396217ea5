import { inspections } from '@chuangcheng/contract'
import type { Actor } from '@chuangcheng/domain'
import type { Locale } from '@chuangcheng/messages'
import type { Reader } from '../../platform/database/database.ts'
import { acting, type House, reading } from '../../platform/http/serve.ts'
import { localDay } from '../../platform/local-day.ts'
import { drawRoundSites, replayDraw } from './plan/draw.ts'
import { listRoundSites } from './plan/site-queries.ts'
import { addRoundSites, removeRoundSites } from './plan/sites.ts'
import { listInspectors } from './plan/team-queries.ts'
import { assignRoundSites, setRoundTeams } from './plan/teams.ts'
import { addRound, changeRound, finishRound, publishRound } from './rounds/actions.ts'
import { pageOf, rowOf } from './rounds/page.ts'
import { listRounds, type RoundRow } from './rounds/queries.ts'
import { getVisibleRound } from './rounds/visible.ts'

type Asking = { readonly actor: Actor; readonly locale: Locale }

/** Rounds and their plans. */
export function roundRoutes(house: House): void {
  const today = () => localDay(house.database.clock())
  const shown = (reader: Reader, round: RoundRow, { actor, locale }: Asking) =>
    pageOf(reader, round, { actor, locale, today: today() })
  const shownAgain = async (reader: Reader, id: string, asking: Asking) =>
    shown(reader, await getVisibleRound(reader, asking.actor, id), asking)

  reading(house, inspections.listRounds, async (reader, { actor, query }) => {
    const { items, next } = await listRounds(reader, actor, query, today())
    return { items: items.map((round) => rowOf(round, today())), next }
  })
  acting(house, inspections.addRound, async (tx, { body, ...asking }) =>
    shown(tx, await addRound(tx, asking.actor, body), asking),
  )
  reading(house, inspections.getRound, (reader, { params, ...asking }) =>
    shownAgain(reader, params.id, asking),
  )
  acting(house, inspections.changeRound, async (tx, { params, body, ...asking }) =>
    shown(tx, await changeRound(tx, asking.actor, params.id, body), asking),
  )
  acting(house, inspections.publishRound, async (tx, { params, body, ...asking }) =>
    shown(tx, await publishRound(tx, asking.actor, { ...params, ...body }), asking),
  )
  acting(house, inspections.finishRound, async (tx, { params, body, ...asking }) =>
    shown(tx, await finishRound(tx, asking.actor, { ...params, ...body, finished: true }), asking),
  )
  acting(house, inspections.reopenRound, async (tx, { params, body, ...asking }) =>
    shown(tx, await finishRound(tx, asking.actor, { ...params, ...body, finished: false }), asking),
  )
  reading(house, inspections.listRoundSites, async (reader, { actor, params, query }) => {
    await getVisibleRound(reader, actor, params.id)
    return listRoundSites(reader, actor, params.id, query)
  })
  acting(house, inspections.drawRoundSites, async (tx, { params, body, ...asking }) => {
    const result = await drawRoundSites(tx, asking.actor, params.id, body)
    return { ...result, round: await shownAgain(tx, params.id, asking) }
  })
  reading(house, inspections.replayDraw, (reader, { actor, params }) => replayDraw(reader, actor, params.id))
  acting(house, inspections.addRoundSites, async (tx, { params, body, ...asking }) => {
    const addedCount = await addRoundSites(tx, asking.actor, params.id, body)
    return { addedCount, round: await shownAgain(tx, params.id, asking) }
  })
  acting(house, inspections.removeRoundSites, async (tx, { params, body, ...asking }) => {
    const counts = await removeRoundSites(tx, asking.actor, params.id, body)
    return { ...counts, round: await shownAgain(tx, params.id, asking) }
  })
  reading(house, inspections.listInspectors, async (reader, { query }) => ({
    items: await listInspectors(reader, today(), query),
  }))
  acting(house, inspections.setRoundTeams, async (tx, { params, body, ...asking }) => {
    await setRoundTeams(tx, asking.actor, params.id, { ...body, today: today() })
    return shownAgain(tx, params.id, asking)
  })
  acting(house, inspections.assignRoundSites, async (tx, { params, body, ...asking }) => {
    const assignedCount = await assignRoundSites(tx, asking.actor, params.id, body)
    return { assignedCount, round: await shownAgain(tx, params.id, asking) }
  })
}
