import type { Database } from '../../platform/database/database.ts'
import { every, type Ticking } from '../../platform/jobs/every.ts'
import { sealPending } from './sealing.ts'

const SECONDS_BETWEEN_SEALS = 4

/** Seal every city's pending entries again and again: within ten seconds after it was written, an entry lies in a block. */
export const startSealing = (
  database: Database,
  headsFolder: string,
  onError: (error: unknown) => void,
): Ticking =>
  every(
    SECONDS_BETWEEN_SEALS,
    async () => {
      for (const city of await database.everyCity()) await sealPending(database, city.id, headsFolder)
    },
    onError,
  )
