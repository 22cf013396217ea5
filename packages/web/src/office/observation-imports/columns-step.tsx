import { m } from '@chuangcheng/messages'
import { useQueries } from '@tanstack/react-query'
import { Button, Input, InputNumber } from 'antd'
import { useId, useState } from 'react'
import { ColumnTable } from '../../shared/import/column-table.tsx'
import { type Columns, missingFields, unusedHeaders } from '../../shared/import/file-columns.ts'
import { UnusedHeaders } from '../../shared/import/file-facts.tsx'
import { StepSheet } from '../../shared/import/step-sheet.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { ListsQuestion } from './lists-question.tsx'
import {
  type ChosenSheet,
  type ColumnsSettled,
  previewQuery,
  type SheetPreview,
  type StoredFile,
} from './order.ts'
import { SheetChoice } from './sheet-choice.tsx'

type Props = {
  files: readonly StoredFile[]
  settled: ColumnsSettled | null
  onSettled: (settled: ColumnsSettled) => void
  onBack: () => void
}

/** Sheets of the same headers: their columns are settled once for all of them. */
type Group = { readonly key: string; readonly preview: SheetPreview; readonly sheets: readonly ChosenSheet[] }

const keyOf = ({ headers }: SheetPreview): string => headers.join('\n')

function groupsOf(chosen: readonly ChosenSheet[], previews: readonly SheetPreview[]): Group[] {
  const groups = new Map<string, { key: string; preview: SheetPreview; sheets: ChosenSheet[] }>()
  for (const [at, preview] of previews.entries()) {
    const sheet = chosen[at]
    if (!sheet) continue
    const key = keyOf(preview)
    const known = groups.get(key)
    if (known) known.sheets.push(sheet)
    else groups.set(key, { key, preview, sheets: [sheet] })
  }
  return [...groups.values()]
}

/** Which sheets, what their columns are, and what it is that they list. */
export function ColumnsStep({ files, settled, onSettled, onBack }: Props) {
  const [chosen, setChosen] = useState<readonly ChosenSheet[]>(
    () =>
      settled?.sheets.map(({ fileId, sheet }) => ({ fileId, sheet })) ??
      files.map(({ id }) => ({ fileId: id, sheet: undefined })),
  )
  const firsts = useQueries({ queries: files.map(({ id }) => previewQuery(id, undefined)) })
  const reads = useQueries({ queries: chosen.map(({ fileId, sheet }) => previewQuery(fileId, sheet)) })
  const all = [...firsts, ...reads]
  const error = all.find((one) => one.error)?.error
  const back = <Button onClick={onBack}>{m['office.import.back']()}</Button>
  if (error || all.some(({ data }) => data === undefined)) {
    return (
      <StepSheet title={m['office.observations.import.columns.title']()} actions={back}>
        {error ? (
          <ProblemNotice error={error} />
        ) : (
          <>
            <p className="import-note">{m['office.import.reading']()}</p>
            <PlaceholderLines lines={6} />
          </>
        )}
      </StepSheet>
    )
  }
  const previews = reads.flatMap(({ data }) => data ?? [])
  return (
    <ColumnsForm
      workbooks={firsts.flatMap(({ data }, at) =>
        data ? [{ fileId: files[at]?.id ?? '', preview: data }] : [],
      )}
      chosen={chosen}
      onChosen={setChosen}
      groups={groupsOf(chosen, previews)}
      settled={settled}
      onSettled={onSettled}
      onBack={onBack}
    />
  )
}

type FormProps = {
  workbooks: readonly { readonly fileId: string; readonly preview: SheetPreview }[]
  chosen: readonly ChosenSheet[]
  onChosen: (chosen: readonly ChosenSheet[]) => void
  groups: readonly Group[]
} & Pick<Props, 'settled' | 'onSettled' | 'onBack'>

const sheetName = ({ preview, sheets }: Group): string =>
  [preview.fileName, ...sheets.flatMap(({ sheet }) => sheet ?? [])].join(' ')

