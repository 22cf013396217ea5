import './import.css'
import '../ui/notice.css'
import type { Permission } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useMay } from '../session/session.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader, type Step } from '../ui/page-header.tsx'
import { CheckStep } from './check-step.tsx'
import { ColumnsStep } from './columns-step.tsx'
import { DoneStep } from './done-step.tsx'
import { FileStep } from './file-step.tsx'
import type { Choices, ImportKind, ImportResult } from './import-order.ts'
import { StepList } from './step-list.tsx'

type Props = {
  title: string
  kind: ImportKind
  /** The page one came from. */
  back: Step
  /** What is no longer true once the file is in. */
  invalidates: readonly QueryKey[]
  /** Links to what one does after the import. */
  next?: readonly Step[]
  /** Under the title: links to imports that belong together. */
  tabs?: ReactNode
}

/** How far an import has come; each step holds what the ones before it settled. */
type State =
  | { readonly step: 'file'; readonly again: boolean }
  | { readonly step: 'columns'; readonly fileId: string; readonly settled: Choices | null }
  | { readonly step: 'check'; readonly fileId: string; readonly settled: Choices }
  | { readonly step: 'done'; readonly result: ImportResult }

const PERMISSIONS: Readonly<Record<ImportKind, Permission>> = {
  Areas: 'area.import',
  AreaBoundaries: 'area.import',
  Organizations: 'organization.import',
  Users: 'user.import',
  SiteTypes: 'siteType.edit',
  Sites: 'site.import',
  Checklists: 'checklist.edit',
  Duties: 'duty.edit',
}

/** Brings a file into the city in four steps: choose it, say what its columns are, look at what would happen, import. */
export function ImportWizard(props: Props) {
  const { title, back, tabs } = props
  const allowed = useMay()(PERMISSIONS[props.kind])
  return (
    <>
      <PageHeader title={title} trail={[back]} />
      {allowed ? (
        <>
          {tabs}
          <Steps {...props} />
        </>
      ) : (
        <div className="sheet">
          <EmptyState title={m['office.import.notAllowed']()} hint={m['office.import.notAllowedHint']()} />
        </div>
      )}
    </>
  )
}

function Steps({ kind, invalidates, next = [] }: Props) {
  const [state, setState] = useState<State>({ step: 'file', again: false })
  const queries = useQueryClient()
  const startAgain = () => setState({ step: 'file', again: true })
  const finish = (result: ImportResult) => {
    for (const queryKey of [...invalidates, ['workbench']]) void queries.invalidateQueries({ queryKey })
    setState({ step: 'done', result })
  }
  return (
    <div className="import">
      <StepList current={state.step} />
      {state.step === 'file' && (
        <FileStep
          kind={kind}
          again={state.again}
          onStored={({ id }) => setState({ step: 'columns', fileId: id, settled: null })}
        />
      )}
      {state.step === 'columns' && (
        <ColumnsStep
          kind={kind}
          fileId={state.fileId}
          settled={state.settled}
          onSettled={(settled) => setState({ step: 'check', fileId: state.fileId, settled })}
          onOtherFile={startAgain}
        />
      )}
      {state.step === 'check' && (
        <CheckStep
          kind={kind}
          fileId={state.fileId}
          choices={state.settled}
          onBack={() => setState({ ...state, step: 'columns' })}
          onOtherFile={startAgain}
          onImported={finish}
        />
      )}
      {state.step === 'done' && <DoneStep result={state.result} next={next} onAgain={startAgain} />}
    </div>
  )
}
