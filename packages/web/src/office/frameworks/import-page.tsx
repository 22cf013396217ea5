import '../../shared/import/import.css'
import '../../shared/ui/notice.css'
import './frameworks.css'
import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { addressOf } from '../../shared/api/client.ts'
import { StepList } from '../../shared/import/step-list.tsx'
import { StepSheet } from '../../shared/import/step-sheet.tsx'
import { formatCount } from '../../shared/language/format.ts'
import { useMay } from '../../shared/session/session.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { LinkButton } from '../../shared/ui/link-button.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { UploadBox } from '../../shared/ui/upload-box.tsx'
import { forgetFrameworks, useVersion } from './framework-queries.ts'
import { ImportCheckStep } from './import-check-step.tsx'
import { ImportColumnsStep } from './import-columns-step.tsx'
import type { FileChoices, ImportOutcome } from './import-order.ts'

type State =
  | { readonly step: 'file'; readonly again: boolean }
  | { readonly step: 'columns'; readonly fileId: string; readonly settled: FileChoices | null }
  | { readonly step: 'check'; readonly fileId: string; readonly settled: FileChoices }
  | { readonly step: 'done'; readonly outcome: ImportOutcome }

/** Brings a workbook in as the tree of a draft: choose it, say what its columns are, look, import. */
export function FrameworkImportPage() {
  const { versionId } = getRouteApi('/frame/frameworks/$versionId/import').useParams()
  const version = useVersion(versionId).data
  const mayEdit = useMay()('framework.edit')
  const title = m['office.frameworks.import.open']()
  const refused = !mayEdit || (version && version.state !== 'draft')
  return (
    <>
      <PageHeader
        title={title}
        trail={[
          { label: m['office.frameworks.title'](), link: { to: '/frameworks' } },
          {
            label: version
              ? m['office.frameworks.versionTitle']({ name: version.frameworkName, label: version.label })
              : '…',
            link: { to: '/frameworks/$versionId', params: { versionId } },
          },
        ]}
        actions={
          <Button href={addressOf('getFrameworkTemplate')} download>
            {m['office.frameworks.template']()}
          </Button>
        }
      />
      {refused ? (
        <div className="sheet">
          <EmptyState
            title={mayEdit ? m['office.frameworks.import.notDraft']() : m['office.import.notAllowed']()}
            hint={
              mayEdit ? m['office.frameworks.import.notDraftHint']() : m['office.import.notAllowedHint']()
            }
          />
        </div>
      ) : (
        <Steps versionId={versionId} replaces={(version?.criterionCount ?? 0) > 0} />
      )}
    </>
  )
}

function Steps({ versionId, replaces }: { versionId: string; replaces: boolean }) {
  const [state, setState] = useState<State>({ step: 'file', again: false })
  const queries = useQueryClient()
  const startAgain = () => setState({ step: 'file', again: true })
  const finish = (outcome: ImportOutcome) => {
    void forgetFrameworks(queries)
    setState({ step: 'done', outcome })
  }
  return (
    <div className="import">
      <StepList current={state.step} />
      {state.step === 'file' && (
        <StepSheet
          title={m['office.import.file.title']()}
          lead={m['office.import.file.promise']()}
          takesFocus={state.again}
        >
          {replaces && <p className="notice notice-hint">{m['office.frameworks.import.replaces']()}</p>}
          <UploadBox
            label={m['office.import.file.label']()}
            hint={m['office.frameworks.import.fileHint']()}
            accept=".xlsx,.csv"
            onStored={({ id }) => setState({ step: 'columns', fileId: id, settled: null })}
          />
        </StepSheet>
      )}
      {state.step === 'columns' && (
        <ImportColumnsStep
          versionId={versionId}
          fileId={state.fileId}
          settled={state.settled}
          onSettled={(settled) => setState({ step: 'check', fileId: state.fileId, settled })}
          onOtherFile={startAgain}
        />
      )}
      {state.step === 'check' && (
        <ImportCheckStep
          versionId={versionId}
          fileId={state.fileId}
          choices={state.settled}
          onBack={() => setState({ ...state, step: 'columns' })}
          onOtherFile={startAgain}
          onImported={finish}
        />
      )}
      {state.step === 'done' && <Done versionId={versionId} outcome={state.outcome} />}
    </div>
  )
}

function Done({ versionId, outcome }: { versionId: string; outcome: ImportOutcome }) {
  const params = { versionId }
  return (
    <StepSheet
      title={m['office.import.done.title']()}
      actions={
        <>
          <LinkButton to="/frameworks/$versionId" params={params}>
            {m['office.frameworks.import.look']()}
          </LinkButton>
          <LinkButton prominent to="/frameworks/$versionId/guide" params={params}>
            {m['office.frameworks.guide.open']()}
          </LinkButton>
        </>
      }
    >
      <p className="notice notice-done" role="status">
        {m['office.frameworks.import.done']({
          name: outcome.fileName,
          shape: outcome.levelCounts.map(formatCount).join(' / '),
          duties: formatCount(outcome.dutyCount),
        })}
      </p>
    </StepSheet>
  )
}
