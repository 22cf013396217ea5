import { allEndpoints, type Endpoint } from '@chuangcheng/contract'
import { STARTING_ROLES, type StartingRole } from '@chuangcheng/domain'
import { beforeAll, describe, expect, it } from 'vitest'
import { ACCESS_MATRIX } from './access-matrix.ts'
import { describeApi } from './app.ts'
import { type Meeting, PROBES } from './testing/access-probes.ts'
import { type Belongings, type Callers, callersOf, givenSession } from './testing/given-callers.ts'
import { readGiven } from './testing/given-file.ts'
import { givenWorld, type Street, type World } from './testing/given-world.ts'
import { type Client, useHouse } from './testing/house.ts'

const house = useHouse()

type Cell = 'ok' | '404' | '403' | 'hides'
type Row = {
  readonly operationId: string
  readonly needs: string
  readonly lets: readonly boolean[]
  readonly cells: readonly Cell[]
}

/** The places of the matrix, in the order of its columns. */
const PLACES = [
  { over: 'area', whose: 'own' },
  { over: 'area', whose: 'other' },
  { over: 'organization', whose: 'own' },
  { over: 'organization', whose: 'other' },
  { over: 'city', whose: 'own' },
  { over: 'city', whose: 'other' },
] as const
type Place = (typeof PLACES)[number]

function readMatrix(): Row[] {
  const lines = ACCESS_MATRIX.split('\n').filter((line) => line.trim() !== '')
  return lines.slice(2).map((line) => {
    const [operationId = '', needs = '', ...marks] = line.trim().split(/\s+/)
    const lets = marks.slice(0, STARTING_ROLES.length).map((mark) => mark === 'x')
    return { operationId, needs, lets, cells: marks.slice(STARTING_ROLES.length) as Cell[] } // checked below
  })
}

const rows = readMatrix()
const endpoints = new Map(allEndpoints.map((endpoint) => [endpoint.operationId, endpoint]))

let world: World
let elsewhere: World
const callers = new Map<StartingRole, Callers>()
let othersHere: Belongings
let othersElsewhere: Belongings

beforeAll(async () => {
  world = await givenWorld(house, house.city, ['东河', '西山'], 110)
  elsewhere = await givenWorld(house, house.otherCity, ['南塘', '北坡'], 115)
  const made = await callersOf(house, world)
  for (const role of STARTING_ROLES) callers.set(role, await made.callersWith(role))
  othersHere = await made.belongingsOf(house.city, world.streets[1].userId)
  othersElsewhere = await made.belongingsOf(house.otherCity, elsewhere.streets[0].userId)
})

type Answer = {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string | number | string[] | undefined>>
  readonly rawPayload: Buffer
  readonly body: string
}

async function ask(endpoint: Endpoint, client: Client | null, meeting: Meeting): Promise<Answer> {
  const probe = PROBES[endpoint.operationId]?.(meeting)
  if (!probe) throw new Error(`no probe for ${endpoint.operationId}`)
  return house.app.inject({
    method: endpoint.method,
    url: probe.path,
    headers: {
      ...(client ? { authorization: `Bearer ${client.token}` } : {}),
      ...(probe.bytes ? { 'content-type': 'application/octet-stream' } : {}),
    },
    ...(probe.bytes ? { payload: Buffer.from('a,b\n1,2') } : {}),
    ...(probe.body === undefined ? {} : { payload: probe.body as object }), // a record of the probes
  })
}

/** What the answer amounts to, in the words of the matrix; refusals with their code and permission. */
function outcomeOf({ statusCode, headers, body }: Answer): string {
  if (!String(headers['content-type'] ?? '').includes('problem'))
    return statusCode === 200 ? 'ok' : String(statusCode)
  const { code, params } = JSON.parse(body) as { code: string; params: Record<string, string> }
  if (statusCode >= 500) return String(statusCode)
  if (code === 'not-found') return '404'
  if (code === 'access.out-of-scope') return '403'
  if (code.startsWith('access.')) return `${code} ${params.permission}`
  return code === 'sign-in.needed' ? code : 'ok' // let in, and refused for what was asked
}

/** The answer as text, a workbook as its cells. */
async function textOf({ headers, rawPayload, body }: Answer): Promise<string> {
  if (!String(headers['content-type'] ?? '').includes('spreadsheet')) return body
  return JSON.stringify((await readGiven(rawPayload)).rows)
}

const meetingOf = (userId: string, street: Street, at: World, belongings: Belongings): Meeting => ({
  userId,
  street,
  world: at,
  ...belongings,
})

async function meet(endpoint: Endpoint, role: StartingRole, { over, whose }: Place) {
  const caller = callers.get(role)?.[over]
  if (!caller) throw new Error(`nobody is ${role}`)
  let { client } = caller
  let own = caller.belongings
  // What a request uses up is made anew for each.
  if (endpoint.operationId === 'signOut')
    client = await house.signIn((await client.get('/api/session')).json().user.userName)
  if (endpoint.operationId === 'revokeMySession')
    own = { ...own, sessionId: await givenSession(house, house.city, client.userId) }
  if (endpoint.operationId === 'endGrant') await giveGrantBack()
  const [mine, neighbour] = world.streets
  const meeting =
    whose === 'own'
      ? meetingOf(client.userId, mine, world, own)
      : over === 'city'
        ? meetingOf(client.userId, elsewhere.streets[0], elsewhere, othersElsewhere)
        : meetingOf(client.userId, neighbour, world, othersHere)
  return { answer: await ask(endpoint, client, meeting), meeting }
}

