import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { givenWorld, type Street, type World } from '../../../testing/given-world.ts'
import { type Client, useHouse } from '../../../testing/house.ts'

const house = useHouse()
let world: World
let admin: Client
const here = (): Street => world.streets[0]
const there = (): Street => world.streets[1]
beforeAll(async () => {
  world = await givenWorld(house, house.city, ['东河', '西山'], 110)
  admin = await house.administrator()
})

const outcomeOf = ({ statusCode, body }: { statusCode: number; body: string }) => [
  statusCode,
  (JSON.parse(body) as { code?: string }).code,
]
const newUser = (organizationId: string | null, userName = `n.${uuidv7().slice(-12)}`) => ({
  id: uuidv7(),
  userName,
  name: '新用户',
  phone: '13800001111',
  organizationId,
})
const wholeCity = { organizationId: null, areaId: null, validUntil: null }
const grant = (client: Client, userId: string, role: string, place: object = wholeCity, id = uuidv7()) =>
  client.send('POST', `/api/users/${userId}/grants`, { id, role, ...wholeCity, ...place })

/** A role that may edit and grant, over one street only. */
async function streetOfficer(): Promise<Client> {
  const permissions = ['user.read', 'user.edit', 'user.grant', 'user.import', 'site.read', 'file.add']
  await admin.send('PUT', '/api/roles/streetOfficer', { name: '街道专员', permissions })
  const officer = await house.givenUser({ memberOf: here().organizationId })
  const answer = await grant(admin, officer.userId, 'streetOfficer', { areaId: here().areaId })
  expect(answer.statusCode).toBe(200)
  return officer
}

describe('a user', () => {
  it('is added, shown with phone and organization, and found by name but not by phone', async () => {
    const given = { ...newUser(here().organizationId), name: '欧阳小明', phone: '13912345678' }
    expect((await admin.send('POST', '/api/users', given)).json()).toMatchObject({
      ...given,
      organizationName: '东河街道办',
      state: 'active',
      hasPassword: false,
      grants: [],
      revision: 1,
    })
    const found = async (text: string) =>
      (await admin.get(`/api/search?text=${encodeURIComponent(text)}`)).json().items
    expect(await found('欧阳')).toMatchObject([{ kind: 'user', id: given.id, title: '欧阳小明' }])
    expect(await found('13912345678')).toEqual([])
  })

  it('is refused when the name is taken, the form is wrong or the organization unknown', async () => {
    const { userName } = here()
    const add = (change: object) => admin.send('POST', '/api/users', { ...newUser(null), ...change })
    expect(outcomeOf(await add({ userName }))).toEqual([409, 'duplicate'])
    expect(outcomeOf(await add({ userName: '张三' }))).toEqual([400, 'request.invalid'])
    expect(outcomeOf(await add({ phone: 'call me' }))).toEqual([400, 'request.invalid'])
    expect(outcomeOf(await add({ organizationId: uuidv7() }))).toEqual([404, 'not-found'])
  })

  it('is changed from what one saw, not on top of somebody else’s change', async () => {
    const { id } = (await admin.send('POST', '/api/users', newUser(null))).json()
    const change = (body: object) => admin.send('PATCH', `/api/users/${id}`, body)
    const changed = await change({ basedOn: 1, phone: null, organizationId: there().organizationId })
    expect(changed.json()).toMatchObject({
      name: '新用户',
      phone: null,
      organizationName: '西山街道办',
      revision: 2,
    })
    expect(outcomeOf(await change({ basedOn: 1, name: '迟到' }))).toEqual([409, 'changed-meanwhile'])
  })

  it('who is disabled is out at once, and nobody disables themselves', async () => {
    const client = await house.givenUser({ role: 'leader' })
    expect((await client.get('/api/session')).statusCode).toBe(200)
    const disable = (id: string) => admin.send('PATCH', `/api/users/${id}`, { basedOn: 1, state: 'disabled' })
    expect((await disable(client.userId)).json().state).toBe('disabled')
    expect((await client.get('/api/session')).statusCode).toBe(401)
    expect(outcomeOf(await disable(admin.userId))).toEqual([409, 'user.self-disable'])
  })

  it('is seen page by page, by organization, role and text', async () => {
    const names = async (query: string): Promise<string[]> => {
      const seen: string[] = []
      let after: string | null = ''
      while (after !== null) {
        const page: { items: { userName: string }[]; next: string | null } = (
          await admin.get(`/api/users?limit=2&after=${after}&${query}`)
        ).json()
        seen.push(...page.items.map(({ userName }) => userName))
        after = page.next
      }
      return seen
    }
    const all = await names('')
    expect(all).toEqual([...new Set(all)].toSorted((a, b) => (a < b ? -1 : 1)))
    expect(all).toContain('admin.c1')
    expect(all).not.toContain('admin.c2')
    expect(await names('role=administrator')).toEqual(['admin.c1'])
    expect(await names(`text=${encodeURIComponent('东河干')}`)).toEqual([here().userName])
    expect(await names(`organizationId=${here().organizationId}`)).toContain(here().userName)
  })

  it('has sessions that an administrator sees and ends', async () => {
    const client = await house.givenUser({ role: 'leader' })
    const { items } = (await admin.get(`/api/users/${client.userId}/sessions`)).json()
    expect(items).toMatchObject([{ current: false }])
    expect(JSON.stringify(items)).not.toContain('tokenHash')
    expect((await admin.send('DELETE', `/api/users/${client.userId}/sessions`)).statusCode).toBe(200)
    expect((await client.get('/api/session')).statusCode).toBe(401)
  })
})

