import './upload-box.css'
import InboxOutlined from '@ant-design/icons/InboxOutlined'
import { m } from '@chuangcheng/messages'
import { useMutation } from '@tanstack/react-query'
import { type DragEvent, useId, useState } from 'react'
import type { Response } from '../api/client.ts'
import { uploadFile } from '../api/upload.ts'
import { ProblemNotice } from './problem-notice.tsx'

type Props = {
  label: string
  /** Which files, in words the reader understands. */
  hint: string
  /** As of `<input accept>`: ".xlsx,.csv". */
  accept: string
  onStored: (file: Response<'uploadFile'>) => void
}

/** A place to drop a file or choose one; stores it and says how far it is. */
export function UploadBox({ label, hint, accept, onStored }: Props) {
  const id = useId()
  const [over, setOver] = useState(false)
  const [share, setShare] = useState(0)
  const storing = useMutation({
    mutationFn: (file: File) => uploadFile(file, { onProgress: setShare }),
    onSuccess: onStored,
  })
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (!file || storing.isPending) return
    setShare(0)
    storing.mutate(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <div className="upload">
      <label
        htmlFor={id}
        className={over ? 'upload-box upload-over' : 'upload-box'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <InboxOutlined className="upload-icon" aria-hidden="true" />
        <span className="upload-label">{label}</span>
        <span className="upload-hint">{hint}</span>
        <input
          id={id}
          type="file"
          className="upload-input"
          accept={accept}
          disabled={storing.isPending}
          onChange={(event) => {
            take(event.target.files)
            // Choosing the same file again, after it was corrected, must count as a choice.
            event.target.value = ''
          }}
        />
      </label>
      {storing.isPending && (
        <div className="upload-progress">
          <progress value={share} max={1} aria-label={m['office.upload.progress']()} />
          <span>
            {m['office.upload.working']({ name: storing.variables.name, percent: Math.round(share * 100) })}
          </span>
        </div>
      )}
      <ProblemNotice error={storing.error} />
    </div>
  )
}
