import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'

const BYTES_OF_ONE = 16

const POOLED_IDS = 256
let pool = Buffer.alloc(0)
let last = { msecs: 0, seq: 0 }

/**
 * One id: UUIDv7, after every one that this process made before it. Randomness is asked for by the pool: asking for each id took longer than
 * the rest of writing an audit entry.
 */
export function newId(): string {
  if (pool.length === 0) pool = randomBytes(POOLED_IDS * BYTES_OF_ONE)
  const random = pool.subarray(0, BYTES_OF_ONE)
  pool = pool.subarray(BYTES_OF_ONE)
  const now = Date.now()
  // In a new millisecond the counter begins anew, in the lower half of what it may reach, so that it never runs over.
  last = now > last.msecs ? { msecs: now, seq: random.readUInt32BE(6) >>> 1 } : { ...last, seq: last.seq + 1 }
  return uuidv7({ ...last, random })
}

/**
 * Hands out ids for many records at once (批量编号): UUIDv7, each after the one before it. Asking for randomness once for all of them,
 * not once for each, saves a tenth of a second with ten thousand.
 * @param count how many will be taken at most
 */
export function newIds(count: number): () => string {
  const bytes = randomBytes((count + 1) * BYTES_OF_ONE)
  const msecs = Date.now()
  // Half of what the counter may reach, so that it never runs over.
  const first = bytes.readUInt32BE(count * BYTES_OF_ONE) >>> 1
  let taken = 0
  return () => {
    if (taken >= count) throw new Error(`only ${count} ids were asked for`)
    const from = taken * BYTES_OF_ONE
    const seq = first + taken
    taken++
    return uuidv7({ msecs, seq, random: bytes.subarray(from, from + BYTES_OF_ONE) })
  }
}