async function giveGrantBack(): Promise<void> {
  const { grantId, userId, organizationId } = world.streets[0]
  await house.asOwner(
    `insert into role_grant (city_id, id, user_id, role_key, organization_id)
     values ($1, $2, $3, 'responsibleOrganization', $4) on conflict do nothing`,
    [house.city.id, grantId, userId, organizationId],
  )
}

/** What must not stand in an answer that hides a place. */
function tracesOf({ street, world: at, tableId, pictureId, sessionId }: Meeting): string[] {
  const { word, districtId, areaId, communityId, organizationId, siteId, userId } = street
  const ofCity = at === elsewhere ? [`城市${at.city.code}`, at.city.id, at.cityAreaId, at.siteTypeId] : []
  return [
    word,
    districtId,
    areaId,
    communityId,
    organizationId,
    siteId,
    userId,
    tableId,
    pictureId,
    sessionId,
    ...ofCity,
  ]
}

async function mustAnswer(endpoint: Endpoint, role: StartingRole, place: Place, cell: Cell): Promise<void> {
  const { answer, meeting } = await meet(endpoint, role, place)
  const said = `${role}, ${place.over} ${place.whose}: ${answer.body.slice(0, 300)}`
  expect(outcomeOf(answer), said).toBe(cell === 'hides' ? 'ok' : cell)
  const shows = PROBES[endpoint.operationId]?.(meeting).shows
  if (cell === 'ok' && shows) expect(await textOf(answer), said).toContain(shows)
  if (cell !== 'hides') return
  const text = await textOf(answer)
  for (const trace of [...tracesOf(meeting), ...(shows ? [shows] : [])])
    expect(text, said).not.toContain(trace)
}

async function mustRefuseLatecomers(endpoint: Endpoint, needs: string, allowed: readonly StartingRole[]) {
  for (const role of STARTING_ROLES) {
    const late = callers.get(role)?.expired
    if (!late) throw new Error(`nobody was ${role}`)
    const meeting = meetingOf(late.client.userId, world.streets[0], world, late.belongings)
    const code = allowed.includes(role) ? 'access.grant-expired' : 'access.no-permission'
    expect(outcomeOf(await ask(endpoint, late.client, meeting)), role).toBe(`${code} ${needs}`)
  }
}

describe('the matrix', () => {
  it('has one row for every endpoint, and no other', () => {
    expect(rows.map(({ operationId }) => operationId).toSorted()).toEqual([...endpoints.keys()].toSorted())
  })

  it('has a request for every row, and reads as a table', () => {
    for (const { operationId, lets, cells } of rows) {
      expect(PROBES, operationId).toHaveProperty(operationId)
      expect([lets.length, cells.length], operationId).toEqual([STARTING_ROLES.length, PLACES.length])
      for (const cell of cells) expect(['ok', '404', '403', 'hides']).toContain(cell)
    }
  })

  it('speaks of the routes that the house has: each endpoint is one, and there is no other', () => {
    const described = describeApi(house.app).paths ?? {}
    const registered = Object.entries(described).flatMap(([path, methods]) =>
      Object.keys(methods ?? {}).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const promised = allEndpoints.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    expect(registered.toSorted()).toEqual(promised.toSorted())
  })
})

describe.each(rows)('$operationId', ({ operationId, needs, lets, cells }) => {
  const endpoint = endpoints.get(operationId)
  if (!endpoint) return
  const allowed = STARTING_ROLES.filter((_, index) => lets[index])
  const refused = STARTING_ROLES.filter((_, index) => !lets[index])

  it('is answered as the matrix says, in every place', async () => {
    for (const role of allowed) {
      for (const [index, place] of PLACES.entries())
        await mustAnswer(endpoint, role, place, cells[index] ?? 'ok')
    }
  })

  it('is refused to the other roles with the name of the permission, wherever they ask', async () => {
    for (const role of refused) {
      for (const place of PLACES) {
        expect(outcomeOf((await meet(endpoint, role, place)).answer), role).toBe(
          `access.no-permission ${needs}`,
        )
      }
    }
  })

  it('is refused to nobody signed in and to those whose grant has run out', async () => {
    const meeting = meetingOf('', world.streets[0], world, othersHere)
    const open = needs === 'public'
    expect(outcomeOf(await ask(endpoint, null, meeting))).toBe(open ? 'ok' : 'sign-in.needed')
    if (!open && needs !== 'signedIn') await mustRefuseLatecomers(endpoint, needs, allowed)
  })
})

describe('a second city', () => {
  const lists = allEndpoints.filter(
    ({ method, path }) => method === 'GET' && !path.includes(':') && path !== '/api/set-up',
  )

  it.each(lists)('shows nowhere in $operationId, to somebody who may see all of theirs', async (endpoint) => {
    const admin = await house.administrator()
    const meeting = meetingOf(admin.userId, world.streets[0], world, othersHere)
    const text = await textOf(await ask(endpoint, admin, meeting))
    for (const street of elsewhere.streets) {
      for (const trace of tracesOf(meetingOf('', street, elsewhere, othersElsewhere)))
        expect(text).not.toContain(trace)
    }
  })
})
