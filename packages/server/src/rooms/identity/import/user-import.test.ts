import { STARTING_PERMISSIONS } from '@chuangcheng/domain'
import { beforeAll, describe, expect, it } from 'vitest'
import { givenWorld, type World } from '../../../testing/given-world.ts'
import { type Client, useHouse } from '../../../testing/house.ts'
import { importText } from '../../../testing/import-file.ts'

const house = useHouse()
let world: World
let admin: Client
beforeAll(async () => {
  world = await givenWorld(house, house.city, ['东河', '西山'], 110)
  admin = await house.administrator()
})

const HEADERS = '用户名,姓名,手机号,单位编码,角色,授权单位编码,授权区域编码,有效期至'
const table = (...rows: string[]) => [HEADERS, ...rows].join('\n')
type Grant = {
  role: string
  area: { name: string } | null
  organization: { name: string } | null
  validUntil: string | null
}
const userNamed = async (userName: string) =>
  (await admin.get(`/api/users?text=${userName}`)).json().items[0] as {
    name: string
    phone: string
    grants: Grant[]
  }

describe('importing users', () => {
  it('takes several rows of one user as several grants, and the same file again changes nothing', async () => {
    const text = table(
      'wang.fang,王芳,13800000001,O1,督查员,,S1,2027-12-31',
      'Wang.Fang,王芳,,,监督,O2,,',
      'wang.fang,王芳,,,Verifier,,,',
      'li.lei,李雷,,O2,,,,',
    )
    expect(await importText(admin, '/api/users', text)).toMatchObject({
      imported: true,
      createdCount: 2,
      changedCount: 0,
      findings: [],
    })
    const { phone, grants } = await userNamed('wang.fang')
    expect(phone).toBe('13800000001')
    expect(grants.map((one) => [one.role, one.area?.name, one.organization?.name, one.validUntil])).toEqual([
      ['inspector', '东河街道', undefined, '2027-12-31'],
      ['supervisor', undefined, '西山街道办', null],
      ['verifier', undefined, undefined, null],
    ])
    expect(await importText(admin, '/api/users', text)).toMatchObject({
      createdCount: 0,
      changedCount: 0,
      unchangedCount: 2,
    })
  })

  it('changes a known user: grants in the file are added or get another last day, the others stay', async () => {
    const text = table('wang.fang,王小芳,,,督查员,,S1,2028-12-31', 'wang.fang,王小芳,,,leader,,S2,')
    expect(await importText(admin, '/api/users', text)).toMatchObject({
      imported: true,
      createdCount: 0,
      changedCount: 1,
    })
    const { name, phone, grants } = await userNamed('wang.fang')
    expect([name, phone]).toEqual(['王小芳', '13800000001'])
    expect(grants.map((one) => [one.role, one.validUntil])).toEqual([
      ['inspector', '2028-12-31'],
      ['supervisor', null],
      ['verifier', null],
      ['leader', null],
    ])
  })

  it('says row and column of everything wrong, and writes nothing', async () => {
    const answer = await importText(
      admin,
      '/api/users',
      table(
        '张三,张三,,,,,,',
        'a.a,甲,电话,O9,督察员,,,',
        'b.b,乙,,,督查员,O1,S1,',
        'c.c,丙,,,,,S1,',
        'd.d,丁,,O1,领导,,S1,',
        'd.d,丁丁,,O2,领导,,S1,',
        'e.e,戊,,,领导,,S9,2026-13-01',
      ),
    )
    expect(answer.imported).toBe(false)
    expect(answer.findings.map(({ line, column, code }) => `${line} ${column} ${code}`)).toEqual([
      '2 用户名 user-name-invalid',
      '3 单位编码 name-unknown-similar',
      '3 角色 name-unknown-similar',
      '3 手机号 phone-invalid',
      '4 授权区域编码 scope-twice',
      '5 角色 required',
      '7 姓名 user-differs',
      '7 单位编码 user-differs',
      '7 角色 duplicate-in-file',
      '8 有效期至 date-impossible',
      '8 授权区域编码 name-unknown-similar',
    ])
    expect(answer.findings.every(({ text }) => !text.includes('{'))).toBe(true)
    expect(await userNamed('d.d')).toBeUndefined()
  })

  it('by somebody of one street stays in the street, and gives no more than they hold', async () => {
    const permissions = ['user.read', 'user.grant', 'user.import', 'file.add', ...STARTING_PERMISSIONS.leader]
    await admin.send('PUT', '/api/roles/streetOfficer', { name: '街道专员', permissions })
    const officer = await house.givenUser({ memberOf: world.streets[0].organizationId })
    const [{ areaId }] = world.streets
    const place = { id: officer.userId, organizationId: null, areaId, validUntil: null }
    await admin.send('POST', `/api/users/${officer.userId}/grants`, { ...place, role: 'streetOfficer' })
    const answer = await importText(
      officer,
      '/api/users',
      table(
        'f.f,己,,O1,领导,,C1,',
        'g.g,庚,,O2,领导,,S1,',
        'h.h,辛,,O1,领导,,S2,',
        'i.i,壬,,O1,管理员,,S1,',
        'wang.fang,王小芳,,O1,,,,',
      ),
    )
    expect(answer.findings.map(({ line, column, code }) => `${line} ${column} ${code}`)).toEqual([
      '3 单位编码 out-of-scope',
      '4 角色 grant-too-wide',
      '5 角色 grant-too-wide',
    ])
    expect(await importText(officer, '/api/users', table('f.f,己,,O1,领导,,C1,'))).toMatchObject({
      imported: true,
    })
    expect(await importText(officer, '/api/users', table('li.lei,李雷,,O1,,,,'))).toMatchObject({
      imported: false,
    })
  })
})
