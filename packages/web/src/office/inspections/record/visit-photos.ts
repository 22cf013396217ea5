import { addressOf } from '../../../shared/api/client.ts'
import type { Photo } from '../../../shared/photo/photo-wall.tsx'

/** Photos of a visit, small and large. */
export const photosOf = (visitId: string, photoIds: readonly string[]): Photo[] =>
  photoIds.map((photoId) => ({
    id: photoId,
    small: addressOf('getVisitPhotoThumbnail', { params: { id: visitId, photoId } }),
    large: addressOf('getVisitPhoto', { params: { id: visitId, photoId } }),
  }))
