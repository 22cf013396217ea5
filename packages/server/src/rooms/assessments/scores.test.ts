import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { givenBatch, givenRound } from '../../testing/given-round.ts'
import { givenHandMade, type HandMade } from '../../testing/given-scored-round.ts'
import { givenVersion } from '../../testing/given-version.ts'
import { givenWorld, type World } from '../../testing/given-world.ts'
import { type Client, useHouse } from '../../testing/house.ts'
import { foldCity } from '../observations/index.ts'

const house = useHouse()
let world: World
let admin: Client
let made: HandMade

beforeAll(async () => {
  world = await givenWorld(house, house.city, ['东门', '西湖'], 120)
  await givenWorld(house, house.otherCity, ['南山', '北海'], 110)
  admin = await house.administrator()
  made = await givenHandMade(house, world)
})

type Exact = { readonly fraction: string }
type Parts = { readonly points: Exact; readonly earned: Exact; readonly lost: Exact; readonly open: Exact }
type Node = Parts & { readonly code: string; readonly kind: string; readonly basis: string | null }
type Seen = { readonly subdistrictName: string; readonly responsible: readonly unknown[] }
type Row = { readonly id: string | null; readonly name: string; readonly lost: Exact; readonly score: Exact }

const scoreOf = async (rounds = made.roundId) => (await admin.get(`/api/score?rounds=${rounds}`)).json()
const breakdown = async (by: string, client = admin) =>
  (await client.get(`/api/score/breakdown?rounds=${made.roundId}&by=${by}`)).json()
const fractionsOf = ({ points, earned, lost, open }: Parts) =>
  [points, earned, lost, open].map(({ fraction }) => fraction)

/** Everything here is a whole number of such parts of a point. */
const WHOLE = 3_600_000n
function parts({ fraction }: Exact): bigint {
  const [numerator = '', denominator = '1'] = fraction.split('/')
  const product = BigInt(numerator) * WHOLE
  expect(product % BigInt(denominator)).toBe(0n)
  return product / BigInt(denominator)
}
const sum = (exacts: readonly Exact[]) => exacts.reduce((all, one) => all + parts(one), 0n)

describe('the score of a round that was worked out by hand', () => {
  it('earns, loses and leaves open what the page about scoring says', async () => {
    const { nodes } = await scoreOf()
    const byCode = new Map<string, Node>(nodes.map((node: Node) => [node.code, node]))
    const of = (code: string) => fractionsOf(byCode.get(code) as Node)
    // (1 + 0.66 + 0) ÷ 3 of the 6 points, three sites of four
    expect(of('A')).toEqual(['6', '249/100', '201/100', '3/2'])
    // one of two sites does not conform: half of the points
    expect(of('B')).toEqual(['4', '2', '2', '0'])
    // 2 of 2 are more than 90 %; two sites of the three to which it applies
    expect(of('C')).toEqual(['5', '10/3', '0', '5/3'])
    expect(of('D')).toEqual(['2', '0', '0', '2'])
    expect(of('E')).toEqual(['0', '0', '0', '0'])
    // 5 × 0.3 = 1.5, at most 1
    expect(of('F')).toEqual(['2', '1', '1', '0'])
    expect(of('P')).toEqual(['19', '2647/300', '501/100', '31/6'])
    expect([...byCode.values()].map(({ basis }) => basis)).toEqual([
      null,
      'shares',
      'shares',
      'shares',
      'notObserved',
      'notApplicable',
      'shares',
      null,
      null,
    ])
  })

  it('counts sites, observations and what stands beside the points', async () => {
    const { total, nodes, version, rounds } = await scoreOf()
    expect(fractionsOf(total)).toEqual(['19', '2647/300', '501/100', '31/6'])
    // 2647/300 of 2647/300 + 501/100
    expect(total.rate.fraction).toBe('2647/4150')
    expect(total).toMatchObject({ fullPoints: 22, observationCount: 13, unresolvedCount: 1 })
    // the sheet names all but the fourth
    expect(total.sites).toEqual({ planned: 6, visited: 5 })
    expect(version.id).toBe(made.version.id)
    expect(rounds).toMatchObject([{ id: made.roundId, kind: 'mock' }])
    const node = (code: string) => nodes.find((one: Node) => one.code === code)
    expect(node('A').coverage).toEqual({ observed: 3, applicable: 4 })
    expect(node('C').coverage).toEqual({ observed: 2, applicable: 3 })
    expect(node('D').coverage).toEqual({ observed: 0, applicable: 2 })
    expect(node('E').coverage).toBeNull()
    expect(node('V').passed).toBe(false)
    expect(node('G').passed).toBe(false)
  })

  it('is the same before and after the tallies are folded', async () => {
    const before = await scoreOf()
    await foldCity(house.database, house.city.id)
    expect(await scoreOf()).toEqual(before)
  })

  it('adds up at every node', async () => {
    for (const { points, earned, lost, open } of (await scoreOf()).nodes)
      expect(sum([earned, lost, open])).toBe(parts(points))
  })
})

