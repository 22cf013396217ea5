import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Tx } from '../../platform/database/database.ts'
import { useHouse } from '../../testing/house.ts'
import { recorded } from './unrecorded-writes.ts'

const house = useHouse()
const act = (work: (tx: Tx) => Promise<unknown>) =>
  house.database.transact(house.city.author, (tx) => recorded(tx, work))
const rename = (tx: Tx, name: string) =>
  sql`update city set name = ${name} where city_id = ${tx.cityId}`.execute(tx.sql)
const cityName = async () =>
  (await house.asOwner('select name from city where city_id = $1', [house.city.id])).rows[0].name

describe('a write', () => {
  it('without an audit entry fails and leaves nothing', async () => {
    const before = await cityName()
    await expect(act((tx) => rename(tx, '暗改'))).rejects.toThrow(/without an audit entry/)
    expect(await cityName()).toBe(before)
  })

  it('that was only sent fails without an entry too', async () => {
    const before = await cityName()
    const send = async (tx: Tx) => tx.send(sql`update city set name = '暗送' where city_id = ${tx.cityId}`)
    await expect(act(send)).rejects.toThrow(/without an audit entry/)
    expect(await cityName()).toBe(before)
  })

  it('with an entry stands', async () => {
    await act(async (tx) => {
      await rename(tx, '明改')
      tx.record({
        action: 'city.change',
        subjectKind: 'city',
        subjectId: tx.cityId,
        before: null,
        after: null,
      })
    })
    expect(await cityName()).toBe('明改')
  })

  it('that changes nothing, though it locks and looks, needs no entry', async () => {
    await act((tx) => sql`select name from city where city_id = ${tx.cityId} for update`.execute(tx.sql))
    await act((tx) => sql`update city set name = name where false`.execute(tx.sql))
  })
})
