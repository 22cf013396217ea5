import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'

const BYTES_OF_ONE = 16

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
