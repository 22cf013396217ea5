import { type Fraction, fractionText } from '@chuangcheng/domain'
import type { Score } from '../../assessments/index.ts'
import { descending } from './items.ts'
import { type Loss, lossKey } from './losses.ts'
import { grouped, type Question } from './question.ts'

/** What goes wrong again and again: a criterion that lost much, the place that lost most of it, and how many such places there are. */
export type Typical = { readonly example: Loss; readonly count: number; readonly lost: Fraction }

/** The criteria that lost most, each with its worst place as an example. `losses`: the greatest first. */
export function typicalOf({ tree }: Score, losses: readonly Loss[], limit: number): Typical[] {
  const groups = [...grouped(losses, ({ criterionId }) => criterionId)]
  const typical = groups.flatMap(([id, members]): Typical[] => {
    const [example] = members
    const lost = tree.criteria.get(id)?.lost
    return example && lost ? [{ example, count: members.length, lost }] : []
  })
  return typical
    .sort((a, b) => descending(a.lost, b.lost) || (a.example.criterionId < b.example.criterionId ? -1 : 1))
    .slice(0, limit)
}

/** The street is said where the place's name does not say it already. */
const placeOf = ({ subdistrictName, placeName }: Loss['seen']): string =>
  subdistrictName === null || placeName.startsWith(subdistrictName)
    ? placeName
    : `${subdistrictName}${placeName}`

const named = ({ example: { seen, criterionName } }: Typical): string =>
  `${placeOf(seen)}：${criterionName}${seen.note === '' ? '' : `（${seen.note}）`}`

/** Typical problems (典型问题). */
export const TYPICAL_QUESTIONS = {
  'losses.typical': {
    over: 'ledger',
    take: async (source, { limit = Number.MAX_SAFE_INTEGER }) => {
      const [score, losses] = await Promise.all([source.score(), source.losses()])
      return {
        kind: 'table',
        columns: [
          { id: 'alike', name: '', unit: 'count' },
          { id: 'lost', name: '', unit: 'points' },
        ],
        rows: typicalOf(score, losses, limit).map((typical) => ({
          id: lossKey(typical.example.seen),
          name: named(typical),
          cells: [String(typical.count), fractionText(typical.lost)],
        })),
      }
    },
  },
} as const satisfies Record<string, Question>
