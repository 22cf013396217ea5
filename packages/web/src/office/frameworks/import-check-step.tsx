import { m } from '@chuangcheng/messages'
import { TrialStep } from '../../shared/import/trial-step.tsx'
import { formatCount } from '../../shared/language/format.ts'
import { pointsText } from './framework-words.ts'
import { type FileChoices, type ImportOutcome, sendImport } from './import-order.ts'

type Props = {
  versionId: string
  fileId: string
  choices: FileChoices
  onBack: () => void
  onOtherFile: () => void
  onImported: (outcome: ImportOutcome) => void
}

/** The tree as it would be, and what stands in its way. */
export function ImportCheckStep({ versionId, fileId, choices, ...ways }: Props) {
  return (
    <TrialStep
      {...ways}
      trialKey={['framework-import-trial', versionId, fileId, choices]}
      send={({ dryRun }) => sendImport({ versionId, fileId, choices, dryRun })}
      tallies={(outcome) => <Counts outcome={outcome} />}
    />
  )
}

/** The counts as they would be. */
function Counts({ outcome }: { outcome: ImportOutcome }) {
  const levels = outcome.levelNames.map((name, level) => ({
    term: name,
    value: formatCount(outcome.levelCounts[level] ?? 0),
  }))
  const counts = [
    ...levels,
    { term: m['office.frameworks.tally.points'](), value: pointsText(outcome.pointsSum) },
    { term: m['office.frameworks.tally.raised'](), value: formatCount(outcome.raisedCount) },
    { term: m['office.frameworks.import.duties'](), value: formatCount(outcome.dutyCount) },
  ]
  return (
    <dl className="version-tallies version-tallies-plain">
      {counts.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            <strong>{value}</strong>
          </dd>
        </div>
      ))}
    </dl>
  )
}