function ColumnsForm({ workbooks, chosen, onChosen, groups, settled, onSettled, onBack }: FormProps) {
  const [columns, setColumns] = useState<Readonly<Record<string, Columns>>>({})
  const [lists, setLists] = useState(settled?.lists ?? null)
  const [points, setPoints] = useState(settled?.pointsPerSubItem ?? 1)
  const [series, setSeries] = useState(settled?.series ?? '')
  const [tried, setTried] = useState(false)
  const columnsOf = ({ key, preview, sheets: [first] }: Group): Columns =>
    columns[key] ??
    settled?.sheets.find(({ fileId, sheet }) => fileId === first?.fileId && sheet === first?.sheet)
      ?.columns ??
    preview.columns
  const missingOf = (group: Group) => missingFields(group.preview.fields, columnsOf(group))
  const hasOrganizations = groups.some((group) => Boolean(columnsOf(group).organization1))
  const goOn = () => {
    setTried(true)
    if (lists === null || groups.length === 0 || groups.some((group) => missingOf(group).length > 0)) return
    const sheets = groups.flatMap((group) =>
      group.sheets.map(({ fileId, sheet }) => ({
        fileId,
        ...(sheet !== undefined && { sheet }),
        columns: columnsOf(group),
      })),
    )
    onSettled({ sheets, lists, pointsPerSubItem: points, series: series.trim(), hasOrganizations })
  }
  return (
    <StepSheet
      title={m['office.observations.import.columns.title']()}
      lead={m['office.observations.import.columns.lead']()}
      actions={
        <>
          <Button onClick={onBack}>{m['office.import.back']()}</Button>
          <Button type="primary" onClick={goOn}>
            {m['office.observations.import.columns.next']()}
          </Button>
        </>
      }
    >
      <SheetChoice workbooks={workbooks} chosen={chosen} onChosen={onChosen} />
      {tried && groups.length === 0 && (
        <p className="import-missing" role="alert">
          {m['office.observations.import.columns.noSheets']()}
        </p>
      )}
      {groups.map((group) => (
        <section key={group.key} className="sheet-columns">
          {groups.length > 1 && (
            <h3>{m['office.observations.import.columns.group']({ sheets: sheetName(group) })}</h3>
          )}
          {group.preview.remembered && (
            <p className="import-remembered">{m['office.import.columns.remembered']()}</p>
          )}
          <ColumnTable
            preview={group.preview}
            columns={columnsOf(group)}
            onChange={(changed) => setColumns({ ...columns, [group.key]: changed })}
            missing={new Set(tried ? missingOf(group).map(({ field }) => field) : [])}
          />
          <UnusedHeaders headers={unusedHeaders(group.preview.headers, columnsOf(group))} />
        </section>
      ))}
      <p className="import-note">
        {hasOrganizations
          ? m['office.observations.import.organizations.column']()
          : m['office.observations.import.organizations.duties']()}
      </p>
      <ListsQuestion value={lists} onChange={setLists} missing={tried && lists === null} />
      <Counting points={points} onPoints={setPoints} series={series} onSeries={setSeries} />
    </StepSheet>
  )
}

type CountingProps = {
  points: number
  onPoints: (points: number) => void
  series: string
  onSeries: (series: string) => void
}

/** What few have to say: another number of points, and whose serial numbers these are. */
function Counting({ points, onPoints, series, onSeries }: CountingProps) {
  const id = useId()
  return (
    <div className="counting-fields">
      <div>
        <label htmlFor={`${id}-points`}>{m['office.observations.import.points']()}</label>
        <InputNumber<number>
          id={`${id}-points`}
          min={0.01}
          max={1000}
          value={points}
          onChange={(changed) => onPoints(changed ?? 1)}
        />
        <span className="import-note">{m['office.observations.import.pointsHint']()}</span>
      </div>
      <div>
        <label htmlFor={`${id}-series`}>{m['office.observations.import.series']()}</label>
        <Input
          id={`${id}-series`}
          value={series}
          maxLength={40}
          onChange={({ target }) => onSeries(target.value)}
        />
        <span className="import-note">{m['office.observations.import.seriesHint']()}</span>
      </div>
    </div>
  )
}
