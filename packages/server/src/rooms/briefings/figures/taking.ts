import { FIGURE_KEYS, type FigureKey, type FigureParams, shownNumber } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Say } from '../document/sentence.ts'
import type { Figure } from './figure-queries.ts'
import { type Taken, take } from './registry.ts'
import type { FigureSource } from './source.ts'

/** How many are named where not all are. */
const PARAMS: Partial<Record<FigureKey, FigureParams>> = {
  'score.bestItems': { limit: 5 },
  'score.worstItems': { limit: 8 },
  'losses.typical': { limit: 6 },
}

type Asked = { readonly key: FigureKey; readonly params: FigureParams }
type Answered = Asked & Taken

/** What is worth a sentence: no table without rows, no ranking of one district, no rate of nothing, no visits where only sheets came in. */
function saysSomething({ key, value }: Answered): boolean {
  if (value.kind === 'table') return value.rows.length > (key === 'score.districts' ? 1 : 0)
  return value.exact !== null && !(key === 'round.visitCount' && value.exact === '0')
}

/** Of cases, either all figures stand or none: a zero says something once there are cases. */
function withoutEmptyCases(answers: readonly Answered[]): readonly Answered[] {
  const some = answers.some((answer) => answer.key === 'cases.byOrganization' && saysSomething(answer))
  return some ? answers : answers.filter(({ key }) => !key.startsWith('cases.'))
}

/** Take every figure of a briefing, numbered as its annex lists them. */
export async function takeFigures(
  source: FigureSource,
  { briefingId, watermark, say }: { briefingId: string; watermark: number; say: Say },
): Promise<Omit<Figure, 'takenAt'>[]> {
  const answers = await Promise.all(
    FIGURE_KEYS.map(async (key): Promise<Answered> => {
      const params = PARAMS[key] ?? {}
      return { key, params, ...(await take(source, key, params)) }
    }),
  )
  return withoutEmptyCases(answers)
    .filter(saysSomething)
    .map(({ key, params, value, rows }, at) => ({
      id: uuidv7(),
      briefingId,
      number: at + 1,
      key,
      params,
      words: say(`figureWords.${key}`, params.limit === undefined ? {} : { limit: params.limit }),
      watermark,
      value,
      shown: value.kind === 'number' ? shownNumber(value.exact, value.unit) : '',
      rows,
    }))
}
