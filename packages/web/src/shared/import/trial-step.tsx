import { m } from '@chuangcheng/messages'
import { type QueryKey, useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { formatCount } from '../language/format.ts'
import { FindingsTable } from '../ui/findings-table.tsx'
import { PlaceholderLines } from '../ui/placeholder-lines.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { downloadFindings } from './findings-file.ts'
import type { ImportResult } from './import-order.ts'
import { StepSheet } from './step-sheet.tsx'

/** What every import answers, whatever it counts beside. */
type Trial = Pick<ImportResult, 'fileName' | 'imported' | 'errorCount' | 'warningCount' | 'findings'>

type Props<T extends Trial> = {
  trialKey: QueryKey
  send: (order: { dryRun: boolean }) => Promise<T>
  /** the file says nothing that does not stand already */
  isNothingNew?: (trial: T) => boolean
  tallies: (trial: T) => ReactNode
  onBack: () => void
  onOtherFile: () => void
  onImported: (result: T) => void
}

const never = (): boolean => false

/** What an import would do, and what stands in its way. Nothing is written before the reader confirms. */
export function TrialStep<T extends Trial>({
  trialKey,
  send,
  isNothingNew = never,
  tallies,
  onBack,
  onOtherFile,
  onImported,
}: Props<T>) {
  const trial = useQuery({
    queryKey: trialKey,
    queryFn: () => send({ dryRun: true }),
    // What the city holds may have changed since: every visit to this step tries anew.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const run = useMutation({
    mutationFn: () => send({ dryRun: false }),
    onSuccess: (result) => {
      if (result.imported) onImported(result)
    },
  })
  // Somebody else may have changed the city between trial and import: then the import answers with findings.
  const refused = run.data && !run.data.imported ? run.data : null
  const result = refused ?? trial.data ?? null
  const nothingNew = result !== null && isNothingNew(result)
  const isReady = result !== null && result.errorCount === 0 && !nothingNew
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
      {result && (
        <>
          <Verdict result={result} nothingNew={nothingNew} />
          {tallies(result)}
          <Findings result={result} />
        </>
      )}
    </StepSheet>
  )
}

function Findings({ result: { findings, errorCount, warningCount, fileName } }: { result: Trial }) {
  if (findings.length === 0) return null
  return (
    <div className="import-findings">
      <div className="import-findings-head">
        <h3>{m['office.findings.title']()}</h3>
        <Button size="small" onClick={() => downloadFindings(fileName, findings)}>
          {m['office.import.check.download']()}
        </Button>
      </div>
      <FindingsTable findings={findings} total={errorCount + warningCount} />
    </div>
  )
}

function Verdict({
  result: { errorCount, warningCount },
  nothingNew,
}: {
  result: Trial
  nothingNew: boolean
}) {
  if (errorCount > 0) {
    return (
      <div className="notice notice-problem" role="alert">
        <p className="notice-title">{m['office.import.check.wrong']({ count: formatCount(errorCount) })}</p>
        <p>{m['office.import.check.wrongHint']()}</p>
      </div>
    )
  }
  if (nothingNew) {
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
