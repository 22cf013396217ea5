import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { linksOf, partsOf } from '../../testing/document-parts.ts'
import { readGiven } from '../../testing/given-file.ts'
import { givenBatch, givenRound } from '../../testing/given-round.ts'
import { givenHandMade, type HandMade } from '../../testing/given-scored-round.ts'
import { givenWorld, type World } from '../../testing/given-world.ts'
import { type Client, useHouse } from '../../testing/house.ts'
import { openCases } from '../cases/index.ts'

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

type Figure = { readonly id: string; readonly key: string; readonly shown: string; readonly number: number }
type Table = {
  readonly columns: readonly { readonly id: string }[]
  readonly rows: readonly {
    readonly id: string
    readonly cells: readonly { readonly exact: string | null }[]
  }[]
}
type Figures = ReadonlyMap<string, Figure>

const make = async (order: object = {}, client = admin) =>
  client.send('POST', '/api/briefings', { id: uuidv7(), roundIds: [made.roundId], ...order })

async function figuresOf(id: string): Promise<Figures> {
  const { figures } = (await admin.get(`/api/briefings/${id}`)).json<{ figures: Figure[] }>()
  return new Map(figures.map((figure) => [figure.key, figure]))
}

const openFigure = async (figures: Figures, key: string, client = admin) =>
  (await client.get(`/api/figures/${figures.get(key)?.id}`)).json()
const retake = async (figures: Figures, key: string) =>
  (await admin.get(`/api/figures/${figures.get(key)?.id}/retaking`)).json()

const cell = ({ rows, columns }: Table, rowId: string, column: string) =>
  rows.find(({ id }) => id === rowId)?.cells[columns.findIndex(({ id }) => id === column)]?.exact

describe('a briefing of a round that was worked out by hand', () => {
  it('prints the counts and the score that the hand found', async () => {
    const figures = await figuresOf((await make()).json().id)
    const shown = (key: string) => figures.get(key)?.shown
    // 2647/300 earned and 501/100 lost of 19 points, 31/6 open
    expect(shown('score.rate')).toBe('63.8%')
    expect(['points', 'earned', 'lost', 'open'].map((part) => shown(`score.${part}`))).toEqual([
      '19.00',
      '8.82',
      '5.01',
      '5.17',
    ])
    expect((await openFigure(figures, 'score.rate')).value.exact).toBe('2647/4150')
    // five sites of the register were seen, and a place that is in none
    expect(shown('round.siteCount')).toBe('6')
    // of 16 observations three do not apply
    expect(shown('round.observationCount')).toBe('13')
    // only sheets came in, there are no cases, and both streets lie in districts of their own
    expect([figures.has('round.visitCount'), figures.has('cases.handedOver')]).toEqual([false, false])
  })

  it('divides the loss among organizations, and sets items against streets', async () => {
    const figures = await figuresOf((await make()).json().id)
    const { value: organizations } = await openFigure(figures, 'score.organizations')
    const { one, two, three } = made.organizations
    expect([one, two, three, ''].map((id) => cell(organizations, id, 'lost'))).toEqual([
      '1379/1800',
      '853/600',
      '37/45',
      '2',
    ])
    const { value: matrix } = await openFigure(figures, 'score.matrix')
    const [east, west] = world.streets
    const a = made.version.criterionIds.get('A') ?? ''
    // (1 + 1 + 0.32) ÷ 3 in the east, nothing in the west
    expect([east, west].map(({ areaId }) => cell(matrix, a, areaId))).toEqual(['58/75', '0'])
    const { value: best } = await openFigure(figures, 'score.bestItems')
    const { value: worst } = await openFigure(figures, 'score.worstItems')
    const code = (id: string | undefined) =>
      [...made.version.criterionIds].find(([, criterionId]) => criterionId === id)?.[0]
    // C keeps everything; A loses 2.01, B 2 and F 1
    expect(code(best.rows[0].id)).toBe('C')
    expect(worst.rows.map(({ id }: { id: string }) => code(id))).toEqual(['A', 'B', 'F'])
  })

  it('is an official document in which every figure leads to its source and back', async () => {
    const { id } = (await make({ title: '关于测评的通报', documentNumber: '清文明办〔2026〕12号' })).json()
    const answer = await admin.get(`/api/briefings/${id}/document`)
    expect(answer.headers['content-disposition']).toContain(encodeURIComponent('关于测评的通报.docx'))
    const { text, bookmarks, anchors } = await linksOf(answer.rawPayload)
    for (const said of ['关于测评的通报', '清文明办〔2026〕12号', '63.8%', '一、基本情况', '附件2　数据来源'])
      expect(text).toContain(said)
    const figures = await figuresOf(id)
    for (const { number } of figures.values()) {
      expect(bookmarks).toContain(`figure_${number}`)
      expect(bookmarks).toContain(`source_${number}`)
      expect(anchors).toContain(`figure_${number}`)
    }
    // nothing is bookmarked twice, and no link leads nowhere
    expect(new Set(bookmarks).size).toBe(bookmarks.length)
    expect(anchors.filter((anchor) => !bookmarks.includes(anchor))).toEqual([])
    // every printed figure is a link as well
    const printed = bookmarks.filter((name) => name.startsWith('figure_')).length
    expect(anchors.filter((name) => name.startsWith('source_'))).toHaveLength(printed)
    const links = (await partsOf(answer.rawPayload)).get('word/_rels/document.xml.rels')?.toString() ?? ''
    for (const { id: figureId } of figures.values())
      expect(links).toContain(`http://chuangcheng.test/figures/${figureId}`)
  })

  it('comes with a workbook of its details', async () => {
    const { id } = (await make()).json()
    const { rawPayload } = await admin.get(`/api/briefings/${id}/details`)
    const table = await readGiven(rawPayload)
    expect(table.sheets).toEqual(['数据', '得分明细', '街道', '责任单位', '街道×项目', '观测', '案卷'])
    const rate = table.rows.find(({ cells }) => cells[1] === '得分率')
    expect(rate?.cells[2]).toBe('63.8%')
  })
})

