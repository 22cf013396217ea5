import { exactly, type FigureValue, fractionText, type KeptCase, over } from '@chuangcheng/domain'
import { count, grouped, type Question } from './question.ts'

type Cases = readonly KeptCase[]

/** Withdrawn cases were opened by mistake: no figure counts them. */
const standing = (cases: Cases): Cases => cases.filter(({ state }) => state !== 'withdrawn')
const isRectified = ({ state, rectifiedAt }: KeptCase): boolean =>
  state === 'closed' || (state === 'rectified' && rectifiedAt !== null)
const isClosed = ({ state }: KeptCase): boolean => state === 'closed'
const isOverdue = ({ overdue }: KeptCase): boolean => overdue

const counting = (counted: (one: KeptCase) => boolean): Question => ({
  over: 'cases',
  keep: (cases) => standing(cases).filter(counted),
  take: (kept) => count(kept.filter(counted).length),
})

function rate(kept: Cases): FigureValue {
  const rectified = kept.filter(isRectified).length
  const exact = kept.length === 0 ? null : fractionText(over(exactly(rectified), exactly(kept.length)))
  return { kind: 'number', unit: 'rate', exact }
}

/** Who has the most to do first; what nobody owns last. */
function byOrganization(kept: Cases): FigureValue {
  const groups = [...grouped(kept, ({ organizationId }) => organizationId ?? '')]
  groups.sort(([a, x], [b, y]) => Number(a === '') - Number(b === '') || y.length - x.length)
  return {
    kind: 'table',
    columns: [
      { id: 'handedOver', name: '', unit: 'count' },
      { id: 'rectified', name: '', unit: 'count' },
      { id: 'closed', name: '', unit: 'count' },
      { id: 'overdue', name: '', unit: 'count' },
      { id: 'rectificationRate', name: '', unit: 'rate' },
    ],
    rows: groups.map(([id, cases]) => ({
      id,
      name: cases[0]?.organizationName ?? '',
      cells: [
        String(cases.length),
        ...[isRectified, isClosed, isOverdue].map((counted) => String(cases.filter(counted).length)),
        fractionText(over(exactly(cases.filter(isRectified).length), exactly(cases.length))),
      ],
    })),
  }
}

/** What was handed over and put right (交办整改). */
export const CASE_QUESTIONS = {
  'cases.handedOver': counting(() => true),
  'cases.rectified': counting(isRectified),
  'cases.closed': counting(isClosed),
  'cases.overdue': counting(isOverdue),
  'cases.rectificationRate': { over: 'cases', keep: standing, take: rate },
  'cases.byOrganization': { over: 'cases', keep: standing, take: byOrganization },
} as const satisfies Record<string, Question>
