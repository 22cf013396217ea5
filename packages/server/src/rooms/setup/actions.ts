import { timingSafeEqual } from 'node:crypto'
import { Problem } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Author, Database, Tx } from '../../platform/database/database.ts'
import { startCaseWorkflow } from '../cases/index.ts'
import { type FirstAdministrator, foundIdentity } from '../identity/index.ts'
import { getCity, insertCity, lockCity, lockFounding, renameCity } from './queries.ts'

export type Founding = {
  readonly code: string
  readonly name: string
  readonly administrator: FirstAdministrator
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/**
 * Lets in only whoever holds the set-up link that this server printed.
 * @throws Problem set-up.done · set-up.link-wrong
 */
export function mustHoldSetUpLink(expected: string | null, given: string): void {
  if (expected === null) throw new Problem('set-up.done')
  if (!sameText(expected, given)) throw new Problem('set-up.link-wrong')
}

async function writeCity(tx: Tx, founding: Founding): Promise<string> {
  await insertCity(tx, founding)
  tx.record({
    action: 'city.found',
    subjectKind: 'city',
    subjectId: tx.cityId,
    before: null,
    after: { code: founding.code, name: founding.name },
  })
  await startCaseWorkflow(tx)
  return foundIdentity(tx, founding.administrator)
}

/**
 * Found a city: its row, its roles, the way its cases go, and its first administrator. Answers who that is, as author of what follows.
 * @throws Problem duplicate when a city of that code stands already · password.*
 */
export async function foundCity(database: Database, founding: Founding): Promise<Author> {
  const cityId = uuidv7()
  const { name } = founding.administrator
  const userId = await database.transact({ cityId, userId: null, name }, async (tx) => {
    await lockFounding(tx)
    const cities = await database.everyCity()
    if (cities.some((city) => city.code === founding.code)) {
      throw new Problem('duplicate', { what: 'city', value: founding.code })
    }
    return writeCity(tx, founding)
  })
  return { cityId, userId, name }
}

/** Change what the city is called; its code stays, people sign in by it. */
export async function changeCity(tx: Tx, change: { readonly name: string }) {
  const before = await lockCity(tx)
  const after = { ...before, name: change.name.trim() }
  if (after.name !== before.name) {
    await renameCity(tx, after.name)
    tx.record({ action: 'city.change', subjectKind: 'city', subjectId: tx.cityId, before, after })
  }
  return getCity(tx)
}
