import DeleteOutlined from '@ant-design/icons/DeleteOutlined'
import { m } from '@chuangcheng/messages'
import { Button } from 'antd'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { StepSheet } from '../../shared/import/step-sheet.tsx'
import { formatCount, formatMoment } from '../../shared/language/format.ts'
import { UploadBox } from '../../shared/ui/upload-box.tsx'
import {
  NewRoundFields,
  type NewRoundValues,
  newRoundFlaw,
  roundChoice,
  useNewRound,
  usualNewRound,
} from './new-round.tsx'
import { type FilesSettled, type StoredFile, useImportedSheets } from './order.ts'

type Props = {
  roundId: string | undefined
  settled: FilesSettled | null
  onSettled: (settled: FilesSettled) => void
}

/** What is uploaded, and which round it goes into. */
export function FilesStep({ roundId, settled, onSettled }: Props) {
  const [files, setFiles] = useState<readonly StoredFile[]>(settled?.files ?? [])
  // Made once: sending again after a cut connection must not make a second round.
  const [newRoundId] = useState(() => settled?.round.roundId ?? newId())
  const [values, setValues] = useState<NewRoundValues>(() => usualNewRound(settled?.round))
  const [tried, setTried] = useState(false)
  const { choices, complete } = useNewRound(values)
  const flaw = roundId === undefined ? newRoundFlaw(complete) : null
  const goOn = () => {
    setTried(true)
    if (files.length === 0 || flaw !== null) return
    onSettled({ files, round: roundId === undefined ? roundChoice(newRoundId, complete) : { roundId } })
  }
  return (
    <StepSheet
      title={m['office.observations.import.files.title']()}
      lead={m['office.observations.import.files.lead']()}
      takesFocus={settled !== null}
      actions={
        <Button type="primary" onClick={goOn}>
          {m['office.observations.import.files.next']()}
        </Button>
      }
    >
      {roundId === undefined && (
        <NewRoundFields choices={choices} values={complete} onChange={setValues} flaw={tried ? flaw : null} />
      )}
      <ImportedBefore roundId={roundId} />
      <FileList files={files} onRemove={(id) => setFiles(files.filter((file) => file.id !== id))} />
      <UploadBox
        label={
          files.length === 0
            ? m['office.import.file.label']()
            : m['office.observations.import.files.another']()
        }
        hint={m['office.observations.import.files.hint']()}
        accept=".xlsx,.csv"
        onStored={({ id, name }) => setFiles((before) => [...before, { id, name }])}
      />
      {tried && files.length === 0 && (
        <p className="import-missing" role="alert">
          {m['office.observations.import.files.none']()}
        </p>
      )}
    </StepSheet>
  )
}

function FileList({ files, onRemove }: { files: readonly StoredFile[]; onRemove: (id: string) => void }) {
  if (files.length === 0) return null
  return (
    <ul className="sheet-files" aria-label={m['office.observations.import.files.list']()}>
      {files.map(({ id, name }) => (
        <li key={id}>
          <span>{name}</span>
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={`${m['office.observations.import.files.remove']()} ${name}`}
            onClick={() => onRemove(id)}
          />
        </li>
      ))}
    </ul>
  )
}

/** What the round has already: whoever uploads a corrected sheet wants to know. */
function ImportedBefore({ roundId }: { roundId: string | undefined }) {
  const sheets = useImportedSheets(roundId).data?.items ?? []
  if (sheets.length === 0) return null
  return (
    <div className="notice notice-hint">
      <p className="notice-title">{m['office.observations.import.files.before']()}</p>
      <ul>
        {sheets.map(({ id, file, sheet, observationCount, currentCount, importedAt }) => (
          <li key={id}>
            {m['office.observations.import.files.beforeRow']({
              time: formatMoment(importedAt),
              file: sheet === null ? file : `${file}（${sheet}）`,
              count: formatCount(observationCount),
              current: formatCount(currentCount),
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}