describe('a figure', () => {
  it('is the same when it is taken again after more was observed, while the question now says something else', async () => {
    const figures = await figuresOf((await make()).json().id)
    const later = await givenBatch(house, house.city, made.roundId, [
      { criterionId: made.version.criterionIds.get('B') ?? '', siteId: made.sites.s4 },
    ])
    for (const key of figures.keys()) expect(await retake(figures, key)).toMatchObject({ same: true })
    // written down by a further briefing, so that the ledger has come on
    await make()
    const opened = await openFigure(figures, 'score.rate')
    expect(opened.value.exact).toBe('2647/4150')
    expect(opened.now.exact).not.toBe('2647/4150')
    expect(opened.words).toContain('已得分')
    await house.asOwner('update observation set removed_by = $1 where batch_id = $1', [later])
    for (const key of figures.keys()) expect(await retake(figures, key)).toMatchObject({ same: true })
  })

  it('stays the same when sites are planned anew', async () => {
    const figures = await figuresOf((await make()).json().id)
    await house.asOwner('delete from round_site where round_id = $1 and site_id = $2', [
      made.roundId,
      made.sites.s4,
    ])
    expect(await retake(figures, 'score.open')).toMatchObject({ same: true })
    const opened = await openFigure(figures, 'score.open')
    expect(opened.now.exact).not.toBe(opened.value.exact)
    await house.asOwner(
      `insert into round_site (city_id, round_id, site_id, site_type_id, origin) values ($1, $2, $3, $4, 'chosen')`,
      [house.city.id, made.roundId, made.sites.s4, world.siteTypeId],
    )
  })

  it('does not exist for another city', async () => {
    const figures = await figuresOf((await make()).json().id)
    const stranger = await house.administrator(house.otherCity)
    const { id = '' } = figures.get('score.rate') ?? {}
    expect((await stranger.get(`/api/figures/${id}`)).statusCode).toBe(404)
    expect((await stranger.get(`/api/figures/${id}/retaking`)).statusCode).toBe(404)
  })
})

