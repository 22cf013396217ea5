import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { useHouse } from '../../testing/house.ts'
import type { Tx } from './database.ts'

const house = useHouse()
const transact = <T>(work: (tx: Tx) => Promise<T>) => house.database.transact(house.city.author, work)
const put = (word: string) => sql`insert into said (word) values (${word})`
const words = (tx: Tx) => sql<{ word: string }>`select word from said order by place`.execute(tx.sql)
const kept = async () =>
  (await house.asOwner('select word from said order by place')).rows.map(({ word }) => word)

beforeAll(async () => {
  await house.asOwner(
    'create table said (place serial, word text constraint said_once unique check (word <> $$no$$))',
  )
  await house.asOwner('grant all on said to chuangcheng_service')
  await house.asOwner('grant all on sequence said_place_seq to chuangcheng_service')
})

describe('what a transaction sends', () => {
  it('goes out in order, and every later statement sees it', async () => {
    await transact(async (tx) => {
      tx.send(put('一'))
      tx.send(put('二'))
      expect((await words(tx)).rows.map(({ word }) => word)).toEqual(['一', '二'])
      await put('三').execute(tx.sql)
      tx.send(put('四'))
    })
    expect(await kept()).toEqual(['一', '二', '三', '四'])
  })

  it('stands for everybody else when the transaction answers', async () => {
    await transact(async (tx) => tx.send(put('五')))
    expect(await kept()).toContain('五')
  })

  it('fails the commit with its own error, and leaves nothing', async () => {
    const before = await kept()
    let afterwards = false
    const work = transact(async (tx) => {
      tx.afterCommit(() => {
        afterwards = true
      })
      tx.send(put('六'))
      tx.send(put('一'))
      tx.send(put('七'))
    })
    await expect(work).rejects.toMatchObject({ code: '23505', constraint: 'said_once' })
    expect(await kept()).toEqual(before)
    expect(afterwards).toBe(false)
  })

  it('fails the statement that goes out with it, and the commit also when that was caught', async () => {
    const before = await kept()
    const work = transact(async (tx) => {
      tx.send(put('no'))
      await expect(words(tx)).rejects.toMatchObject({ code: '23514' })
      await expect(words(tx)).rejects.toMatchObject({ code: '23514' })
      return 'done'
    })
    await expect(work).rejects.toMatchObject({ code: '23514' })
    expect(await kept()).toEqual(before)
  })

  it('is never sent when the work throws', async () => {
    const before = await kept()
    const work = transact(async (tx) => {
      tx.send(put('八'))
      throw new Error('thought better of it')
    })
    await expect(work).rejects.toThrow('thought better')
    expect(await kept()).toEqual(before)
  })

  it('is parsed anew where a failure had it passed over', async () => {
    const late = sql<{ one: number }>`select ${1}::integer + 0 as one`
    for (const word of ['一', '一', '九', '十']) {
      const work = transact(async (tx) => {
        tx.send(put(word))
        return (await late.execute(tx.sql)).rows[0]?.one
      })
      if (word === '一') await expect(work).rejects.toMatchObject({ code: '23505' })
      else expect(await work).toBe(1)
    }
  })

  it('that nobody can write down fails the commit; the connection serves on', async () => {
    const before = await kept()
    const endless: { self?: unknown } = {}
    endless.self = endless
    const work = transact(async (tx) => {
      tx.send(put('十一'))
      tx.send(sql`insert into said (word) values (${endless}::jsonb::text)`)
    })
    await expect(work).rejects.toThrow(/circular/)
    expect(await kept()).toEqual(before)
    await transact(async (tx) => tx.send(put('十二')))
    expect(await kept()).toEqual([...before, '十二'])
  })

  it('is not acknowledged when the connection breaks', async () => {
    const before = await kept()
    const work = transact(async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx.sql)
      tx.send(put('十三'))
      await house.asOwner('select pg_terminate_backend($1)', [rows[0]?.pid])
    })
    await expect(work).rejects.toThrow()
    expect(await kept()).toEqual(before)
    await transact(async (tx) => tx.send(put('十四')))
  })

  it('cannot follow the commit', async () => {
    const tx = await transact(async (open) => open)
    expect(() => tx.send(put('十五'))).toThrow('the transaction is over')
    await expect(words(tx)).rejects.toThrow('the transaction is over')
  })
})

describe('statements asked for at one moment', () => {
  it('go out together and are each answered; the first failure is every later one’s', async () => {
    const work = transact(async (tx) => {
      const answers = await Promise.allSettled([words(tx), put('一').execute(tx.sql), words(tx)])
      expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
    })
    await expect(work).rejects.toMatchObject({ constraint: 'said_once' })
  })
})
