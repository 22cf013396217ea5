import { open } from 'node:fs/promises'

/** The file's bytes have reached the disk, not only the system's memory. */
export async function makeDurable(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