describe('figures over cases', () => {
  it('keep the cases as they were, show them to whoever may see them, and stay when the cases go on', async () => {
    const [east, west] = world.streets
    const roundId = await givenRound(house, house.city, { versionId: made.version.id })
    await givenBatch(house, house.city, roundId, [
      { criterionId: made.version.criterionIds.get('B') ?? '', siteId: made.sites.t1 },
    ])
    const ids = [uuidv7(), uuidv7(), uuidv7()]
    await house.database.transact(house.city.author, async (tx) => {
      openCases(
        tx,
        ids.map((id, at) => ({
          id,
          source: { kind: 'finding', id: uuidv7() },
          roundId,
          siteId: null,
          placeName: '东一',
          areaId: null,
          districtId: null,
          subdistrictId: (at === 2 ? west : east).areaId,
          title: '门前垃圾未清',
          description: '',
          category: '公共环境',
          criterionId: null,
          itemId: null,
          responsible: [
            { organizationId: (at === 2 ? west : east).organizationId, role: 'lead', share: null },
          ],
          because: 'site',
          openedAt: '2026-11-01T00:00:00.000Z',
          // one of three is still in time
          dueAt: at === 0 ? '2026-12-01T00:00:00.000Z' : '2026-11-08T00:00:00.000Z',
          photoRequired: false,
          photos: [],
          fixedOnSpot: at === 1,
        })),
      )
    })
    const { id } = (await make({ roundIds: [roundId] })).json()
    const figures = await figuresOf(id)
    const shown = (key: string) => figures.get(`cases.${key}`)?.shown
    expect(['handedOver', 'rectified', 'rectificationRate', 'closed', 'overdue'].map(shown)).toEqual([
      '3',
      '1',
      '33.3%',
      '0',
      '1',
    ])
    await house.asOwner(`update case_file set state = 'closed', closed_at = now() where round_id = $1`, [
      roundId,
    ])
    for (const key of figures.keys()) expect(await retake(figures, key)).toMatchObject({ same: true })
    const opened = await openFigure(figures, 'cases.closed')
    expect([opened.value.exact, opened.now.exact]).toEqual(['0', '3'])
    const leader = await house.givenUser({ role: 'leader', areaId: east.areaId })
    const seen = await openFigure(figures, 'cases.handedOver', leader)
    expect([seen.cases.length, seen.hiddenCaseCount]).toEqual([2, 1])
  })
})

describe('making a briefing', () => {
  it('is headed as proposed where nothing else is said, and numbers go on', async () => {
    const propose = async () =>
      (await admin.send('POST', '/api/briefings/proposal', { roundIds: [made.roundId] })).json()
    const first = await propose()
    expect(first.title).toMatch(/^关于.*情况的通报$/u)
    expect(first.signedOn).toBe('2026-11-22')
    await make({ documentNumber: '清文明办〔2026〕40号', issuer: '清澜市文明办' })
    expect(await propose()).toMatchObject({ documentNumber: '清文明办〔2026〕41号', issuer: '清澜市文明办' })
  })

  it('twice under one id makes it once; the id with other rounds is refused', async () => {
    const id = uuidv7()
    const one = await make({ id })
    const again = await make({ id })
    expect(again.json()).toEqual(one.json())
    const roundId = await givenRound(house, house.city, { versionId: made.version.id })
    expect((await make({ id, roundIds: [roundId, made.roundId] })).json().code).toBe('duplicate')
  })

  it('needs observations, and somebody who may speak for the whole city', async () => {
    const roundId = await givenRound(house, house.city, { versionId: made.version.id })
    expect((await make({ roundIds: [roundId] })).json().code).toBe('briefing.nothing-observed')
    const clerk = await house.givenUser({ role: 'campaignOffice', areaId: world.streets[0].areaId })
    expect((await make({}, clerk)).json().code).toBe('access.out-of-scope')
  })

  it('about a covert round that is not published stays with the office', async () => {
    const roundId = await givenRound(house, house.city, { versionId: made.version.id, kind: 'covert' })
    await givenBatch(house, house.city, roundId, [
      { criterionId: made.version.criterionIds.get('B') ?? '', siteId: made.sites.t1 },
    ])
    const { id } = (await make({ roundIds: [roundId] })).json()
    const leader = await house.givenUser({ role: 'leader' })
    const listed = async () =>
      (await leader.get('/api/briefings')).json().items.map((one: { id: string }) => one.id)
    expect(await listed()).not.toContain(id)
    expect((await leader.get(`/api/briefings/${id}/document`)).statusCode).toBe(404)
    await house.asOwner('update inspection_round set published_at = now() where id = $1', [roundId])
    expect(await listed()).toContain(id)
  })
})
