import { m } from '@chuangcheng/messages'
import { formatCount } from '../language/format.ts'
import { type Choices, type ImportKind, type ImportResult, sendImport } from './import-order.ts'
import { TrialStep } from './trial-step.tsx'

type Props = {
  kind: ImportKind
  fileId: string
  choices: Choices
  onBack: () => void
  onOtherFile: () => void
  onImported: (result: ImportResult) => void
}

/** Rows of a table tried: what would be added and changed. */
export function CheckStep({ kind, fileId, choices, ...ways }: Props) {
  return (
    <TrialStep
      {...ways}
      trialKey={['import-trial', kind, fileId, choices]}
      send={({ dryRun }) => sendImport(kind, { fileId, choices, dryRun })}
      isNothingNew={({ createdCount, changedCount }) => createdCount === 0 && changedCount === 0}
      tallies={(result) => <Tallies result={result} />}
    />
  )
}

function Tallies({ result }: { result: ImportResult }) {
  const rows = m['office.import.check.unit']()
  const places = m['office.import.check.unitPlaces']()
  const tallies = [
    { name: m['office.import.check.rows'](), count: result.rowCount, unit: rows },
    { name: m['office.import.check.created'](), count: result.createdCount, unit: rows },
    { name: m['office.import.check.changed'](), count: result.changedCount, unit: rows },
    { name: m['office.import.check.unchanged'](), count: result.unchangedCount, unit: rows },
    { name: m['office.import.check.errors'](), count: result.errorCount, unit: places, tone: 'alarm' },
    { name: m['office.import.check.warnings'](), count: result.warningCount, unit: places, tone: 'caution' },
  ]
  return (
    <dl className="import-tallies">
      {tallies.map(({ name, count, unit, tone }) => (
        <div key={name} className={tone && count > 0 ? `tally-${tone}` : undefined}>
          <dt>{name}</dt>
          <dd>
            <strong>{formatCount(count)}</strong> {unit}
          </dd>
        </div>
      ))}
    </dl>
  )
}
