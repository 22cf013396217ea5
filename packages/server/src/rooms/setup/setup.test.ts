import { describe, expect, it } from 'vitest'
import { useHouse } from '../../testing/house.ts'

const house = useHouse()

describe('the settings of a city', () => {
  it('show its name and code to whoever works in it', async () => {
    const leader = await house.givenUser({ role: 'leader' })
    const answer = await leader.get('/api/city')
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({ id: house.city.id, code: 'c1', name: '城市c1' })
  })

  it('let an administrator rename it, and the log says from what to what', async () => {
    const admin = await house.administrator()
    const renamed = await admin.send('PATCH', '/api/city', { name: '  清澜市 ' })
    expect(renamed.json()).toMatchObject({ code: 'c1', name: '清澜市' })
    expect((await admin.get('/api/session')).json().city.name).toBe('清澜市')
    const { items } = (await admin.get('/api/audit?action=city.change')).json()
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      subjectId: house.city.id,
      before: { code: 'c1', name: '城市c1' },
      after: { code: 'c1', name: '清澜市' },
    })
  })

  it('leave no entry when the name stays the same', async () => {
    const admin = await house.administrator()
    await admin.send('PATCH', '/api/city', { name: '清澜市' })
    expect((await admin.get('/api/audit?action=city.change')).json().items).toHaveLength(1)
  })

  it('are not changed by somebody who may only look, nor emptied by anybody', async () => {
    const leader = await house.givenUser({ role: 'leader' })
    const refused = await leader.send('PATCH', '/api/city', { name: '别的市' })
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'access.no-permission'])
    const admin = await house.administrator()
    const blank = await admin.send('PATCH', '/api/city', { name: '   ' })
    expect([blank.statusCode, blank.json().code]).toEqual([400, 'request.invalid'])
  })

  it('stay those of one city: the other keeps its name', async () => {
    const other = await house.administrator(house.otherCity)
    expect((await other.get('/api/city')).json()).toMatchObject({ code: 'c2', name: '城市c2' })
  })
})
