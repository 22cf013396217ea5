import {
  type FigureValue,
  type Fraction,
  fractionText,
  type NodeScore,
  rateOf,
  type TallyDimension,
} from '@chuangcheng/domain'
import type { Part, Score } from '../../assessments/index.ts'
import { descending, type Item, isListOfProblems, itemInStreet, itemsOf, nodeName } from './items.ts'
import type { Question } from './question.ts'

const textOr = (value: Fraction | null): string | null => (value === null ? null : fractionText(value))

const ofScore = (take: (score: Score, limit: number) => FigureValue): Question => ({
  over: 'ledger',
  take: async (source, { limit = Number.MAX_SAFE_INTEGER }) => take(await source.score(), limit),
})

const pointsOf = (part: Exclude<keyof NodeScore, 'id'>): Question =>
  ofScore(({ tree }) => ({ kind: 'number', unit: 'points', exact: fractionText(tree.total[part]) }))

const PART_COLUMNS = [
  { id: 'points', name: '', unit: 'points' },
  { id: 'earned', name: '', unit: 'points' },
  { id: 'lost', name: '', unit: 'points' },
  { id: 'open', name: '', unit: 'points' },
  { id: 'rate', name: '', unit: 'rate' },
] as const

/** The parts of the framework: what stands at the top of its tree. */
const parts = ofScore(({ nodes, tree }) => ({
  kind: 'table',
  columns: PART_COLUMNS,
  rows: nodes
    .filter(({ parentId, role }) => parentId === null && role === 'ordinary')
    .flatMap((node) => {
      const score = tree.nodes.get(node.id)
      if (!score) return []
      const { points, earned, lost, open } = score
      return [
        {
          id: node.id,
          name: nodeName(node),
          cells: [...[points, earned, lost, open].map(fractionText), textOr(rateOf(score))],
        },
      ]
    }),
}))

const itemTable = (items: readonly Item[]): FigureValue => ({
  kind: 'table',
  columns: [
    { id: 'rate', name: '', unit: 'rate' },
    { id: 'lost', name: '', unit: 'points' },
    { id: 'observations', name: '', unit: 'count' },
  ],
  rows: items.map(({ id, name, rate, score, observations }) => ({
    id,
    name,
    cells: [textOr(rate), fractionText(score.lost), String(observations)],
  })),
})

/** Items of which nothing is known but problems have no rate, and so no place among the best. */
const bestItems = ofScore((score, limit) =>
  itemTable(
    itemsOf(score)
      .flatMap((item) => (item.rate === null ? [] : [{ item, rate: item.rate }]))
      .sort((a, b) => descending(a.rate, b.rate))
      .slice(0, limit)
      .map(({ item }) => item),
  ),
)

const worstItems = ofScore((score, limit) =>
  itemTable(
    itemsOf(score)
      .filter(({ score: { lost } }) => lost.numerator > 0n)
      .sort((a, b) => descending(a.score.lost, b.score.lost))
      .slice(0, limit),
  ),
)

/** The highest score first; without one, whoever lost least; what belongs to nobody last. */
function inRank(a: Part, b: Part): number {
  if (a.id === null || b.id === null) return Number(a.id === null) - Number(b.id === null)
  if (a.score !== null && b.score !== null) return descending(a.score, b.score)
  if (a.score === null && b.score === null) return descending(b.lost, a.lost)
  return Number(a.score === null) - Number(b.score === null)
}

const breakdown = (dimension: TallyDimension): Question => ({
  over: 'ledger',
  take: async (source) => ({
    kind: 'table',
    columns: [
      { id: 'observations', name: '', unit: 'count' },
      { id: 'stake', name: '', unit: 'points' },
      { id: 'earned', name: '', unit: 'points' },
      { id: 'rate', name: '', unit: 'rate' },
      { id: 'lost', name: '', unit: 'points' },
    ],
    rows: [...(await source.parts(dimension))].sort(inRank).map((part) => ({
      id: part.id ?? '',
      name: part.name,
      cells: [
        String(part.observations),
        fractionText(part.stake),
        fractionText(part.earned),
        textOr(part.score),
        fractionText(part.lost),
      ],
    })),
  }),
})

/** Every item by every street: what was earned of it there, or what problems took off where nothing else is known. */
const matrix: Question = {
  over: 'ledger',
  take: async (source) => {
    const score = await source.score()
    const streets = (await source.parts('subdistrict')).filter(({ id }) => id !== null)
    const isList = isListOfProblems(score)
    const unit = isList ? 'points' : 'rate'
    return {
      kind: 'table',
      columns: streets.map(({ id, name }) => ({ id: id ?? '', name, unit }) as const),
      rows: itemsOf(score)
        .filter(({ observations }) => observations > 0)
        .map((item) => ({
          id: item.id,
          name: item.name,
          cells: streets.map(({ id }) => {
            const { rate, deductions } = itemInStreet(score, item, id ?? '')
            return isList ? fractionText(deductions) : textOr(rate)
          }),
        })),
    }
  },
}

/** What was scored (得分). */
export const SCORE_QUESTIONS = {
  'score.rate': ofScore(({ tree }) => ({ kind: 'number', unit: 'rate', exact: textOr(rateOf(tree.total)) })),
  'score.points': pointsOf('points'),
  'score.earned': pointsOf('earned'),
  'score.lost': pointsOf('lost'),
  'score.open': pointsOf('open'),
  'score.parts': parts,
  'score.bestItems': bestItems,
  'score.worstItems': worstItems,
  'score.districts': breakdown('district'),
  'score.streets': breakdown('subdistrict'),
  'score.organizations': breakdown('organization'),
  'score.matrix': matrix,
} as const satisfies Record<string, Question>
