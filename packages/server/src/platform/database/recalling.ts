import { Problem } from '@chuangcheng/domain'
import { OutOfDate } from './meeting.ts'
import type { Memory, Remembered } from './memory.ts'

export type Recall = <V>(memory: Memory<V>, key: string) => Remembered<V> | null

/** What one try of a transaction may remember, and whether it did. */
export type Recalling = { readonly recall: Recall; readonly relied: () => boolean }

/** A try that takes everything from the database. */
export const NOTHING_RECALLED: Recalling = { recall: () => null, relied: () => false }

export function recalling(): Recalling {
  let relied = false
  return {
    recall(memory, key) {
      const found = memory.take(key)
      relied ||= found !== null
      return found
    },
    relied: () => relied,
  }
}

/**
 * Whether something else might be decided with fresh rows: a refusal, or a row that is not any more what it was. Anything else – above all
 * a connection lost while it committed – stays what it is: the work may have been done.
 */
export const mayBeMemorysFault = (error: unknown): boolean =>
  error instanceof Problem || error instanceof OutOfDate