describe('a grant', () => {
  it('opens what its role may do where it holds, until its last day, and ends when it is taken back', async () => {
    const client = await house.givenUser({})
    expect(outcomeOf(await client.get('/api/organizations'))).toEqual([403, 'access.no-permission'])
    const id = uuidv7()
    const place = { areaId: here().areaId, validUntil: '2026-11-22' }
    expect((await grant(admin, client.userId, 'leader', place, id)).json().grants).toMatchObject([
      {
        role: 'leader',
        area: { name: '东河街道' },
        organization: null,
        validUntil: '2026-11-22',
        expired: false,
      },
    ])
    const names = (await client.get('/api/organizations'))
      .json()
      .items.map(({ name }: { name: string }) => name)
    expect(names).toEqual(['东河街道办'])
    expect((await admin.send('DELETE', `/api/users/${client.userId}/grants/${id}`)).json().grants).toEqual([])
    expect((await client.get('/api/organizations')).statusCode).toBe(403)
  })

  it('names one place at most, and only what there is', async () => {
    const place = { areaId: here().areaId, organizationId: here().organizationId }
    expect(outcomeOf(await grant(admin, here().userId, 'leader', place))).toEqual([400, 'request.invalid'])
    expect(outcomeOf(await grant(admin, here().userId, 'leader', { areaId: uuidv7() }))).toEqual([
      404,
      'not-found',
    ])
    expect(outcomeOf(await grant(admin, here().userId, 'king'))).toEqual([404, 'not-found'])
    expect(outcomeOf(await grant(admin, uuidv7(), 'leader'))).toEqual([404, 'not-found'])
  })

  it('gives no more than one holds oneself, and nothing elsewhere', async () => {
    const officer = await streetOfficer()
    const { areaId, organizationId, userId } = here()
    expect((await grant(officer, userId, 'streetOfficer', { areaId })).statusCode).toBe(200)
    expect((await grant(officer, userId, 'streetOfficer', { organizationId })).statusCode).toBe(200)
    expect(outcomeOf(await grant(officer, userId, 'administrator', { areaId }))).toEqual([
      403,
      'access.no-permission',
    ])
    expect(outcomeOf(await grant(officer, officer.userId, 'streetOfficer'))).toEqual([
      403,
      'access.out-of-scope',
    ])
    const districtId = { areaId: here().districtId }
    expect(outcomeOf(await grant(officer, userId, 'streetOfficer', districtId))).toEqual([
      403,
      'access.out-of-scope',
    ])
    expect(outcomeOf(await grant(officer, there().userId, 'streetOfficer', { areaId }))).toEqual([
      404,
      'not-found',
    ])
    expect(outcomeOf(await officer.send('DELETE', `/api/users/${userId}/grants/${here().grantId}`))).toEqual([
      403,
      'access.no-permission',
    ])
  })

  it('is no way to take over somebody who may do more', async () => {
    const officer = await streetOfficer()
    const chief = await house.givenUser({ role: 'administrator', memberOf: here().organizationId })
    const link = await officer.send('POST', `/api/users/${chief.userId}/password-link`)
    expect(outcomeOf(link)).toEqual([403, 'access.no-permission'])
    const disable = await officer.send('PATCH', `/api/users/${chief.userId}`, {
      basedOn: 1,
      state: 'disabled',
    })
    expect(outcomeOf(disable)).toEqual([403, 'access.no-permission'])
    const peer = await house.givenUser({ memberOf: here().organizationId })
    expect((await officer.send('POST', `/api/users/${peer.userId}/password-link`)).statusCode).toBe(200)
  })

  it('of the last administrator stays', async () => {
    const second = await house.givenUser({})
    const id = uuidv7()
    await grant(admin, second.userId, 'administrator', {}, id)
    const mine = (await admin.get(`/api/users/${admin.userId}`)).json().grants[0].id
    await house.asOwner(
      `delete from role_grant where city_id = $1 and role_key = 'administrator' and id not in ($2, $3)`,
      [house.city.id, mine, id],
    )
    const endings = await Promise.all([
      second.send('DELETE', `/api/users/${admin.userId}/grants/${mine}`),
      admin.send('DELETE', `/api/users/${second.userId}/grants/${id}`),
    ])
    expect(endings.map((answer) => answer.statusCode)).toContain(200)
    expect(endings.filter((answer) => answer.statusCode === 200)).toHaveLength(1)
    const [last, other] = endings[0].statusCode === 200 ? [second, admin] : [admin, second]
    const [lastGrant, otherGrant] = last === second ? [id, mine] : [mine, id]
    const refused = await last.send('DELETE', `/api/users/${last.userId}/grants/${lastGrant}`)
    expect(outcomeOf(refused)).toEqual([409, 'user.last-administrator'])
    const ending = { validUntil: '2026-12-31' }
    await grant(last, other.userId, 'administrator', ending, otherGrant)
    // Somebody whose grant runs out some day is not enough to be left with.
    expect(outcomeOf(await other.send('DELETE', `/api/users/${last.userId}/grants/${lastGrant}`))[0]).toBe(
      409,
    )
    const disable = await other.send('PATCH', `/api/users/${last.userId}`, { basedOn: 1, state: 'disabled' })
    expect(outcomeOf(disable)).toEqual([409, 'user.last-administrator'])
    await house.asOwner(`update role_grant set valid_until = null where id = $1`, [otherGrant])
  })
})

