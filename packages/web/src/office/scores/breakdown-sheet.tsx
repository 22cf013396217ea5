import { m } from '@chuangcheng/messages'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { formatCount } from '../../shared/language/format.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { LinkTabs } from '../../shared/ui/link-tabs.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { BehindLink } from './behind-link.tsx'
import { inOrder } from './breakdown-rows.ts'
import { isNothing, markText, pointsText } from './numbers.ts'
import {
  type Breakdown,
  type BreakdownRow,
  type Choice,
  type Dimension,
  useBreakdown,
} from './score-queries.ts'
import { closed, type Opening, SORTS } from './score-search.ts'
import { NOBODY, SORT_NAMES, VIEW_NAMES } from './score-words.ts'

const route = getRouteApi('/frame/scores')

/** Districts, streets, types or organizations: what each scored, and who lost the points (谁丢分谁负责). */
export function BreakdownSheet({ choice, dimension }: { choice: Choice; dimension: Dimension }) {
  const { data, error, refetch } = useBreakdown(choice, dimension)
  if (error) {
    return (
      <div className="data-table-pending">
        <ProblemNotice
          error={error}
          action={<Button onClick={() => void refetch()}>{m['office.problem.again']()}</Button>}
        />
      </div>
    )
  }
  if (!data) {
    return (
      <div className="data-table-pending">
        <PlaceholderLines lines={8} />
      </div>
    )
  }
  if (data.rows.length === 0) return <EmptyState title={m['office.scores.noRows']()} />
  return <BreakdownTable breakdown={data} />
}

function BreakdownTable({ breakdown }: { breakdown: Breakdown }) {
  const search = route.useSearch()
  const { by, rows, lost, complete } = breakdown
  const sort = search.sort ?? 'lost'
  const hasDeductions = rows.some(({ deductions }) => !isNothing(deductions))
  const most = Math.max(...rows.map((row) => row.lost.decimal))
  const tabs = SORTS.map((one) => ({
    label: SORT_NAMES[one](),
    link: { to: '/scores', search: { ...closed(search), sort: one }, resetScroll: false } as const,
    current: sort === one,
  }))
  return (
    <>
      <div className="score-tools">
        <p className="score-hint">{m[`office.scores.explain.${by}`]()}</p>
        <LinkTabs label={m['office.scores.sort']()} tabs={tabs} />
      </div>
      <table className="score-table breakdown-table">
        <caption className="visually-hidden">{VIEW_NAMES[by]()}</caption>
        <thead>
          <tr>
            <th scope="col">{VIEW_NAMES[by]()}</th>
            <th scope="col" className="score-rate">
              {m['office.scores.rate']()}
            </th>
            <th scope="col" className="score-number score-wide">
              {m['office.scores.earnedOfStake']()}
            </th>
            <th scope="col" className="score-loss">
              {m['office.scores.attributed']()}
            </th>
            {hasDeductions && (
              <th scope="col" className="score-number">
                {m['office.scores.deductions']()}
              </th>
            )}
            <th scope="col" className="score-number">
              {m['office.scores.observations']()}
            </th>
          </tr>
        </thead>
        <tbody>
          {inOrder(rows, sort).map((row) => (
            <PartRow key={row.id ?? 'none'} row={row} by={by} most={most} hasDeductions={hasDeductions} />
          ))}
        </tbody>
      </table>
      <p className="score-sum">
        {complete
          ? m['office.scores.sumComplete']({ lost: pointsText(lost) })
          : m['office.scores.sumPartly']({ lost: pointsText(lost) })}
      </p>
    </>
  )
}

type RowProps = { row: BreakdownRow; by: Dimension; most: number; hasDeductions: boolean }

function PartRow({ row, by, most, hasDeductions }: RowProps) {
  const { id, score, earned, stake, lost, deductions, observationCount, problemCount } = row
  const name = id === null ? NOBODY[by]() : row.name
  const opening = (behind: Opening['behind']): Opening => ({ behind, [by]: id ?? 'none' })
  return (
    <tr className="score-row">
      <th scope="row" className={id === null ? 'score-name score-nobody' : 'score-name'}>
        <BehindLink opening={opening('all')}>{name}</BehindLink>
      </th>
      <td className="score-rate">
        <div>
          <div className="rate-bar" aria-hidden="true">
            <span style={{ width: `${(score?.decimal ?? 0) * 100}%` }} />
          </div>
          <span>{score ? `${markText(score)}%` : '—'}</span>
        </div>
      </td>
      <td className="score-number score-wide" data-label={m['office.scores.earnedOfStake']()}>
        {pointsText(earned)} / {pointsText(stake)}
      </td>
      <td className="score-loss" data-label={m['office.scores.attributed']()}>
        {isNothing(lost) ? (
          <span className="score-zero">0</span>
        ) : (
          <div>
            <div className="loss-bar" aria-hidden="true">
              <span style={{ width: `${most === 0 ? 0 : (lost.decimal / most) * 100}%` }} />
            </div>
            <BehindLink
              opening={opening('failed')}
              label={`${name} ${m['office.scores.attributed']()} ${pointsText(lost)}`}
            >
              {pointsText(lost)}
            </BehindLink>
          </div>
        )}
      </td>
      {hasDeductions && (
        <td className="score-number" data-label={m['office.scores.deductions']()}>
          {isNothing(deductions) ? <span className="score-zero">0</span> : pointsText(deductions)}
        </td>
      )}
      <td className="score-number" data-label={m['office.scores.observations']()}>
        <BehindLink
          opening={opening('all')}
          label={`${name} ${m['office.scores.observations']()} ${formatCount(observationCount + problemCount)}`}
        >
          {formatCount(observationCount + problemCount)}
        </BehindLink>
      </td>
    </tr>
  )
}
