import { type Actor, type FigureValue, Problem, sameValue, shownNumber } from '@chuangcheng/domain'
import type { Reader } from '../../../platform/database/database.ts'
import type { Say } from '../document/sentence.ts'
import { readCases, shownTo } from '../kept-cases.ts'
import { type Briefing, findBriefing } from '../queries.ts'
import { type Figure, findFigure } from './figure-queries.ts'
import { take, takeAgain } from './registry.ts'
import { sourceAt, sourceNow } from './source.ts'

/** A value with every number as it is printed beside the exact one. */
function shown(value: FigureValue, say: Say) {
  if (value.kind === 'number') return { ...value, shown: shownNumber(value.exact, value.unit) }
  const { columns, rows } = value
  return {
    kind: value.kind,
    columns: columns.map((column) => ({ ...column, name: column.name || say(`figureColumn.${column.id}`) })),
    rows: rows.map(({ id, name, cells }) => ({
      id,
      name,
      cells: cells.map((exact, at) => ({ exact, shown: shownNumber(exact, columns[at]?.unit ?? 'count') })),
    })),
  }
}

/** When, and in whose language. */
type Asking = { readonly now: string; readonly say: Say }

type Opened = { readonly figure: Figure; readonly briefing: Briefing }

/** A figure whose briefing the caller may see. @throws Problem not-found */
async function open(reader: Reader, actor: Actor, id: string): Promise<Opened> {
  const figure = await findFigure(reader, id)
  const briefing = figure && (await findBriefing(reader, actor, figure.briefingId))
  if (!figure || !briefing) throw new Problem('not-found', { what: 'figure' })
  return { figure, briefing }
}

const orderOf = ({ version, rounds }: Briefing) => ({
  versionId: version.id,
  roundIds: rounds.map(({ id }) => id),
})

/** What the same question says now. */
async function takeNow(reader: Reader, { figure, briefing }: Opened, now: string): Promise<FigureValue> {
  const order = orderOf(briefing)
  const { source } = await sourceNow(reader, order, () => readCases(reader, order.roundIds, now))
  return (await take(source, figure.key, figure.params)).value
}

/** A figure as it was printed, with what the same question says now. @throws Problem not-found */
export async function getFigure(reader: Reader, actor: Actor, id: string, { now, say }: Asking) {
  const opened = await open(reader, actor, id)
  const { figure, briefing } = opened
  const cases = figure.rows && shownTo(actor, figure.rows)
  return {
    ...figure,
    briefing: { id: briefing.id, name: briefing.title },
    rounds: briefing.rounds,
    value: shown(figure.value, say),
    now: shown(await takeNow(reader, opened, now), say),
    cases,
    hiddenCaseCount: (figure.rows?.length ?? 0) - (cases?.length ?? 0),
  }
}

/** Take a figure again at its watermark and compare (重新取数). @throws Problem not-found */
export async function retakeFigure(reader: Reader, actor: Actor, id: string, { now, say }: Asking) {
  const { figure, briefing } = await open(reader, actor, id)
  const planned = new Map(Object.entries(briefing.planned))
  const source = sourceAt(
    reader,
    { ...orderOf(briefing), watermark: figure.watermark, planned },
    async () => figure.rows ?? [],
  )
  const value = await takeAgain(source, figure)
  return { same: sameValue(value, figure.value), value: shown(value, say), takenAt: now }
}
