import { systemAuthor } from '../../platform/database/author.ts'
import type { Database } from '../../platform/database/database.ts'
import { deleteExpired } from './sessions/queries.ts'

/** Erase what has run out: sessions, password links and counted failures. Runs every night from the queue. */
export async function eraseExpired(database: Database): Promise<void> {
  for (const city of await database.everyCity()) {
    await database.transact(systemAuthor(city.id), async (tx) => {
      const dayBefore = new Date(Date.parse(tx.now) - 86_400_000).toISOString()
      const erased = await deleteExpired(tx, dayBefore)
      if (erased.sessions + erased.links + erased.failures === 0) return
      tx.record({
        action: 'session.erase',
        subjectKind: 'session',
        subjectId: null,
        before: erased,
        after: null,
      })
    })
  }
}
