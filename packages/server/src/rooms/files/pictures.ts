import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { Problem } from '@chuangcheng/domain'
import type { Sharp } from 'sharp'
import type { FileStore } from '../../platform/store/file-store.ts'

const THUMBNAIL_PIXELS = 480
const SHOWN_PIXELS = 2560
const MOST_PIXELS = 80_000_000

/**
 * A stored picture within so many pixels, upright. sharp writes no metadata unless asked to: what leaves here has no EXIF. The library comes
 * with the first picture: a start does without.
 */
async function redraw(path: string, pixels: number): Promise<Sharp> {
  const { default: draw } = await import('sharp')
  return draw(path, { limitInputPixels: MOST_PIXELS })
    .rotate()
    .resize(pixels, pixels, { fit: 'inside', withoutEnlargement: true })
}

/** A picture as it may be shown (WebP without EXIF), at full or thumbnail size. @throws Problem not-found when it cannot be drawn */
export async function shownPicture(
  store: FileStore,
  hash: string,
  size: 'full' | 'thumbnail',
): Promise<Buffer> {
  const pixels = size === 'full' ? SHOWN_PIXELS : THUMBNAIL_PIXELS
  const picture = await redraw(store.pathOf(hash), pixels)
  return picture
    .webp({ quality: 82 })
    .toBuffer()
    .catch(() => {
      throw new Problem('not-found', { what: 'file' })
    })
}

export const entityTag = (hash: string, variant: string): string =>
  `"${createHash('sha256').update(`${hash}/${variant}`).digest('base64url').slice(0, 22)}"`

export const originalBytes = (store: FileStore, hash: string): Readable => store.read(hash)

const PRINTED_PIXELS = 1000

/** A picture as it is printed into a document: a JPEG without EXIF, because Word knows no WebP. Null when it cannot be drawn. */
export async function printedPicture(
  store: FileStore,
  hash: string,
): Promise<{ bytes: Buffer; width: number; height: number } | null> {
  const picture = await redraw(store.pathOf(hash), PRINTED_PIXELS)
  const drawn = await picture
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80 })
    .toBuffer({ resolveWithObject: true })
    .catch(() => null)
  return drawn && { bytes: drawn.data, width: drawn.info.width, height: drawn.info.height }
}