describe('who lost what', () => {
  it('divides every lost point by stated shares, the rest equally, and names what nobody owns', async () => {
    const { rows, lost, complete } = await breakdown('organization')
    const byId = new Map<string | null, Row>(rows.map((row: Row) => [row.id, row]))
    const { one, two, three } = made.organizations
    // 0.51 ÷ 2 + 20 % of 1/3 + two thirds of 2/3
    expect(byId.get(one)?.lost.fraction).toBe('1379/1800')
    // 0.51 ÷ 2 + 60 % of 1.5 + 80 % of 1/3
    expect(byId.get(two)?.lost.fraction).toBe('853/600')
    // 40 % of 1.5 + one third of 2/3
    expect(byId.get(three)?.lost.fraction).toBe('37/45')
    expect(byId.get(null)?.lost.fraction).toBe('2')
    expect(lost.fraction).toBe('501/100')
    expect(complete).toBe(true)
  })

  it('adds up to the lost points by district, street, site type and organization', async () => {
    for (const by of ['district', 'subdistrict', 'siteType', 'organization']) {
      const { rows, lost } = await breakdown(by)
      expect([by, sum(rows.map((row: Row) => row.lost))]).toEqual([by, parts(lost)])
    }
  })

  it('adds up to the lost points over the observations, and over those of each criterion', async () => {
    const { items } = (await admin.get(`/api/score/observations?rounds=${made.roundId}`)).json()
    expect(sum(items.map((item: Row) => item.lost))).toBe(parts({ fraction: '501/100' }))
    for (const node of (await scoreOf()).nodes) {
      if (node.kind !== 'criterion') continue
      const own = items.filter((item: { criterion: Node | null }) => item.criterion?.code === node.code)
      expect([node.code, sum(own.map((item: Row) => item.lost))]).toEqual([node.code, parts(node.lost)])
    }
  })

  it('scores each organization in full for whatever it answers', async () => {
    const { rows } = await breakdown('organization')
    const one = rows.find(({ id }: Row) => id === made.organizations.one)
    // 6 + 6 + 1.92 of 18, 1 + 0 of 4, 0.5 of 1
    expect([one.earned.fraction, one.stake.fraction, one.score.fraction]).toEqual([
      '771/50',
      '23',
      '771/1150',
    ])
  })

  it('tells streets apart', async () => {
    const { rows } = await breakdown('subdistrict')
    const [east, west] = world.streets
    const of = (id: string) => rows.find((row: Row) => row.id === id)
    // 0.51 + 1/3 in the east
    expect(of(east.areaId)).toMatchObject({ name: '东门街道', lost: { fraction: '253/300' } })
    // 1.5 + 2 + 2/3 in the west
    expect(of(west.areaId)).toMatchObject({ name: '西湖街道', lost: { fraction: '25/6' } })
  })
})

