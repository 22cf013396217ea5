import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { PersonalData } from '../../../platform/personal-data.ts'
import { useHouse } from '../../../testing/house.ts'
import { sealPending, verifyChain } from '../../audit/index.ts'

const house = useHouse()
const PHONE = '13700009999'

async function givenPerson() {
  const admin = await house.administrator()
  const person = {
    id: uuidv7(),
    userName: `p.${uuidv7().slice(-12)}`,
    name: '诸葛孔明',
    phone: PHONE,
    organizationId: null,
  }
  expect((await admin.send('POST', '/api/users', person)).statusCode).toBe(200)
  const entriesOf = async () => (await admin.get(`/api/audit?subjectId=${person.id}`)).json().items
  return { admin, person, entriesOf }
}
const forget = (subjectId: string) =>
  house.database.transact(house.city.author, (tx) => tx.personal.forget(tx, subjectId))

describe('personal data', () => {
  it('lies in no table in plain text: no phone anywhere, no name in the audit log', async () => {
    const { person, entriesOf } = await givenPerson()
    const { rows: tables } = await house.asOwner(
      `select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
    )
    for (const { relname } of tables) {
      const { rows } = await house.asOwner(`select to_jsonb(t)::text as row from ${relname} t`)
      const text = rows.map(({ row }) => row).join('\n')
      expect(text, relname).not.toContain(PHONE)
      if (relname === 'audit_entry') expect(text).not.toContain(person.name)
    }
    expect(await entriesOf()).toMatchObject([
      { action: 'user.add', after: { name: '诸葛孔明', phone: PHONE } },
    ])
  })

  it('of an erased person is gone from the log, which verifies as before', async () => {
    const { admin, person, entriesOf } = await givenPerson()
    const heads = join(house.folder, 'audit-heads')
    await sealPending(house.database, house.city.id, heads)
    await forget(person.id)
    await sealPending(house.database, house.city.id, heads)
    const added = (await entriesOf()).find(({ action }: { action: string }) => action === 'user.add')
    expect(added.after).toMatchObject({
      userName: person.userName,
      name: { erased: true },
      phone: { erased: true },
    })
    expect((await admin.get(`/api/users/${person.id}`)).json().phone).toBeNull()
    expect((await verifyChain(house.database.reader(house.city.id), heads)).faults).toEqual([])
  })

  it('does not open in the row of somebody else, nor under another master key', async () => {
    const [one, two] = [await givenPerson(), await givenPerson()]
    await house.asOwner(
      `update user_account set sealed_phone = (select sealed_phone from user_account where id = $1) where id = $2`,
      [one.person.id, two.person.id],
    )
    expect((await one.admin.get(`/api/users/${two.person.id}`)).statusCode).toBe(500)
    const reader = house.database.reader(house.city.id)
    await expect(
      new PersonalData(join(house.folder, 'no-keys')).keysOf(reader, [one.person.id]),
    ).rejects.toThrow(/ENOENT/)
  })
})
