import './photos.css'
import CloseOutlined from '@ant-design/icons/CloseOutlined'
import LeftOutlined from '@ant-design/icons/LeftOutlined'
import RightOutlined from '@ant-design/icons/RightOutlined'
import { m } from '@chuangcheng/messages'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

export type Photo = { readonly id: string; readonly small: string; readonly large: string }

/** Photos side by side; one opens large, the others are a key or a press away. */
export function PhotoWall({ label, photos }: { label: string; photos: readonly Photo[] }) {
  const [shown, setShown] = useState<number | null>(null)
  return (
    <>
      <ul className="photo-tiles">
        {photos.map((photo, place) => (
          <li key={photo.id} className="photo-tile">
            <button type="button" className="photo-open" onClick={() => setShown(place)}>
              <img
                src={photo.small}
                alt={m['office.photo.numbered']({ number: place + 1, label })}
                loading="lazy"
              />
            </button>
          </li>
        ))}
      </ul>
      {shown !== null && (
        <Lightbox
          label={label}
          photos={photos}
          place={shown}
          onGo={setShown}
          onClose={() => setShown(null)}
        />
      )}
    </>
  )
}

type BoxProps = {
  label: string
  photos: readonly Photo[]
  place: number
  onGo: (place: number) => void
  onClose: () => void
}

function Lightbox({ label, photos, place, onGo, onClose }: BoxProps) {
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => box.current?.showModal(), [])
  const photo = photos[place]
  const go = (by: number) => {
    const next = place + by
    if (next >= 0 && next < photos.length) onGo(next)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') go(-1)
    if (event.key === 'ArrowRight') go(1)
  }
  return (
    <dialog
      ref={box}
      className="lightbox"
      aria-label={label}
      onClose={onClose}
      onKeyDown={press}
      onClick={(event) => event.target === box.current && box.current?.close()}
    >
      <img src={photo?.large} alt={m['office.photo.numbered']({ number: place + 1, label })} />
      <div className="lightbox-bar">
        <p>
          {label}
          {photos.length > 1 && (
            <span>{m['office.photo.ofAll']({ number: place + 1, count: photos.length })}</span>
          )}
        </p>
        {photos.length > 1 && (
          <>
            <button
              type="button"
              aria-label={m['office.photo.previous']()}
              disabled={place === 0}
              onClick={() => go(-1)}
            >
              <LeftOutlined aria-hidden="true" />
            </button>
            <button
              type="button"
              aria-label={m['office.photo.next']()}
              disabled={place === photos.length - 1}
              onClick={() => go(1)}
            >
              <RightOutlined aria-hidden="true" />
            </button>
          </>
        )}
        <button type="button" aria-label={m['office.form.close']()} onClick={() => box.current?.close()}>
          <CloseOutlined aria-hidden="true" />
        </button>
      </div>
    </dialog>
  )
}
