import { useCallback, useRef, useState } from 'react'
import { uploadFile } from '../api/upload.ts'
import { smallerPhoto } from './smaller-photo.ts'

/** A photo on its way up; `error` once it did not arrive. */
export type PhotoUpload = {
  readonly key: number
  readonly file: File
  /** 0–1 */
  readonly share: number
  readonly error: unknown
}

/** Sends photos up as soon as they are taken; those that fail stay, to be tried again. */
export function usePhotoUploads(onStored: (id: string) => void) {
  const [uploads, setUploads] = useState<readonly PhotoUpload[]>([])
  const nextKey = useRef(0)
  const change = useCallback(
    (key: number, part: Partial<PhotoUpload>) =>
      setUploads((before) => before.map((each) => (each.key === key ? { ...each, ...part } : each))),
    [],
  )
  const drop = useCallback(
    (key: number) => setUploads((before) => before.filter((each) => each.key !== key)),
    [],
  )
  const send = async (key: number, file: File) => {
    try {
      const stored = await uploadFile(await smallerPhoto(file), {
        onProgress: (share) => change(key, { share }),
        picture: true,
      })
      drop(key)
      onStored(stored.id)
    } catch (error) {
      change(key, { error })
    }
  }
  const add = (files: readonly File[]) => {
    const added = files.map((file) => ({ key: nextKey.current++, file, share: 0, error: null }))
    setUploads((before) => [...before, ...added])
    for (const { key, file } of added) void send(key, file)
  }
  const again = ({ key, file }: PhotoUpload) => {
    change(key, { error: null, share: 0 })
    void send(key, file)
  }
  return { uploads, add, again, drop }
}
