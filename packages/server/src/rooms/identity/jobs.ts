import type { Database } from '../../platform/database/database.ts'
import { deleteExpired } from './sessions/queries.ts'

/** Erase what has run out: sessions and password links. Runs every night from the queue. */
export async function eraseExpired(database: Database): Promise<void> {
  for (const city of await database.everyCity()) {
    await database.transact({ cityId: city.id, userId: null, name: 'system' }, async (tx) => {
      const erased = await deleteExpired(tx)
      if (erased.sessions + erased.links === 0) return
      tx.record({ action: 'session.erase', subjectKind: 'session', subjectId: null, before: erased, after: null })
    })
  }
}
