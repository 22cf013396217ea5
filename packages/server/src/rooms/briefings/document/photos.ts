import type { Reader } from '../../../platform/database/database.ts'
import type { DocumentPicture } from '../../../platform/documents/index.ts'
import type { FileStore } from '../../../platform/store/file-store.ts'
import { listPhotosBehind } from '../../assessments/index.ts'
import { listFiles, printedPicture } from '../../files/index.ts'
import { type Loss, lossKey } from '../figures/losses.ts'

type Photo = Omit<DocumentPicture, 'caption'>

/** The first photo of each visit and criterion. */
async function firstPhotos(reader: Reader, versionId: string, losses: readonly Loss[]) {
  const visitIds = [...new Set(losses.map(({ seen }) => seen.sourceId))]
  const photos = await listPhotosBehind(reader, versionId, visitIds)
  return new Map(
    photos.map(({ visitId, criterionId, photoIds }) => [`${visitId} ${criterionId}`, photoIds[0]]),
  )
}

/** Photos of the losses that a visit took one of, as they are printed, by the loss they show. */
export async function photosOf(
  reader: Reader,
  store: FileStore,
  versionId: string,
  losses: readonly Loss[],
): Promise<ReadonlyMap<string, Photo>> {
  const ofVisits = losses.filter(({ seen }) => seen.source === 'visit')
  if (ofVisits.length === 0) return new Map()
  const photoIds = await firstPhotos(reader, versionId, ofVisits)
  const chosen = ofVisits.flatMap(({ seen }) => {
    const id = photoIds.get(`${seen.sourceId} ${seen.criterionId}`)
    return id === undefined ? [] : [{ key: lossKey(seen), id }]
  })
  const files = await listFiles(
    reader,
    chosen.map(({ id }) => id),
  )
  const hashes = new Map(files.map(({ id, hash }) => [id, hash]))
  const drawn = await Promise.all(
    chosen.map(async ({ key, id }): Promise<readonly (readonly [string, Photo])[]> => {
      const hash = hashes.get(id)
      const picture = hash === undefined ? null : await printedPicture(store, hash)
      return picture ? [[key, { ...picture, type: 'jpg' }]] : []
    }),
  )
  return new Map(drawn.flat())
}
