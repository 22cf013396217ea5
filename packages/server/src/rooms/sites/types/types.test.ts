import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { useHouse } from '../../../testing/house.ts'
import { importText } from '../../../testing/import-file.ts'

const house = useHouse()
const problemOf = (answer: { statusCode: number; json(): { code: string } }) => [
  answer.statusCode,
  answer.json().code,
]

describe('site types', () => {
  it('are imported by code; the same file again changes nothing, another one keeps what it has no column for', async () => {
    const admin = await house.administrator()
    const text = '编码,名称,分类,说明\nT01,主干道,城市道路,两侧\nT02,公园,公共场所,\n'
    expect(await importText(admin, '/api/site-types', text)).toMatchObject({
      imported: true,
      createdCount: 2,
    })
    expect(await importText(admin, '/api/site-types', text)).toMatchObject({
      unchangedCount: 2,
      changedCount: 0,
    })
    const renamed = await importText(admin, '/api/site-types', '类型编码,类型名称\nT01,主次干道\n')
    expect(renamed).toMatchObject({ imported: true, changedCount: 1 })
    const { items } = (await admin.get('/api/site-types')).json()
    expect(items).toMatchObject([
      { code: 'T01', name: '主次干道', category: '城市道路', description: '两侧', siteCount: 0, revision: 2 },
      { code: 'T02', name: '公园' },
    ])
  })

  it('have a name and a code of their own, in the file and in the city', async () => {
    const admin = await house.administrator()
    const wrong = '编码,名称\nT03,公园\nT04,车站\nT05,车站\nT04,码头\nT06,\n'
    const answer = await importText(admin, '/api/site-types', wrong)
    expect(answer.imported).toBe(false)
    expect(answer.findings.map(({ line, column, code }) => `${line} ${column} ${code}`)).toEqual([
      '2 名称 duplicate-in-city',
      '4 名称 duplicate-in-file',
      '5 编码 duplicate-in-file',
      '6 名称 required',
    ])
    const taken = { id: uuidv7(), code: 'T02', name: '别的', category: '', description: '' }
    expect(problemOf(await admin.send('POST', '/api/site-types', taken))).toEqual([409, 'duplicate'])
    const named = { ...taken, id: uuidv7(), code: 'T09', name: '公园' }
    expect(problemOf(await admin.send('POST', '/api/site-types', named))).toEqual([409, 'duplicate'])
  })

  it('are added once, changed from the revision somebody saw, and retired', async () => {
    const admin = await house.administrator()
    const body = { id: uuidv7(), code: 'T10', name: '码头', category: '交通', description: '' }
    const first = await admin.send('POST', '/api/site-types', body)
    expect((await admin.send('POST', '/api/site-types', body)).json()).toEqual(first.json())
    expect(problemOf(await admin.send('POST', '/api/site-types', { ...body, name: '港口' }))).toEqual([
      409,
      'duplicate',
    ])
    const path = `/api/site-types/${body.id}`
    expect((await admin.send('PATCH', path, { basedOn: 1, retired: true })).json()).toMatchObject({
      retired: true,
      revision: 2,
    })
    expect(problemOf(await admin.send('PATCH', path, { basedOn: 1, name: '渡口' }))).toEqual([
      409,
      'changed-meanwhile',
    ])
    const stranger = await house.administrator(house.otherCity)
    expect(problemOf(await stranger.send('PATCH', path, { basedOn: 2, name: '渡口' }))).toEqual([
      404,
      'not-found',
    ])
    expect((await stranger.get('/api/site-types')).json().items).toEqual([])
  })
})
