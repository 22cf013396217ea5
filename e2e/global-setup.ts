import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, startProduct } from '../tools/product.ts'
import { writeCityFiles } from './city-files.ts'

/** One product for all journeys, on an empty folder. Answers what ends it. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'chuangcheng-journeys-'))
  // Journeys go through the embedded database, as a new user's do.
  const product = await startProduct(folder, await freePort(), { DATABASE_URL: undefined })
  const files = await writeCityFiles()
  process.env.JOURNEYS_ADDRESS = product.address
  process.env.JOURNEYS_SET_UP_LINK = product.setUpLink ?? ''
  process.env.JOURNEYS_FILES = files.folder
  return async () => {
    await product.stop()
    await rm(folder, { recursive: true, force: true })
    await files.remove()
  }
}
