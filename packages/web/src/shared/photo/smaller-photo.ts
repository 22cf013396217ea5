/** Longest edge in pixels of a photo that is sent: enough to read a sign in it. */
const EDGE = 2048
const QUALITY = 0.86
/** Below this many bytes it goes up as it is. */
const SMALL = 900_000

/**
 * A photo as it goes over a street's network: smaller, upright, and without what the camera wrote beside it. What the browser cannot
 * draw goes up as it is; the server decides about it.
 */
export async function smallerPhoto(file: File): Promise<File> {
  if (file.size < SMALL || !file.type.startsWith('image/')) return file
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, EDGE / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
    if (blob === null || blob.size >= file.size) return file
    return new File([blob], `${file.name.replace(/\.\w+$/, '')}.jpg`, { type: 'image/jpeg' })
  } catch {
    // Not a picture this browser knows.
    return file
  }
}
