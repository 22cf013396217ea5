import '../../shared/import/import.css'
import '../../shared/ui/notice.css'
import './observation-imports.css'
import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { StepList, type WizardStep } from '../../shared/import/step-list.tsx'
import { useMay } from '../../shared/session/session.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { CheckStep } from './check-step.tsx'
import { ColumnsStep } from './columns-step.tsx'
import { DoneStep } from './done-step.tsx'
import { FilesStep } from './files-step.tsx'
import { NamesStep } from './names-step.tsx'
import type { ColumnsSettled, FilesSettled, NamesSettled, Outcome } from './order.ts'

const STEPS: readonly WizardStep[] = ['file', 'columns', 'names', 'check', 'done']

/** A third party's sheets into a round that is there. */
export function RoundImportPage() {
  const { id } = getRouteApi('/frame/rounds/$id/import').useParams()
  return <ImportPage roundId={id} />
}

/** The same into a round that is made for them. */
export function NewRoundImportPage() {
  return <ImportPage />
}

function ImportPage({ roundId }: { roundId?: string }) {
  const mayImport = useMay()('observation.import')
  const trail = [{ label: m['office.nav.rounds'](), link: { to: '/rounds' } as const }]
  return (
    <>
      <PageHeader
        title={m['office.observations.import.title']()}
        lead={m['office.observations.import.lead']()}
        trail={trail}
      />
      {mayImport ? (
        <Steps {...(roundId !== undefined && { roundId })} />
      ) : (
        <div className="sheet">
          <EmptyState title={m['office.import.notAllowed']()} hint={m['office.import.notAllowedHint']()} />
        </div>
      )}
    </>
  )
}

type Settled = {
  readonly files?: FilesSettled
  readonly columns?: ColumnsSettled
  readonly names?: NamesSettled
  readonly outcome?: Outcome
}

function Steps({ roundId }: { roundId?: string }) {
  const [step, setStep] = useState<WizardStep>('file')
  const [settled, setSettled] = useState<Settled>({})
  const queries = useQueryClient()
  const { files, columns, names, outcome } = settled
  const settle = (more: Settled, next: WizardStep) => {
    setSettled({ ...settled, ...more })
    setStep(next)
  }
  const startAgain = () => {
    setSettled({})
    setStep('file')
  }
  return (
    <div className="import">
      <StepList current={step} steps={STEPS} />
      {step === 'file' && (
        <FilesStep
          roundId={roundId}
          settled={files ?? null}
          onSettled={(chosen) => settle({ files: chosen }, 'columns')}
        />
      )}
      {step === 'columns' && files && (
        <ColumnsStep
          files={files.files}
          settled={columns ?? null}
          onSettled={(chosen) => settle({ columns: chosen }, 'names')}
          onBack={() => setStep('file')}
        />
      )}
      {step === 'names' && files && columns && (
        <NamesStep
          round={files.round}
          columns={columns}
          settled={names ?? null}
          onSettled={(chosen) => settle({ names: chosen }, 'check')}
          onBack={() => setStep('columns')}
        />
      )}
      {step === 'check' && files && columns && names && (
        <CheckStep
          order={{ round: files.round, columns, names }}
          onBack={() => setStep(names.decisions.length > 0 ? 'names' : 'columns')}
          onOtherFile={startAgain}
          onImported={(done) => {
            void queries.invalidateQueries()
            settle({ outcome: done }, 'done')
          }}
        />
      )}
      {step === 'done' && outcome && <DoneStep outcome={outcome} onAgain={startAgain} />}
    </div>
  )
}
