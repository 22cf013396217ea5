import './photos.css'
import CameraOutlined from '@ant-design/icons/CameraOutlined'
import CloseOutlined from '@ant-design/icons/CloseOutlined'
import ReloadOutlined from '@ant-design/icons/ReloadOutlined'
import { m } from '@chuangcheng/messages'
import { useEffect, useId, useRef } from 'react'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { type PhotoUpload, usePhotoUploads } from './use-photo-uploads.ts'

type Props = {
  /** what is photographed, for those who cannot see the card around it */
  label: string
  /** why a photo is taken (照片用途) */
  purpose: string
  missing: boolean
  photoIds: readonly string[]
  most: number
  /** where a stored photo is shown small */
  thumbnailOf: (id: string) => string
  onAdd: (id: string) => void
  onRemove: (id: string) => void
  /** told how many are on their way or did not arrive */
  onBusy: (count: number) => void
}

/** Takes photos and sends them up at once; says what they are for. */
export function PhotoField(props: Props) {
  const { label, purpose, missing, photoIds, most, thumbnailOf, onAdd, onRemove, onBusy } = props
  const id = useId()
  const { uploads, add, again, drop } = usePhotoUploads(onAdd)
  const tell = useRef(onBusy)
  useEffect(() => {
    tell.current = onBusy
  })
  useEffect(() => {
    tell.current(uploads.length)
  }, [uploads.length])
  // A card that fails no longer takes its photos with it.
  useEffect(
    () => () => {
      tell.current(0)
    },
    [],
  )
  const room = most - photoIds.length - uploads.length
  const failed = uploads.find(({ error }) => error !== null)
  return (
    <fieldset className="photo-field">
      <legend className={missing ? 'photo-purpose photo-missing' : 'photo-purpose'}>
        {missing
          ? m['office.photo.needed']({ purpose: purpose || '—' })
          : m['office.photo.purpose']({ purpose: purpose || '—' })}
      </legend>
      <ul className="photo-tiles">
        {photoIds.map((photoId, place) => (
          <li key={photoId} className="photo-tile">
            <img src={thumbnailOf(photoId)} alt={m['office.photo.numbered']({ number: place + 1, label })} />
            <button
              type="button"
              className="photo-remove"
              aria-label={m['office.photo.remove']({ number: place + 1 })}
              onClick={() => onRemove(photoId)}
            >
              <CloseOutlined aria-hidden="true" />
            </button>
          </li>
        ))}
        {uploads.map((upload) => (
          <Upload
            key={upload.key}
            upload={upload}
            onAgain={() => again(upload)}
            onDrop={() => drop(upload.key)}
          />
        ))}
        {room > 0 && (
          <li className="photo-tile">
            <label htmlFor={id} className="photo-add">
              <CameraOutlined aria-hidden="true" />
              <span>{photoIds.length === 0 ? m['office.photo.take']() : m['office.photo.more']()}</span>
              <input
                id={id}
                type="file"
                accept="image/*"
                multiple
                aria-label={m['office.photo.takeOf']({ label })}
                onChange={(event) => {
                  add([...(event.target.files ?? [])].slice(0, room))
                  event.target.value = ''
                }}
              />
            </label>
          </li>
        )}
      </ul>
      {failed && <ProblemNotice error={failed.error} />}
    </fieldset>
  )
}

type UploadProps = { upload: PhotoUpload; onAgain: () => void; onDrop: () => void }

function Upload({ upload, onAgain, onDrop }: UploadProps) {
  if (upload.error === null) {
    return (
      <li className="photo-tile photo-rising">
        <progress value={upload.share} max={1} aria-label={m['office.upload.progress']()} />
        <span>{Math.round(upload.share * 100)}%</span>
      </li>
    )
  }
  return (
    <li className="photo-tile photo-failed">
      <button type="button" className="photo-again" onClick={onAgain}>
        <ReloadOutlined aria-hidden="true" />
        <span>{m['office.photo.again']()}</span>
      </button>
      <button type="button" className="photo-remove" aria-label={m['office.photo.drop']()} onClick={onDrop}>
        <CloseOutlined aria-hidden="true" />
      </button>
    </li>
  )
}
