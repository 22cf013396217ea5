import { exactly, over, plus, readFraction, roundedTo, times, ZERO } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import type { ReactNode } from 'react'
import { formatCount } from '../../shared/language/format.ts'
import { percentOf } from '../../shared/language/percent.ts'
import { BehindLink } from './behind-link.tsx'
import { isNothing, markText, pointsText } from './numbers.ts'
import { PartBar } from './part-bar.tsx'
import type { Score } from './score-queries.ts'
import type { Opening } from './score-search.ts'

/** The whole in figures: each opens what is behind it. */
export function ScoreFigures({ score }: { score: Score }) {
  const { total } = score
  const { sites } = total
  return (
    <section aria-label={m['office.scores.whole']()} className="score-figures">
      <Whole score={score} />
      {sites.planned > 0 && (
        <Figure
          name={m['office.scores.coveredSites']()}
          opening={{ behind: 'all' }}
          foot={m['office.scores.covered']({ percent: String(percentOf(sites.visited, sites.planned)) })}
        >
          <strong>{formatCount(sites.visited)}</strong> / {formatCount(sites.planned)}
        </Figure>
      )}
      <Figure
        name={m['office.scores.observations']()}
        opening={{ behind: 'all' }}
        foot={
          total.problemCount > 0 && m['office.scores.problems']({ count: formatCount(total.problemCount) })
        }
      >
        <strong>{formatCount(total.observationCount)}</strong> {m['office.scores.unitRows']()}
      </Figure>
      {total.unresolvedCount > 0 && (
        <Figure
          name={m['office.scores.unresolved']()}
          opening={{ behind: 'all', node: 'none' }}
          foot={m['office.scores.unresolvedHint']()}
          tone="caution"
        >
          <strong>{formatCount(total.unresolvedCount)}</strong> {m['office.scores.unitRows']()}
        </Figure>
      )}
      <Beside score={score} />
    </section>
  )
}

type FigureProps = {
  name: string
  opening: Opening
  foot?: ReactNode
  tone?: 'caution'
  children: ReactNode
}

function Figure({ name, opening, foot, tone, children }: FigureProps) {
  return (
    <div className={`sheet figure${tone ? ` figure-${tone}` : ''}`}>
      <p className="figure-name">
        <BehindLink opening={opening}>{name}</BehindLink>
      </p>
      <p className="figure-value">{children}</p>
      {foot && <p className="figure-foot">{foot}</p>}
    </div>
  )
}

/** How many points were seen, and what part of all that is, in percent. */
function seenOf({ points, earned, lost }: Score['total']) {
  const seen = plus(readFraction(earned.fraction), readFraction(lost.fraction))
  const all = readFraction(points.fraction)
  const share = all.numerator === 0n ? ZERO : over(seen, all)
  return { points: roundedTo(seen, 2), percent: roundedTo(times(share, exactly(100)), 1) }
}

function Whole({ score }: { score: Score }) {
  const { total } = score
  const { rate, points, earned, lost, open } = total
  return (
    <div className="sheet figure figure-whole">
      <div className="whole-mark">
        <p className="figure-name">{m['office.scores.overall']()}</p>
        <p className="figure-value">
          <strong>{rate ? markText(rate) : '—'}</strong> {rate && m['office.scores.unitMark']()}
        </p>
      </div>
      <div className="whole-parts">
        <PartBar parts={total} label={m['office.scores.whole']()} />
        <ul className="part-legend">
          <Legend name="earned" value={pointsText(earned)} opening={{ behind: 'all' }} />
          <Legend
            name="lost"
            value={pointsText(lost)}
            opening={isNothing(lost) ? null : { behind: 'failed' }}
          />
          <Legend name="open" value={pointsText(open)} opening={null} />
          <li className="part-all">
            {m['office.scores.part.points']()} <strong>{pointsText(points)}</strong>
          </li>
        </ul>
        <p className="figure-foot">
          {rate ? m['office.scores.seen'](seenOf(total)) : m['office.scores.noRate']()}
        </p>
      </div>
    </div>
  )
}

type LegendProps = { name: 'earned' | 'lost' | 'open'; value: string; opening: Opening | null }

function Legend({ name, value, opening }: LegendProps) {
  const words = (
    <>
      <span className={`part-dot part-${name}`} aria-hidden="true" />
      {m[`office.scores.part.${name}`]()} <strong>{value}</strong>
    </>
  )
  return <li>{opening ? <BehindLink opening={opening}>{words}</BehindLink> : words}</li>
}

/** What stands beside the points and decides over them: veto items that happened, gates that were missed. */
function Beside({ score: { nodes } }: { score: Score }) {
  const broken = nodes.filter(({ passed }) => passed === false)
  if (broken.length === 0) return null
  return (
    <div className="notice notice-problem figures-beside" role="alert">
      <p className="notice-title">{m['office.scores.beside']()}</p>
      <ul>
        {broken.map(({ id, role, code, text, ruleText }) => (
          <li key={id}>
            <BehindLink opening={{ behind: 'failed', node: id }}>
              {code} {text}
            </BehindLink>
            {role === 'veto' ? m['office.scores.vetoHappened']() : m['office.scores.gateMissed']()}
            {ruleText}
          </li>
        ))}
      </ul>
    </div>
  )
}
