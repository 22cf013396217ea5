import { m } from '@chuangcheng/messages'
import { formatCount } from '../../shared/language/format.ts'
import type { Version } from './framework-queries.ts'
import { pointsText } from './framework-words.ts'

type Tally = { term: string; value: string; detail?: string | undefined; tone?: 'alarm' | 'caution' | 'good' }

/** The version in numbers: its shape, its points against the total, what is special, what is still open. */
export function VersionTallies({ version, flawCount }: { version: Version; flawCount: number | undefined }) {
  const tallies = [...levelTallies(version), pointsTally(version), ...specialTallies(version)]
  if (version.state === 'draft') tallies.push(guessTally(version), ...flawTally(flawCount))
  return (
    <dl className="sheet version-tallies">
      {tallies.map(({ term, value, detail, tone }) => (
        <div key={term} className={tone && `tally-${tone}`}>
          <dt>{term}</dt>
          <dd>
            <strong>{value}</strong>
            {detail && <span> {detail}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const levelTallies = ({ levelNames, levelCounts }: Version): Tally[] =>
  levelNames.map((term, level) => ({ term, value: formatCount(levelCounts[level] ?? 0) }))

function pointsTally({ pointsSum, totalPoints }: Version): Tally {
  const term = m['office.frameworks.tally.points']()
  const value = pointsText(pointsSum)
  if (totalPoints === null) return { term, value, detail: m['office.frameworks.tally.noTotal']() }
  const detail = m['office.frameworks.tally.ofTotal']({ total: pointsText(totalPoints) })
  return { term, value, detail, tone: pointsSum === totalPoints ? 'good' : 'alarm' }
}

const specialTallies = (version: Version): Tally[] =>
  [
    { term: m['office.frameworks.tally.raised'](), count: version.raisedCount },
    { term: m['office.frameworks.tally.local'](), count: version.localCount },
    { term: m['office.frameworks.tally.bonus'](), count: version.bonusCount },
    { term: m['office.frameworks.tally.gate'](), count: version.gateCount },
    { term: m['office.frameworks.tally.veto'](), count: version.vetoCount },
  ]
    .filter(({ count }) => count > 0)
    .map(({ term, count }) => ({ term, value: formatCount(count) }))

const guessTally = ({ guessCount }: Version): Tally => ({
  term: m['office.frameworks.tally.guesses'](),
  value: formatCount(guessCount),
  tone: guessCount > 0 ? 'caution' : 'good',
})

const flawTally = (count: number | undefined): Tally[] =>
  count === undefined
    ? []
    : [
        {
          term: m['office.frameworks.tally.flaws'](),
          value: formatCount(count),
          tone: count > 0 ? 'alarm' : 'good',
        },
      ]
