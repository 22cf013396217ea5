import * as contract from '@chuangcheng/contract'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  type GivenAnswering,
  givenAnswering,
  givenItems,
  givenRound,
  visitOf,
} from '../../testing/given-inspection.ts'
import { givenWorld, type World } from '../../testing/given-world.ts'
import { type Client, useHouse } from '../../testing/house.ts'
import { RULE_BOOK_TABLES } from '../../testing/raised-rule-book.ts'
import { RULE_CHANGES } from '../../testing/rule-changes.ts'
import { readBookRows } from './rule-book/book-queries.ts'

const house = useHouse()
let world: World
let office: Client

beforeAll(async () => {
  world = await givenWorld(house, house.city, ['东门', '西湖'], 120)
  office = await house.administrator()
})

/** Rooms whose endpoints write what the rule book is made of, and those whose endpoints never do. */
const RULING = [
  'areas',
  'checklists',
  'duties',
  'frameworks',
  'mappings',
  'observationImports',
  'organizations',
  'rulebook',
  'sites',
]
const NOT_RULING = [
  'assessments',
  'audit',
  'briefings',
  'cases',
  'city',
  'files',
  'identity',
  'inspections',
  'search',
  'selfChecks',
  'workbench',
]
/** Of the ruling rooms: sites are read for each visit, and no rule hangs on the base map. */
const LEAVE_RULES_ALONE = ['addSite', 'changeBaseMap', 'changeSite', 'importSites']

const endpointsOf = (room: object): contract.Endpoint[] =>
  Object.values(room).filter((value) => typeof value === 'object' && 'operationId' in value)
const isWriting = ({ method, operationId }: contract.Endpoint) =>
  method !== 'GET' && !operationId.startsWith('preview')

const revision = async (): Promise<number> => {
  const found = await house.asOwner('select revision from rule_book_revision where city_id = $1', [
    house.city.id,
  ])
  return found.rows[0]?.revision ?? 0
}

describe('the revision of the rule book', () => {
  it('is demanded of exactly the tables that the rule book is read from', async () => {
    const read = await house.database.transact(house.city.author, async (tx) => {
      await readBookRows(tx, world.rulebook.publishedId)
      const locked = sql<{ name: string }>`
        select c.relname as name from pg_locks l join pg_class c on c.oid = l.relation
        where l.pid = pg_backend_pid() and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by name`
      return (await locked.execute(tx.sql)).rows.map(({ name }) => name)
    })
    expect(read).toEqual([...RULE_BOOK_TABLES, 'rule_book_revision'].sort())
  })

  it('is missed when a rule is written without a word', async () => {
    const silently = house.database.transact(house.city.author, async (tx) => {
      tx.send(sql`update area set name = '改名' where city_id = ${tx.cityId} and code = 'C1'`)
    })
    await expect(silently).rejects.toThrow('the rule book changed in area')
  })

  it('has a request here for every endpoint that writes rules', () => {
    const rooms = Object.entries(contract)
      .map(([name, room]) => ({ name, endpoints: endpointsOf(room) }))
      .filter(({ name, endpoints }) => name !== 'allEndpoints' && endpoints.length > 0)
    expect(rooms.map(({ name }) => name).sort()).toEqual([...RULING, ...NOT_RULING].sort())
    const writing = rooms
      .filter(({ name }) => RULING.includes(name))
      .flatMap(({ endpoints }) => endpoints.filter(isWriting))
    const expected = [...Object.keys(RULE_CHANGES), ...LEAVE_RULES_ALONE].sort()
    expect(writing.map(({ operationId }) => operationId).sort()).toEqual(expected)
  })

  it.each(Object.entries(RULE_CHANGES))('rises with %s', async (operationId, prepare) => {
    const asked = contract.allEndpoints.find((endpoint) => endpoint.operationId === operationId)
    if (!asked || asked.method === 'GET') throw new Error(`${operationId} writes nothing`)
    const { id = '', query = '', body } = await prepare({ house, office, world })
    const before = await revision()
    const answer = await office.send(asked.method, `${asked.path.replace(':id', id)}?${query}`, body)
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.json()).not.toMatchObject({ imported: false })
    expect(await revision()).toBeGreaterThan(before)
  })
})

