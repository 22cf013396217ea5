import type { FigureKey } from '@chuangcheng/domain'
import { exactly, readFraction, roundedTo, times } from '@chuangcheng/domain'
import type { Block } from '../../../platform/documents/index.ts'
import { heading, paragraph, tableBlocks } from './blocks.ts'
import { cellRun, type FigureTable, markOf } from './figure-book.ts'
import type { Writing } from './opening.ts'
import { sentence } from './sentence.ts'

type Ends = { readonly best: FigureTable['value']['rows'][number]; readonly worst: Ends['best'] }

/** The first and the last that have a rate, where they are two. */
function endsOf({ value: { columns, rows } }: FigureTable): Ends | null {
  const at = columns.findIndex(({ id }) => id === 'rate')
  const rated = rows.filter(({ id, cells }) => id !== '' && cells[at] != null)
  const [best, worst] = [rated.at(0), rated.at(-1)]
  return best && worst && best !== worst ? { best, worst } : null
}

const ratesOf = (table: FigureTable, { best, worst }: Ends) => ({
  best: best.name,
  bestRate: cellRun(table, best, 'rate', true),
  worst: worst.name,
  worstRate: cellRun(table, worst, 'rate', true),
})

/** The score as a whole and by part (总体得分). */
export function overallScore(writing: Writing): Block[] {
  const { say, book } = writing
  const points = {
    points: book.run('score.points'),
    earned: book.run('score.earned'),
    lost: book.run('score.lost'),
    open: book.run('score.open'),
  }
  const whole = book.has('score.rate')
    ? sentence(say, 'briefing.text.score', { rate: book.run('score.rate'), ...points })
    : sentence(say, 'briefing.text.scoreOfProblems', points)
  const parts = book.table('score.parts')
  return [
    heading(1, say('briefing.heading.score')),
    paragraph(whole),
    ...(parts
      ? tableBlocks(
          parts,
          {
            name: say('briefing.table.parts'),
            rowsName: say('briefing.part'),
            nameWidth: 40,
            ranked: false,
          },
          writing,
        )
      : []),
  ]
}

/** The best and the worst items (项目得分). */
export function itemsBlocks(writing: Writing): Block[] {
  const { say, book } = writing
  const [best, worst] = [book.table('score.bestItems'), book.table('score.worstItems')]
  if (!best && !worst) return []
  const order = { rowsName: say('briefing.item'), nameWidth: 50, ranked: true }
  return [
    heading(1, say('briefing.heading.items')),
    ...(best
      ? [
          paragraph(say('briefing.text.bestItems')),
          ...tableBlocks(best, { ...order, name: say('briefing.table.bestItems') }, writing),
        ]
      : []),
    ...(worst
      ? [
          paragraph(say('briefing.text.worstItems')),
          ...tableBlocks(worst, { ...order, name: say('briefing.table.worstItems') }, writing),
        ]
      : []),
  ]
}

type Ranking = {
  readonly key: FigureKey
  readonly heading: string
  readonly text: string
  readonly caption: string
  readonly rowsName: string
}

function ranking(writing: Writing, order: Ranking): Block[] {
  const { say, book } = writing
  const table = book.table(order.key)
  if (!table) return []
  const ends = endsOf(table)
  return [
    heading(2, say(order.heading)),
    ...(ends ? [paragraph(sentence(say, order.text, ratesOf(table, ends)))] : []),
    ...tableBlocks(
      table,
      { name: say(order.caption), rowsName: say(order.rowsName), nameWidth: 28, ranked: true },
      writing,
    ),
  ]
}

const HUNDRED = exactly(100)
/** A chart of more streets could not be read. */
const MOST_BARS = 24

/** Scores of streets as a chart that Word edits. */
function streetsChart({ say, book }: Writing): Block[] {
  const table = book.table('score.streets')
  if (!table) return []
  const at = table.value.columns.findIndex(({ id }) => id === 'rate')
  const rated = table.value.rows.flatMap(({ id, name, cells }) => {
    const rate = cells[at]
    return id !== '' && rate != null ? [{ name, rate }] : []
  })
  if (rated.length < 2) return []
  const shown = rated.slice(0, MOST_BARS)
  return [
    {
      kind: 'chart',
      title: say('briefing.chart.streets'),
      categories: shown.map(({ name }) => name),
      series: [
        {
          name: say('figureColumn.rate'),
          values: shown.map(({ rate }) => Number(roundedTo(times(readFraction(rate), HUNDRED), 1))),
        },
      ],
      numberFormat: '0.0',
      most: 100,
    },
    { kind: 'caption', text: [say('briefing.chartCaption'), markOf(table)] },
  ]
}

/** Districts, streets and organizations in order (排名): organizations, never persons. */
export function rankings(writing: Writing): Block[] {
  const { say } = writing
  const districts = ranking(writing, {
    key: 'score.districts',
    heading: 'briefing.heading.districts',
    text: 'briefing.text.districts',
    caption: 'briefing.table.districts',
    rowsName: 'briefing.district',
  })
  const streets = ranking(writing, {
    key: 'score.streets',
    heading: 'briefing.heading.streets',
    text: 'briefing.text.streets',
    caption: 'briefing.table.streets',
    rowsName: 'briefing.street',
  })
  const organizations = ranking(writing, {
    key: 'score.organizations',
    heading: 'briefing.heading.organizations',
    text: 'briefing.text.organizations',
    caption: 'briefing.table.organizations',
    rowsName: 'briefing.organization',
  })
  const all = [...districts, ...streets, ...streetsChart(writing), ...organizations]
  if (all.length === 0) return []
  const measure = paragraph(say('briefing.text.rankings'))
  return [heading(1, say('briefing.heading.rankings')), measure, ...all]
}
