import { writeCityFiles } from './city-files.ts'
import { startProduct } from './server.ts'

/** One product for all journeys. Answers what ends it. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const product = await startProduct()
  const files = await writeCityFiles()
  process.env.JOURNEYS_ADDRESS = product.address
  process.env.JOURNEYS_SET_UP_LINK = product.setUpLink
  process.env.JOURNEYS_FILES = files.folder
  return async () => {
    await product.stop()
    await files.remove()
  }
}
