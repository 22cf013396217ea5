import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { useHouse } from '../../testing/house.ts'
import { sealPending } from './index.ts'

const house = useHouse()
const seal = () => sealPending(house.database, house.city.id, join(house.folder, 'audit-heads'))
const verify = async () => (await (await house.administrator()).send('POST', '/api/audit/verification')).json()

describe('the audit log', () => {
  it('tells who founded the city, with the record after', async () => {
    const answer = await (await house.administrator()).get('/api/audit?action=city.')
    expect(answer.statusCode).toBe(200)
    expect(answer.json().items).toMatchObject([
      { action: 'city.found', actorName: 'c1管理员', after: { code: 'c1', name: '城市c1' } },
    ])
  })

  it('shows nothing of another city', async () => {
    const answer = await (await house.administrator(house.otherCity)).get('/api/audit?action=city.')
    expect(answer.json().items).toMatchObject([{ after: { code: 'c2' } }])
  })

  it('seals what was written into blocks that verify, and says which block an entry lies in', async () => {
    await seal()
    const checked = await verify()
    expect(checked.faults).toEqual([])
    expect(checked.blockCount).toBeGreaterThan(0)
    const answer = await (await house.administrator()).get('/api/audit?action=city.found')
    expect(answer.json().items[0].blockNumber).toBe(1)
  })

  it('cannot be changed or emptied by the service itself', async () => {
    for (const statement of [
      `update audit_entry set actor_name = 'x'`,
      'delete from audit_entry',
      'truncate audit_entry cascade',
      'delete from audit_block',
    ]) {
      await expect(house.database.pool.query(statement)).rejects.toThrow(/permission denied/)
    }
  })
})
