import { m } from '@chuangcheng/messages'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { call } from '../../shared/api/client.ts'
import { ColumnTable } from '../../shared/import/column-table.tsx'
import { missingFields, unusedHeaders } from '../../shared/import/file-columns.ts'
import { FileFacts, UnusedHeaders } from '../../shared/import/file-facts.tsx'
import { StepSheet } from '../../shared/import/step-sheet.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import type { FileChoices, FrameworkPreview } from './import-order.ts'

type Props = {
  versionId: string
  fileId: string
  settled: FileChoices | null
  onSettled: (choices: FileChoices) => void
  onOtherFile: () => void
}

/** Which sheet, and which column of it is which level or field. */
export function ImportColumnsStep({ versionId, fileId, settled, onSettled, onOtherFile }: Props) {
  const [sheet, setSheet] = useState(settled?.sheet)
  const { data: preview, error } = useQuery({
    queryKey: ['framework-import-preview', versionId, fileId, sheet],
    queryFn: ({ signal }) =>
      call('previewFrameworkImport', {
        params: { id: versionId },
        body: { fileId, ...(sheet !== undefined && { sheet }) },
        signal,
      }),
    // A stored file does not change.
    staleTime: Number.POSITIVE_INFINITY,
  })
  const otherFile = <Button onClick={onOtherFile}>{m['office.import.otherFile']()}</Button>
  if (!preview) {
    return (
      <StepSheet title={m['office.import.columns.title']()}>
        {error ? <ProblemNotice error={error} action={otherFile} /> : <PlaceholderLines lines={6} />}
      </StepSheet>
    )
  }
  const before = settled?.sheet === sheet ? settled : null
  return (
    <ColumnsForm
      key={sheet ?? ''}
      preview={preview}
      before={before}
      sheet={sheet}
      onSheet={setSheet}
      onSettled={onSettled}
      otherFile={otherFile}
    />
  )
}

type FormProps = {
  preview: FrameworkPreview
  before: FileChoices | null
  sheet: string | undefined
  onSheet: (sheet: string) => void
  onSettled: (choices: FileChoices) => void
  otherFile: ReactNode
}

function ColumnsForm({ preview, before, sheet, onSheet, onSettled, otherFile }: FormProps) {
  const [columns, setColumns] = useState(before?.columns ?? preview.columns)
  const [tried, setTried] = useState(false)
  const missing = missingFields(preview.fields, columns)
  const goOn = () => {
    setTried(true)
    if (missing.length === 0) onSettled({ sheet, columns })
  }
  return (
    <StepSheet
      title={m['office.import.columns.title']()}
      lead={m['office.frameworks.import.columnsLead']()}
      actions={
        <>
          {otherFile}
          <Button type="primary" onClick={goOn}>
            {m['office.import.columns.next']()}
          </Button>
        </>
      }
    >
      <FileFacts preview={preview} sheet={sheet ?? preview.sheet ?? ''} onSheet={onSheet}>
        {preview.levelNames.length > 0 && (
          <p>{m['office.frameworks.import.levels']({ names: preview.levelNames.join(' → ') })}</p>
        )}
      </FileFacts>
      <ColumnTable
        preview={preview}
        columns={columns}
        onChange={setColumns}
        missing={new Set(tried ? missing.map(({ field }) => field) : [])}
      />
      <UnusedHeaders headers={unusedHeaders(preview.headers, columns)} />
    </StepSheet>
  )
}
