import { itemFlaws } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { useHouse } from '../../testing/house.ts'
import { SITE_TYPES } from '../setup/qinglan/site-types.ts'
import { readShippedChecklists } from './defaults/read-table.ts'

const house = useHouse()
const adopt = { path: '/api/checklists/defaults' }

describe('the checklists that ship', () => {
  const shipped = readShippedChecklists()
  const itemNamed = (checklist: string, code: string) =>
    shipped.find((each) => each.code === checklist)?.items.find((item) => item.code === code)

  it('are forty-three with 858 items, each with a code of its own', () => {
    expect(shipped).toHaveLength(43)
    expect(shipped.flatMap(({ items }) => items)).toHaveLength(858)
    for (const { items } of shipped) expect(new Set(items.map(({ code }) => code)).size).toBe(items.length)
  })

  it('say how to walk and what is no violation only where that is known', () => {
    expect(shipped.filter(({ protocol }) => protocol !== '')).toHaveLength(12)
    expect(shipped.find(({ code }) => code === 'main_road')?.protocol).toBe('沿线检查 300 米')
    expect(itemNamed('main_road', 'OR1')?.exemptions).toEqual(['划线允许停放'])
    expect(itemNamed('main_road', 'EN1')?.exemptions).toEqual([])
  })

  it('mark what is read out of a text or inferred as a guess', () => {
    expect(itemNamed('square', 'EN1')?.guesses).toEqual([])
    expect(itemNamed('main_road', 'EN1')).toMatchObject({
      answer: { bands: [{ to: 0 }, { from: 1, to: 2 }, { from: 3, to: 4 }, { from: 5, to: null, share: 0 }] },
      guesses: ['answer'],
    })
    expect(itemNamed('hotline', 'X1')).toMatchObject({
      answer: { kind: 'number', unit: '秒', direction: 'atMost', target: 30 },
      guesses: ['answer'],
    })
    expect(itemNamed('crossing', 'X1')?.answer).toMatchObject({ target: null })
  })
})

describe('adopting the checklists that ship', () => {
  it('covers every type of 清澜市 and leaves the hotline, for which it has no type', async () => {
    const admin = await house.administrator()
    for (const { code, name, category } of SITE_TYPES) {
      const body = { id: uuidv7(), code, name, category, description: '' }
      expect((await admin.send('POST', '/api/site-types', body)).statusCode).toBe(200)
    }
    const answer = await admin.send('POST', adopt.path, { addTypes: false })
    expect(answer.json()).toEqual({
      addedCount: 42,
      itemCount: 855,
      addedTypeCount: 0,
      keptCount: 0,
      unmatched: ['热线与举报渠道'],
    })
    const { items, typesWithout } = (await admin.get('/api/checklists')).json()
    expect(typesWithout).toEqual([])
    const roads = items.find((one: { code: string }) => one.code === 'main_road')
    expect(roads.siteTypes.map((type: { name: string }) => type.name)).toEqual(['主干道', '商业大街'])
    const draft = (await admin.get(`/api/checklist-versions/${roads.draft.id}`)).json()
    expect(draft.items.flatMap(itemFlaws)).toEqual([])
    expect(draft.items[0]).toMatchObject({ photo: 'onFailure', handOver: true, weight: 1, protocol: '' })
  })

  it('again keeps what stands; all of them can be published at once', async () => {
    const admin = await house.administrator()
    const again = (await admin.send('POST', adopt.path, { addTypes: true })).json()
    expect(again).toMatchObject({ addedCount: 1, addedTypeCount: 1, keptCount: 42, unmatched: [] })
    const published = (await admin.send('POST', '/api/checklists/publication', {})).json()
    expect(published).toEqual({ publishedCount: 43, refused: [] })
  })

  it('adds the types a new city lacks', async () => {
    const admin = await house.administrator(house.otherCity)
    expect((await admin.send('POST', adopt.path, { addTypes: false })).json()).toMatchObject({
      addedCount: 0,
    })
    const answer = (await admin.send('POST', adopt.path, { addTypes: true })).json()
    expect(answer).toMatchObject({ addedCount: 43, itemCount: 858, addedTypeCount: 43, unmatched: [] })
    const { items } = (await admin.get('/api/checklists')).json()
    for (const one of items) expect(one.siteTypes).toHaveLength(1)
  })
})
