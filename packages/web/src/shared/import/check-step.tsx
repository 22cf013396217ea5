import { m } from '@chuangcheng/messages'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { formatCount } from '../language/format.ts'
import { FindingsTable } from '../ui/findings-table.tsx'
import { PlaceholderLines } from '../ui/placeholder-lines.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { downloadFindings } from './findings-file.ts'
import { type Choices, type ImportKind, type ImportResult, sendImport } from './import-order.ts'
import { StepSheet } from './step-sheet.tsx'

type Props = {
  kind: ImportKind
  fileId: string
  choices: Choices
  onBack: () => void
  onOtherFile: () => void
  onImported: (result: ImportResult) => void
}

/** What the import would do, and what stands in its way. Nothing is written before the reader confirms. */
export function CheckStep({ kind, fileId, choices, onBack, onOtherFile, onImported }: Props) {
  const trial = useQuery({
    queryKey: ['import-trial', kind, fileId, choices],
    queryFn: () => sendImport(kind, { fileId, choices, dryRun: true }),
    // What the city holds may have changed since: every visit to this step tries anew.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const run = useMutation({
    mutationFn: () => sendImport(kind, { fileId, choices, dryRun: false }),
    onSuccess: (result) => {
      if (result.imported) onImported(result)
    },
  })
  // Somebody else may have changed the city between trial and import: then the import answers with findings.
  const refused = run.data && !run.data.imported ? run.data : null
  const result = refused ?? trial.data ?? null
  const isReady = result !== null && result.errorCount === 0 && !isNothingNew(result)
  return (
    <StepSheet
      title={m['office.import.check.title']()}
      actions={
        <>
          <Button onClick={onBack} disabled={run.isPending}>
            {m['office.import.back']()}
          </Button>
          {result !== null && !isReady && (
            <Button type="primary" onClick={onOtherFile}>
              {result.errorCount > 0 ? m['office.import.check.upload']() : m['office.import.otherFile']()}
            </Button>
          )}
          {isReady && (
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
      {result && <TrialResult result={result} />}
    </StepSheet>
  )
}

const isNothingNew = ({ createdCount, changedCount }: ImportResult): boolean =>
  createdCount === 0 && changedCount === 0

function TrialResult({ result }: { result: ImportResult }) {
  const { findings, errorCount, warningCount, fileName } = result
  return (
    <>
      <Verdict result={result} />
      <Tallies result={result} />
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

function Verdict({ result }: { result: ImportResult }) {
  const { errorCount, warningCount } = result
  if (errorCount > 0) {
    return (
      <div className="notice notice-problem" role="alert">
        <p className="notice-title">{m['office.import.check.wrong']({ count: formatCount(errorCount) })}</p>
        <p>{m['office.import.check.wrongHint']()}</p>
      </div>
    )
  }
  if (isNothingNew(result)) {
    return (
      <p className="notice notice-hint" role="status">
        {m['office.import.check.nothingNew']()}
      </p>
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