describe('what stands behind a number', () => {
  const behind = async (query: string, client = admin) =>
    (await client.get(`/api/score/observations?rounds=${made.roundId}&${query}`)).json()

  it('are the observations of a criterion, or of all criteria below an indicator', async () => {
    const id = made.version.criterionIds.get('A') ?? ''
    expect((await behind(`node=${id}`)).items).toHaveLength(4)
    expect((await behind(`node=${made.version.partId}`)).items).toHaveLength(15)
    expect((await behind('node=none')).items).toMatchObject([{ placeName: '某小区', criterion: null }])
    expect((await behind(`node=${uuidv7()}`)).code).toBe('not-found')
  })

  it('can be narrowed to a street, a type, an organization, a site, and to what fell short', async () => {
    const [east, west] = world.streets
    const count = async (query: string) => (await behind(query)).items.length
    expect(await count(`subdistrict=${east.areaId}&failedOnly=true`)).toBe(4)
    expect(await count(`district=${west.districtId}&failedOnly=true`)).toBe(4)
    expect(await count(`siteType=${made.otherTypeId}`)).toBe(8)
    expect(await count(`siteType=none`)).toBe(1)
    expect(await count(`organization=${made.organizations.two}`)).toBe(3)
    expect(await count('organization=none&failedOnly=true')).toBe(3)
    expect(await count(`siteId=${made.sites.s3}`)).toBe(2)
  })

  it('says where, what, how much was lost and who answers', async () => {
    const { items } = await behind(`siteId=${made.sites.s3}&failedOnly=true`)
    expect(items).toMatchObject([
      {
        round: { id: made.roundId },
        criterion: { code: 'A' },
        placeName: '西三',
        subdistrictName: '西湖街道',
        share: { fraction: '0' },
        lost: { fraction: '3/2' },
        note: '门前垃圾未清',
        responsible: [{ organization: { name: '市城管局' }, share: 60 }, { share: null }],
        visitId: null,
        photoIds: [],
      },
    ])
  })

  it('comes page by page', async () => {
    const first = await behind('limit=10')
    const second = await behind(`limit=10&after=${first.next}`)
    expect([first.items.length, second.items.length, second.next]).toEqual([10, 6, null])
    expect((await behind('after=nonsense')).code).toBe('cursor.invalid')
  })
})

describe('a list of problems', () => {
  it('takes off points and says nothing of what was kept', async () => {
    const version = await givenVersion(house, house.city, {
      criteria: [
        { code: 'P1', points: 3 },
        { code: 'P2', points: 1 },
      ],
    })
    const roundId = await givenRound(house, house.city, { versionId: version.id, kind: 'thirdParty' })
    const problem = (code: string, deductionPoints: number) => ({
      criterionId: version.criterionIds.get(code) ?? '',
      placeName: '社区1',
      outcome: 'problem' as const,
      deductionPoints,
    })
    await givenBatch(house, house.city, roundId, [
      problem('P1', 0.5),
      problem('P1', 1),
      problem('P2', 0.7),
      problem('P2', 0.7),
    ])
    const { nodes, total } = await scoreOf(roundId)
    expect(nodes.slice(1).map(fractionsOf)).toEqual([
      ['3', '0', '3/2', '3/2'],
      ['1', '0', '1', '0'],
    ])
    expect(total).toMatchObject({ rate: null, problemCount: 4, observationCount: 0 })
    const { items } = (await admin.get(`/api/score/observations?rounds=${roundId}&failedOnly=true`)).json()
    expect(items.map(({ lost }: Row) => lost.fraction)).toEqual(['1/2', '1/2', '1', '1/2'])
  })
})

