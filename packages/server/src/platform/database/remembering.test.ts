import { Problem } from '@chuangcheng/domain'
import { sql } from 'kysely'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { useHouse } from '../../testing/house.ts'
import type { Tx } from './database.ts'
import { OutOfDate } from './meeting.ts'
import { Memory } from './memory.ts'

const house = useHouse()
const transact = <T>(work: (tx: Tx) => Promise<T>) => house.database.transact(house.city.author, work)
const count = async () => (await house.asOwner('select number from counted')).rows[0].number
const note = { action: 'city.change', subjectKind: 'city', subjectId: null, before: null, after: null }

beforeAll(async () => {
  await house.asOwner('create table counted (number integer)')
  await house.asOwner('insert into counted values (0)')
  await house.asOwner('grant all on counted to chuangcheng_service')
})

afterEach(() => vi.useRealTimers())

const raise = (tx: Tx, from: number) =>
  tx.sendToRow(sql`update counted set number = number + 1 where number = ${from}`)

describe('a write that must meet its row', () => {
  it('stands when it met it, with everything behind it', async () => {
    const before = await count()
    await transact(async (tx) => {
      raise(tx, before)
      raise(tx, before + 1)
    })
    expect(await count()).toBe(before + 2)
  })

  it('fails as out of date when it met none, and nothing of the transaction stays', async () => {
    const before = await count()
    const work = transact(async (tx) => {
      raise(tx, before)
      raise(tx, before)
      tx.send(sql`update counted set number = 1000`)
    })
    await expect(work).rejects.toThrow(OutOfDate)
    expect(await count()).toBe(before)
  })

  it('waits for whoever changes the row at the same moment, and then meets it no more', async () => {
    const before = await count()
    const both = await Promise.allSettled([1, 2].map(() => transact(async (tx) => raise(tx, before))))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await count()).toBe(before + 1)
  })
})

describe('work that remembers', () => {
  const memory = new Memory<number>()

  /** Raise the number from what is remembered, else from what stands there. Answers how often the work was done. */
  async function raiseRemembering(decide: (number: number) => void = () => {}): Promise<number> {
    let tries = 0
    await transact(async (tx) => {
      tries++
      const sight = memory.look()
      const known = tx.recall(memory, 'number')
      const stored = sql<{ number: number }>`select number from counted for update`
      const number = known?.value ?? (await stored.execute(tx.sql)).rows[0]?.number ?? 0
      decide(number)
      raise(tx, number)
      tx.record(note)
      tx.afterCommit(() => memory.keep('number', number + 1, sight))
    })
    return tries
  }

  it('is done once while what it remembers is so', async () => {
    const before = await count()
    expect([await raiseRemembering(), await raiseRemembering()]).toEqual([1, 1])
    expect(await count()).toBe(before + 2)
  })

  it('is done again from the database when the row is another by now, and leaves one entry', async () => {
    memory.keep('number', -1, memory.look())
    const before = await count()
    const entries = async () =>
      Number((await house.asOwner('select count(*) from audit_entry')).rows[0].count)
    const entriesBefore = await entries()
    expect(await raiseRemembering()).toBe(2)
    expect([await count(), await entries()]).toEqual([before + 1, entriesBefore + 1])
  })

  it('refuses only by what stands in the database', async () => {
    memory.keep('number', -1, memory.look())
    const refuseNegative = (number: number) => {
      if (number < 0) throw new Problem('not-found', { what: 'site' })
    }
    expect(await raiseRemembering(refuseNegative)).toBe(2)
    await expect(
      raiseRemembering(() => {
        throw new Problem('not-found', { what: 'site' })
      }),
    ).rejects.toThrow(Problem)
  })

  it('finds nothing to do only by what stands in the database', async () => {
    memory.keep('number', -1, memory.look())
    const answered = await transact(async (tx) => tx.recall(memory, 'number')?.value ?? 'asked')
    expect(answered).toBe('asked')
  })

  it('is not done again after any other failure: it may have been done', async () => {
    memory.keep('number', 1, memory.look())
    let tries = 0
    const work = transact(async (tx) => {
      tries++
      tx.recall(memory, 'number')
      throw new Error('the line broke')
    })
    await expect(work).rejects.toThrow('the line broke')
    expect(tries).toBe(1)
  })
})

describe('a memory', () => {
  it('serves once', () => {
    const memory = new Memory<string>()
    memory.keep('a', 'seen', memory.look())
    expect([memory.take('a')?.value, memory.take('a')]).toEqual(['seen', null])
  })

  it('does not take in what was read before everything was forgotten', () => {
    const memory = new Memory<string>()
    const sight = memory.look()
    memory.forget()
    memory.keep('a', 'old', sight)
    expect(memory.take('a')).toBeNull()
  })

  it('lasts half a minute from when the rows were read, however often they are written since', () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    const memory = new Memory<string>()
    memory.keep('a', 'read', memory.look())
    vi.advanceTimersByTime(29_000)
    const read = memory.take('a')
    expect(read?.value).toBe('read')
    if (read) memory.keep('a', 'written', read.sight)
    vi.advanceTimersByTime(2_000)
    expect(memory.take('a')).toBeNull()
  })
})
