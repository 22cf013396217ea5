import { m } from '@chuangcheng/messages'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { downloadFindings } from '../../shared/import/findings-file.ts'
import { StepSheet } from '../../shared/import/step-sheet.tsx'
import { formatCount } from '../../shared/language/format.ts'
import { FindingsTable } from '../../shared/ui/findings-table.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
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

/** The tree as it would be, and what stands in its way. Nothing is written before the reader confirms. */
export function ImportCheckStep({ versionId, fileId, choices, onBack, onOtherFile, onImported }: Props) {
  const trial = useQuery({
    queryKey: ['framework-import-trial', versionId, fileId, choices],
    queryFn: () => sendImport({ versionId, fileId, choices, dryRun: true }),
    // What the city holds may have changed since: every visit to this step tries anew.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const run = useMutation({
    mutationFn: () => sendImport({ versionId, fileId, choices, dryRun: false }),
    onSuccess: (outcome) => {
      if (outcome.imported) onImported(outcome)
    },
  })
  const refused = run.data && !run.data.imported ? run.data : null
  const outcome = refused ?? trial.data ?? null
  const ready = outcome !== null && outcome.errorCount === 0
  return (
    <StepSheet
      title={m['office.import.check.title']()}
      actions={
        <>
          <Button onClick={onBack} disabled={run.isPending}>
            {m['office.import.back']()}
          </Button>
          {outcome !== null && !ready && (
            <Button type="primary" onClick={onOtherFile}>
              {m['office.import.check.upload']()}
            </Button>
          )}
          {ready && (
            <Button type="primary" loading={run.isPending} onClick={() => run.mutate()}>
              {run.isPending ? m['office.import.check.running']() : m['office.import.check.run']()}
            </Button>
          )}
        </>
      }
    >
      <ProblemNotice error={run.error ?? trial.error} />
      {trial.isPending && (
        <div role="status">
          <p className="import-note">{m['office.import.check.working']()}</p>
          <PlaceholderLines lines={4} />
        </div>
      )}
      {outcome && <Outcome outcome={outcome} />}
    </StepSheet>
  )
}

function Outcome({ outcome }: { outcome: ImportOutcome }) {
  const { findings, errorCount, warningCount, fileName } = outcome
  return (
    <>
      <Verdict outcome={outcome} />
      <Counts outcome={outcome} />
      {findings.length > 0 && (
        <div className="import-findings">
          <div className="import-findings-head">
            <h3>{m['office.findings.title']()}</h3>
            <Button size="small" onClick={() => downloadFindings(fileName, findings)}>
              {m['office.import.check.download']()}
            </Button>
          </div>
          <FindingsTable findings={findings} total={errorCount + warningCount} />
        </div>
      )}
    </>
  )
}

function Verdict({ outcome: { errorCount, warningCount } }: { outcome: ImportOutcome }) {
  if (errorCount > 0) {
    return (
      <div className="notice notice-problem" role="alert">
        <p className="notice-title">{m['office.import.check.wrong']({ count: formatCount(errorCount) })}</p>
        <p>{m['office.import.check.wrongHint']()}</p>
      </div>
    )
  }
  return (
    <p className={warningCount > 0 ? 'notice notice-hint' : 'notice notice-done'} role="status">
      {warningCount > 0
        ? m['office.import.check.warningsOnly']({ count: formatCount(warningCount) })
        : m['office.import.check.clean']()}
    </p>
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
