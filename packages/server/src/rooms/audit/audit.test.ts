import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { useHouse } from '../../testing/house.ts'
import { NEWEST_HEADS } from './block-heads.ts'
import { sealPending, verifyChain } from './index.ts'

const house = useHouse()
const seal = () => sealPending(house.database, house.city.id, join(house.folder, 'audit-heads'))
const verify = async () =>
  (await (await house.administrator()).send('POST', '/api/audit/verification')).json()

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

  it('finds a changed, a deleted and an inserted entry, and a rewritten chain', async () => {
    await seal()
    const { rows } = await house.asOwner(
      'select id, actor_name from audit_entry where city_id = $1 order by id limit 1',
      [house.city.id],
    )
    const plant = async (statement: string, values: unknown[], undo: string, undoValues: unknown[]) => {
      await house.asOwner(statement, values)
      const { faults } = await verify()
      await house.asOwner(undo, undoValues)
      return faults.map((one: { fault: string; block: number | null }) => `${one.fault} ${one.block}`)
    }
    const entry = [house.city.id, rows[0].id]
    expect(
      await plant(
        `update audit_entry set actor_name = '别人' where city_id = $1 and id = $2`,
        entry,
        'update audit_entry set actor_name = $3 where city_id = $1 and id = $2',
        [...entry, rows[0].actor_name],
      ),
    ).toEqual(['block-changed 1'])
    await house.asOwner(
      'create table aside as select * from audit_entry where city_id = $1 and id = $2',
      entry,
    )
    expect(
      await plant(
        'delete from audit_entry where city_id = $1 and id = $2',
        entry,
        'insert into audit_entry select * from aside',
        [],
      ),
    ).toEqual(['entry-missing 1'])
    await house.asOwner('update aside set id = gen_random_uuid()')
    expect(
      await plant(
        'insert into audit_entry select * from aside',
        [],
        'delete from audit_entry e using aside where e.city_id = aside.city_id and e.id = aside.id',
        [],
      ),
    ).toEqual(['entry-unsealed null'])
  })

  it('finds a chain that was recomputed inside the database, by the heads kept outside it', async () => {
    await seal()
    const before = await house.asOwner('select * from audit_block where city_id = $1 order by number', [
      house.city.id,
    ])
    await house.asOwner('delete from audit_block where city_id = $1', [house.city.id])
    await house.asOwner('insert into audit_unsealed select city_id, id from audit_entry where city_id = $1', [
      house.city.id,
    ])
    house.now = new Date(house.now.getTime() + 60_000)
    await sealPending(house.database, house.city.id, join(house.folder, 'forged-heads'))
    const { faults } = await verify()
    expect(faults[0]).toMatchObject({ fault: 'head-differs', block: 1 })
    expect(before.rowCount).toBeGreaterThan(0)
  })

  it('finds heads that were taken out of the file, and heals only the newest few', async () => {
    const admin = await house.administrator()
    const cutHeads = join(house.folder, 'cut-heads')
    for (let block = 0; block <= NEWEST_HEADS; block += 1) {
      await admin.send('PATCH', '/api/city', { name: `城市${block}` })
      await sealPending(house.database, house.city.id, cutHeads)
    }
    const file = join(cutHeads, `${house.city.id}.jsonl`)
    const whole = await readFile(file, 'utf8')
    const faultsAfterSealing = async (text: string) => {
      await writeFile(file, text)
      await sealPending(house.database, house.city.id, cutHeads)
      const { faults } = await verifyChain(house.database.reader(house.city.id), cutHeads)
      return faults.map(({ fault, block }) => `${fault} ${block}`)
    }
    const lines = whole.trim().split('\n')
    expect(await faultsAfterSealing(lines.slice(0, -3).join('\n').slice(0, -20))).toEqual([])
    expect(await faultsAfterSealing(lines.slice(1).join('\n'))).toEqual(['head-missing 1'])
    const { length } = lines
    const gone = Array.from({ length: length - NEWEST_HEADS }, (_, index) => `head-missing ${index + 1}`)
    expect(await faultsAfterSealing('')).toEqual(gone)
    expect(await faultsAfterSealing(whole)).toEqual([])
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