describe('a role', () => {
  it('can be added and changed, and what it may do changes at once for those who hold it', async () => {
    const put = (permissions: string[]) =>
      admin.send('PUT', '/api/roles/auditor', { name: '审计员', permissions })
    expect((await put([])).statusCode).toBe(200)
    const client = await house.givenUser({})
    await grant(admin, client.userId, 'auditor')
    expect((await client.get('/api/audit')).statusCode).toBe(403)
    expect((await put(['audit.read'])).json()).toEqual({
      key: 'auditor',
      name: '审计员',
      permissions: ['audit.read'],
    })
    expect((await client.get('/api/audit')).statusCode).toBe(200)
    const { items } = (await admin.get('/api/roles')).json()
    expect(items.map(({ key }: { key: string }) => key)).toContain('auditor')
  })

  it('of the administrator keeps every permission; two roles have two names', async () => {
    const put = (key: string, name: string, permissions: string[]) =>
      admin.send('PUT', `/api/roles/${key}`, { name, permissions })
    expect(outcomeOf(await put('administrator', '管理员', ['user.read']))).toEqual([
      409,
      'role.administrator-fixed',
    ])
    expect(outcomeOf(await put('another', '督查员', []))).toEqual([409, 'duplicate'])
  })

  it('is for the whole city: who grants in one street does not change it', async () => {
    const officer = await streetOfficer()
    const answer = await officer.send('PUT', '/api/roles/streetOfficer', {
      name: '街道专员',
      permissions: [],
    })
    expect(outcomeOf(answer)).toEqual([403, 'access.out-of-scope'])
  })
})
