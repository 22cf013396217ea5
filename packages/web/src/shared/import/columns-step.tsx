import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { PlaceholderLines } from '../ui/placeholder-lines.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { ColumnTable } from './column-table.tsx'
import { DatumQuestion } from './datum-question.tsx'
import { asksForDatum, headersUsedTwice, missingFields, type Preview, unusedHeaders } from './file-columns.ts'
import { FileFacts, UnusedHeaders } from './file-facts.tsx'
import { type Choices, type ImportKind, usePreview } from './import-order.ts'
import { StepSheet } from './step-sheet.tsx'

type Props = {
  kind: ImportKind
  fileId: string
  /** What was settled before, when the reader comes back to this step. */
  settled: Choices | null
  onSettled: (choices: Choices) => void
  onOtherFile: () => void
}

/** Which column of the file is which field; read anew when another sheet is chosen. */
export function ColumnsStep({ kind, fileId, settled, onSettled, onOtherFile }: Props) {
  const [sheet, setSheet] = useState(settled?.sheet)
  const { data: preview, error } = usePreview(kind, fileId, sheet)
  const otherFile = <Button onClick={onOtherFile}>{m['office.import.otherFile']()}</Button>
  if (!preview) {
    return (
      <StepSheet title={m['office.import.columns.title']()}>
        {error ? (
          <ProblemNotice error={error} action={otherFile} />
        ) : (
          <>
            <p className="import-note">{m['office.import.reading']()}</p>
            <PlaceholderLines lines={6} />
          </>
        )}
      </StepSheet>
    )
  }
  if (preview.rowCount === 0 && preview.sheets.length < 2) {
    return (
      <StepSheet title={m['office.import.columns.title']()} actions={otherFile}>
        <div className="notice notice-problem" role="alert">
          <p className="notice-title">{m['office.import.columns.noRows']({ name: preview.fileName })}</p>
          <p>{m['office.import.columns.noRowsHint']()}</p>
        </div>
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
  preview: Preview
  before: Choices | null
  sheet: string | undefined
  onSheet: (sheet: string) => void
  onSettled: (choices: Choices) => void
  otherFile: ReactNode
}

function ColumnsForm({ preview, before, sheet, onSheet, onSettled, otherFile }: FormProps) {
  const [columns, setColumns] = useState(before?.columns ?? preview.columns)
  const [datum, setDatum] = useState(before?.datum ?? preview.datum)
  const [tried, setTried] = useState(false)
  const missing = missingFields(preview.fields, columns)
  const asksDatum = asksForDatum(preview, columns)
  const datumMissing = asksDatum && datum === null
  const goOn = () => {
    setTried(true)
    if (missing.length === 0 && !datumMissing) onSettled({ sheet, columns, datum: asksDatum ? datum : null })
  }
  return (
    <StepSheet
      title={m['office.import.columns.title']()}
      lead={m['office.import.columns.lead']()}
      actions={
        <>
          {otherFile}
          <Button type="primary" onClick={goOn}>
            {m['office.import.columns.next']()}
          </Button>
        </>
      }
    >
      <FileFacts preview={preview} sheet={sheet ?? preview.sheets[0] ?? ''} onSheet={onSheet}>
        {preview.remembered && <p className="import-remembered">{m['office.import.columns.remembered']()}</p>}
      </FileFacts>
      <ColumnTable
        preview={preview}
        columns={columns}
        onChange={setColumns}
        missing={new Set(tried ? missing.map(({ field }) => field) : [])}
      />
      {headersUsedTwice(columns).map((header) => (
        <p key={header} className="import-note">
          {m['office.import.columns.twice']({ header })}
        </p>
      ))}
      <UnusedHeaders headers={unusedHeaders(preview.headers, columns)} />
      {asksDatum && <DatumQuestion value={datum} onChange={setDatum} missing={tried && datumMissing} />}
    </StepSheet>
  )
}