describe('a visit', () => {
  let answering: GivenAnswering
  let inspector: Client

  beforeAll(async () => {
    answering = await givenAnswering(house, world, givenItems(1, { dimension: '公共秩序' }))
    inspector = await house.givenUser({ role: 'inspector' })
  })

  /** Whom something found now goes to, and which criteria the visit was observed under. */
  async function visited() {
    const { versionId } = answering
    const [{ siteId }] = world.streets
    const plan = { versionId, siteTypeIds: [world.siteTypeId], siteIds: [siteId] }
    const roundId = (await givenRound(office, plan)).id
    const visit = visitOf(house, answering, { roundId, siteId }, { failed: [0] })
    const answer = await inspector.send('POST', '/api/visits', visit)
    const { findings } = answer.json<{ findings: { organizations: { name: string }[] }[] }>()
    const { rows } = await house.asOwner('select criterion_id from observation where collection_id = $1', [
      roundId,
    ])
    return {
      names: findings.flatMap(({ organizations }) => organizations.map(({ name }) => name)),
      criterionIds: rows.map((row) => row.criterion_id),
    }
  }
  const namesAtVisit = async () => (await visited()).names

  const dutyOf = (more: object) => ({
    id: uuidv7(),
    target: 'category',
    siteId: null,
    areaId: null,
    siteTypeId: null,
    category: '公共秩序',
    criterionId: null,
    organizationId: world.streets[1].organizationId,
    role: 'lead',
    share: null,
    validFrom: '2026-01-01',
    validTo: null,
    ...more,
  })
  const take = async (method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown) => {
    const answer = await office.send(method, path, body)
    expect(answer.statusCode, answer.body).toBe(200)
    return answer.json()
  }

  it('goes to whom a duty names from the moment it is given to the moment it ends', async () => {
    expect(await namesAtVisit()).toEqual(['东门街道办'])
    const { id } = await take('POST', '/api/duties', dutyOf({}))
    expect(await namesAtVisit()).toEqual(['西湖街道办'])
    await take('PATCH', `/api/duties/${id}`, { basedOn: 1, validTo: '2026-11-21' })
    expect(await namesAtVisit()).toEqual(['东门街道办'])
  })

  it('follows a duty for an area and the organization’s new name, and a duty taken back', async () => {
    const [{ areaId }, { organizationId }] = world.streets
    const { siteTypeId } = world
    const forArea = dutyOf({ target: 'areaSiteType', category: null, areaId, siteTypeId })
    await take('POST', '/api/duties', forArea)
    expect(await namesAtVisit()).toEqual(['西湖街道办'])
    const path = `/api/organizations/${organizationId}`
    const { revision: basedOn } = (await office.get(path)).json()
    await take('PATCH', path, { basedOn, name: '西湖街道办事处' })
    expect(await namesAtVisit()).toEqual(['西湖街道办事处'])
    await take('DELETE', `/api/duties/${forArea.id}?basedOn=1`)
    expect(await namesAtVisit()).toEqual(['东门街道办'])
  })

  it('feeds a criterion no more once the tie of its item is refused', async () => {
    const [criterionId = ''] = answering.criterionIds
    expect((await visited()).criterionIds).toEqual([criterionId])
    const decision = { itemId: answering.items[0]?.id, criterionId, state: 'rejected' }
    const path = `/api/framework-versions/${answering.versionId}/mappings/decisions`
    await take('POST', path, { decisions: [decision] })
    expect((await visited()).criterionIds).toEqual([])
  })

  it('is judged from memory: a duty written past the service is not seen until a rule changes', async () => {
    expect(await namesAtVisit()).toEqual(['东门街道办'])
    await house.asOwner(
      `insert into duty (city_id, id, target, category, organization_id, role, valid_from)
       values ($1, $2, 'category', '公共秩序', $3, 'lead', '2026-01-01')`,
      [house.city.id, uuidv7(), world.streets[1].organizationId],
    )
    expect(await namesAtVisit()).toEqual(['东门街道办'])
    await take('POST', '/api/duties', dutyOf({ category: '公共设施' }))
    expect(await namesAtVisit()).toEqual(['西湖街道办事处'])
  })
})
