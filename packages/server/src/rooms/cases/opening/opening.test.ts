import { readFile } from 'node:fs/promises'
import { STARTING_WORKFLOW } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { givenCase, givenCases, somethingWrong } from '../../../testing/given-case.ts'
import { givenWorld, type World } from '../../../testing/given-world.ts'
import { useHouse } from '../../../testing/house.ts'
import { listCaseFacts, listCasesOfSources, openCases, withdrawCases } from '../index.ts'

const house = useHouse()
let world: World
beforeAll(async () => {
  world = await givenWorld(house, house.city, ['东门', '西湖'], 120)
  await givenWorld(house, house.otherCity, ['南山', '北海'], 110)
})

const reader = () => house.database.reader(house.city.id)
const factsOf = (roundId: string) =>
  listCaseFacts(reader(), { roundIds: [roundId], now: house.now.toISOString() })
const ledBy = (organizationId: string) => [{ organizationId, role: 'lead' as const, share: null }]

describe('opening cases', () => {
  it('hands each to its lead, what nobody owns to the inbox, and numbers them apart', async () => {
    const roundId = uuidv7()
    const east = world.streets[0].organizationId
    const opened = await givenCases(house, [{ roundId, responsible: ledBy(east) }, { roundId }])
    expect(opened.map(({ organizationId }) => organizationId)).toEqual([east, null])
    expect(new Set(opened.map(({ number }) => number)).size).toBe(2)
    expect(opened[0]?.number).toMatch(/^WT-20261122-100000-\d\d$/)
    expect(await factsOf(roundId)).toMatchObject([
      { state: 'assigned', organizationId: east, overdue: false },
      { state: 'unassigned', organizationId: null },
    ])
  })

  it('takes what was fixed on the spot as reported, with its photo where one is needed', async () => {
    const roundId = uuidv7()
    const fixed = { roundId, photoRequired: true, fixedOnSpot: true }
    await expect(givenCase(house, fixed)).rejects.toMatchObject({ code: 'case.photo-needed' })
    await givenCase(house, { ...fixed, photos: [{ fileId: uuidv7(), purpose: 'after' }] })
    expect(await factsOf(roundId)).toMatchObject([
      { state: 'rectified', rectifiedAt: house.now.toISOString() },
    ])
  })

  it('opens one case a finding, and none when something of the same transaction fails', async () => {
    const source = { kind: 'finding' as const, id: uuidv7() }
    await givenCase(house, { source })
    await expect(givenCase(house, { source })).rejects.toThrow(/case_source_once/)
    const roundId = uuidv7()
    await expect(givenCases(house, [{ roundId }, { roundId, areaId: uuidv7() }])).rejects.toThrow()
    expect(await factsOf(roundId)).toEqual([])
    expect(await listCasesOfSources(reader(), [source.id])).toHaveLength(1)
  })

  it('lets nobody wait: one transaction commits while another, begun before it, is still open', async () => {
    const roundId = uuidv7()
    let finish = () => {}
    const held = house.database.transact(house.city.author, async (tx) => {
      openCases(tx, [{ ...somethingWrong(house), roundId }])
      await tx.sql.selectFrom('city').select('code').where('city_id', '=', tx.cityId).execute()
      await new Promise<void>((resolve) => {
        finish = resolve
      })
    })
    await givenCase(house, { roundId })
    expect(await factsOf(roundId)).toHaveLength(1)
    finish()
    await held
    expect(await factsOf(roundId)).toHaveLength(2)
  })

  it('leaves an audit entry for each case', async () => {
    const { id, number } = await givenCase(house)
    const admin = await house.administrator()
    const entries = (await admin.get(`/api/audit?subjectId=${id}`)).json().items
    expect(entries).toMatchObject([{ action: 'case.open', after: { number } }])
  })
})

describe('withdrawing', () => {
  it('ends what came from a source that was wrong, with the reason, once', async () => {
    const roundId = uuidv7()
    const source = { kind: 'finding' as const, id: uuidv7() }
    await givenCases(house, [{ roundId, source }, { roundId }])
    const withdraw = (reason: string) =>
      house.database.transact(house.city.author, (tx) =>
        withdrawCases(tx, { sourceIds: [source.id], reason }),
      )
    await expect(withdraw(' ')).rejects.toMatchObject({ code: 'case.reason-missing' })
    await withdraw('记错点位')
    await withdraw('记错点位')
    const facts = await factsOf(roundId)
    expect(facts.map(({ state, revision }) => [state, revision])).toEqual(
      expect.arrayContaining([
        ['withdrawn', 2],
        ['unassigned', 1],
      ]),
    )
    expect(facts.find(({ state }) => state === 'withdrawn')?.closedAt).toBeNull()
  })
})

describe('the workflow', () => {
  it('is written for a new city, and for cities that moved in before by the migration, as it is shipped', async () => {
    const { rows } = await house.asOwner('select definition from case_workflow where city_id = $1', [
      house.city.id,
    ])
    expect(rows).toEqual([{ definition: STARTING_WORKFLOW }])
    const migration = await readFile(
      new URL('../../../../migrations/0015-cases.sql', import.meta.url),
      'utf8',
    )
    const literal = /select city_id, 1, '(?<definition>[^']+)' from city/.exec(migration)?.groups?.definition
    expect(JSON.parse(literal ?? '')).toEqual(STARTING_WORKFLOW)
  })

  it('keeps what was done: the service may neither change nor delete a step', async () => {
    await givenCase(house)
    await expect(house.database.pool.query('delete from case_step')).rejects.toThrow(/permission denied/)
    await expect(house.database.pool.query(`update case_step set reason = 'x'`)).rejects.toThrow(
      /permission denied/,
    )
  })
})
