import { assessments } from '@chuangcheng/contract'
import type { Actor } from '@chuangcheng/domain'
import type { Reader } from '../../platform/database/database.ts'
import { acting, type House, reading } from '../../platform/http/serve.ts'
import { addAssessment, changeAssessment } from './actions.ts'
import { breakdownView } from './breakdown.ts'
import { listBehind } from './drill-down.ts'
import { countSites } from './planned-queries.ts'
import { listAssessments, listScoredRounds } from './queries.ts'
import { readScore } from './score.ts'
import { scoreView } from './score-view.ts'
import { onlookerOf, type Selection, select } from './selection.ts'

type Choice = { readonly assessmentId?: string | undefined; readonly rounds?: string | undefined }

const selected = (reader: Reader, actor: Actor, choice: Choice) => select(reader, onlookerOf(actor), choice)

const roundsOf = ({ version, rounds }: Selection) => ({
  versionId: version.id,
  roundIds: rounds.map(({ id }) => id),
})

export function assessmentRoutes(house: House): void {
  reading(house, assessments.listAssessments, async (reader, { actor }) => {
    const [items, rounds] = await Promise.all([
      listAssessments(reader, onlookerOf(actor)),
      listScoredRounds(reader, onlookerOf(actor)),
    ])
    return { items, rounds }
  })
  acting(house, assessments.addAssessment, (tx, { actor, body }) => addAssessment(tx, actor, body))
  acting(house, assessments.changeAssessment, (tx, { actor, params, body }) =>
    changeAssessment(tx, actor, params.id, body),
  )
  reading(house, assessments.getScore, async (reader, { actor, query, locale }) => {
    const selection = await selected(reader, actor, query)
    const rounds = roundsOf(selection)
    const [score, sites] = await Promise.all([readScore(reader, rounds), countSites(reader, rounds.roundIds)])
    return { ...selection, ...scoreView(score, sites, locale) }
  })
  reading(house, assessments.getScoreBreakdown, async (reader, { actor, query }) => {
    const selection = await selected(reader, actor, query)
    return { ...selection, ...(await breakdownView(reader, actor, query.by, roundsOf(selection))) }
  })
  reading(house, assessments.listScoreObservations, async (reader, { actor, query }) =>
    listBehind(reader, actor, await selected(reader, actor, query), query),
  )
}