describe('rounds that are scored together', () => {
  it('count every observation and every planned site of each', async () => {
    const further = await givenRound(house, house.city, {
      versionId: made.version.id,
      sites: [{ siteId: made.sites.s4, siteTypeId: world.siteTypeId }],
    })
    await givenBatch(house, house.city, further, [
      {
        criterionId: made.version.criterionIds.get('A') ?? '',
        siteId: made.sites.s4,
        siteTypeId: world.siteTypeId,
      },
    ])
    const { nodes } = await scoreOf(`${made.roundId},${further}`)
    // (1 + 0.66 + 0 + 1) ÷ 4 at four sites of five
    expect(fractionsOf(nodes[1])).toEqual(['6', '399/125', '201/125', '6/5'])
  })

  it('must be of one version, must exist, and must be named', async () => {
    const other = await givenVersion(house, house.city, { criteria: [{ code: 'X' }] })
    const foreign = await givenRound(house, house.city, { versionId: other.id })
    const code = async (query: string) => (await admin.get(`/api/score${query}`)).json().code
    expect(await code(`?rounds=${made.roundId},${foreign}`)).toBe('score.rounds-of-versions')
    expect(await code(`?rounds=${uuidv7()}`)).toBe('not-found')
    expect(await code('?rounds=nonsense')).toBe('not-found')
    expect(await code('')).toBe('score.nothing-chosen')
    expect(await code(`?assessmentId=${uuidv7()}`)).toBe('not-found')
  })
})

describe('somebody of a street', () => {
  it('sees the whole tree, and of rows and observations only their own', async () => {
    const [east] = world.streets
    const clerk = await house.givenUser({ role: 'leader', areaId: east.areaId })
    const tree = (await clerk.get(`/api/score?rounds=${made.roundId}`)).json()
    expect(tree.total.lost.fraction).toBe('501/100')
    const streets = await breakdown('subdistrict', clerk)
    expect(streets.rows.map(({ id }: Row) => id)).toEqual([east.areaId])
    expect(streets.complete).toBe(false)
    const organizations = await breakdown('organization', clerk)
    expect(organizations.rows.map(({ id }: Row) => id)).toEqual([east.organizationId])
    const { items } = (await clerk.get(`/api/score/observations?rounds=${made.roundId}`)).json()
    expect(items).toHaveLength(12)
    // in their street, or answered for by the office that sits there
    const elsewhere = items.filter((item: Seen) => item.subdistrictName !== '东门街道')
    expect(elsewhere).toHaveLength(2)
    for (const { responsible } of elsewhere)
      expect(responsible).toContainEqual(
        expect.objectContaining({ organization: expect.objectContaining({ id: east.organizationId }) }),
      )
  })
})

describe('a covert round', () => {
  it('is scored for its team and the office, and does not exist for others until it is published', async () => {
    const covert = await givenRound(house, house.city, { versionId: made.version.id, kind: 'covert' })
    const leader = await house.givenUser({ role: 'leader' })
    const office = await house.givenUser({ role: 'campaignOffice' })
    const inspector = await house.givenUser({ role: 'inspector' })
    const team = uuidv7()
    await house.asOwner(
      `insert into round_team (city_id, round_id, id, name, position) values ($1, $2, $3, '一组', 0)`,
      [house.city.id, covert, team],
    )
    await house.asOwner(
      'insert into round_team_member (city_id, round_id, user_id, team_id) values ($1, $2, $3, $4)',
      [house.city.id, covert, inspector.userId, team],
    )
    const assessmentId = uuidv7()
    await office.send('POST', '/api/assessments', {
      id: assessmentId,
      name: '暗访',
      kind: 'mock',
      roundIds: [covert],
    })
    const sees = async (client: Client) => {
      const lists = (await client.get('/api/assessments')).json()
      return [
        (await client.get(`/api/score?rounds=${covert}`)).statusCode,
        (await client.get(`/api/score?assessmentId=${assessmentId}`)).statusCode,
        lists.items.some(({ id }: Row) => id === assessmentId),
        lists.rounds.some(({ id }: Row) => id === covert),
      ]
    }
    expect(await sees(office)).toEqual([200, 200, true, true])
    expect(await sees(inspector)).toEqual([200, 200, true, true])
    expect(await sees(leader)).toEqual([404, 404, false, false])
    await house.asOwner('update inspection_round set published_at = now() where id = $1', [covert])
    expect(await sees(leader)).toEqual([200, 200, true, true])
  })
})
