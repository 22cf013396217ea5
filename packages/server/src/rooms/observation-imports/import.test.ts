import { NO_CRITERION, over, roundedTo, type Tally } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { givenObservedCity, type ObservedCity } from '../../testing/given-observed-city.ts'
import { observed } from '../../testing/given-round.ts'
import { type GivenSheet, givenWorkbook } from '../../testing/given-sheet.ts'
import { type Client, useHouse } from '../../testing/house.ts'
import { upload } from '../../testing/import-file.ts'
import { addBatch, listObservations, readTallies } from '../observations/index.ts'

const house = useHouse()
let city: ObservedCity
let office: Client
let roundId: string

type Answer = {
  readonly code?: string
  readonly title?: string
  readonly imported: boolean
  readonly round: { name: string; startsOn: string; endsOn: string; isNew: boolean }
  readonly framework: { versionId: string; isNew: boolean; itemCount: number; subItemCount: number }
  readonly observationCount: number
  readonly supersededCount: number
  readonly recountedCount: number
  readonly unresolvedCount: number
  readonly unassignedCount: number
  readonly registeredCount: number
  readonly leftOutCount: number
  readonly newStreetCount: number
  readonly newOrganizationCount: number
  readonly deductedPoints: number
  readonly errorCount: number
  readonly findings: { line: number; column: string | null; severity: string; code: string; file: string }[]
  readonly names: {
    kind: string
    said: string
    rowCount: number
    nearest: { id: string; name: string }[]
  }[]
}

const HEADERS = ['序号', '测评项目', '点位', '街道', '责任单位', '问题描述', '扣分', '时间']
const DAY = '2026-11-20'

beforeAll(async () => {
  city = await givenObservedCity(house, house.city)
  office = await house.administrator()
})

beforeEach(() => {
  roundId = uuidv7()
})

const criterion = (code: string): string => city.criteria.get(code) ?? ''
const reader = () => house.database.reader(house.city.id)

type Cells = readonly (string | number | Date | null)[]
const sheetOf = (...rows: readonly Cells[]): GivenSheet => ({ headers: HEADERS, rows })

async function send(order: Record<string, unknown>): Promise<Answer> {
  const answer = await office.send('POST', '/api/observation-imports', {
    roundId,
    newRound: { name: `第三方${roundId}`, versionId: city.versionId },
    lists: 'everyCheck',
    dryRun: false,
    ...order,
  })
  return answer.json<Answer>()
}

async function importFiles(
  files: readonly GivenSheet[],
  order: Record<string, unknown> = {},
): Promise<Answer> {
  const sheets = await Promise.all(
    files.map(async (file, index) => ({
      fileId: await upload(office, `第${index + 1}份.xlsx`, await givenWorkbook(file)),
    })),
  )
  return send({ sheets, ...order })
}

async function observations() {
  const filter = { collectionIds: [roundId], scope: { everything: true } } as const
  const { items } = await listObservations(reader(), filter, { limit: 500 })
  return items.sort((a, b) => Number(a.serial) - Number(b.serial))
}

/** What is one and the same place as that of an observation. */
async function subjectOf(row: { batchId: string; number: number } | undefined): Promise<string> {
  const { rows } = await house.asOwner(
    'select subject_key from observation where batch_id = $1 and number = $2',
    [row?.batchId, row?.number],
  )
  return rows[0].subject_key
}

const tallies = async (): Promise<Map<string, Tally>> =>
  (await readTallies(reader(), [roundId])).get(roundId) ?? new Map()

const tallyOf = async (code: string): Promise<Tally> => {
  const tally = (await tallies()).get(criterion(code))
  if (!tally) throw new Error(`nothing was observed of ${code}`)
  return tally
}

const meanOf = ({ all: { shares, sites } }: Tally): string =>
  roundedTo(over(shares.value(), sites.value()), 4)

/** Of an organization: points earned over points at stake, in parts of its criterion. */
const rateOf = (tally: Tally, organizationId: string): string => {
  const part = tally.parts.organization.get(organizationId)
  return part ? roundedTo(over(part.earned.value(), part.stake.value()), 4) : 'nothing'
}

describe('a sheet of a third party', () => {
  it('is read as assessors send it: titles, merged cells, short names, several organizations, a total at its foot', async () => {
    const answer = await importFiles([
      {
        titles: ['清澜市文明城市第三方测评问题清单', '测评时间：2026年11月'],
        headers: ['序号', '测评项目', '点位', '街道', '责任单位', null, null, '问题描述', '扣分', '时间'],
        rows: [
          [
            1,
            '3.主次干道(2)',
            '社区1',
            '东河',
            '市城管局',
            '东河街道办',
            null,
            '占道经营',
            '扣1分',
            '2026年11月19日',
          ],
          [
            2,
            null,
            '主干道3',
            '西山街道',
            '市城管局、西山街道办',
            null,
            null,
            null,
            null,
            new Date('2026-11-21'),
          ],
          [3, '停车场', '路口', '西山街道办事处', '西山街道办事处', null, null, '标志破损', '０．５', null],
          ['合计', null, null, null, null, null, null, null, 1.5, null],
        ],
        merges: ['E3:G3', 'B4:B5'],
      },
    ])
    expect(answer).toMatchObject({
      imported: true,
      observationCount: 3,
      leftOutCount: 1,
      registeredCount: 1,
      unresolvedCount: 0,
      unassignedCount: 0,
      deductedPoints: 1.5,
      errorCount: 0,
      names: [],
      round: { startsOn: '2026-11-19', endsOn: '2026-11-21', isNew: true },
    })
    const [bureau, east, west] = city.organizations
    const [first, second, third] = await observations()
    expect(first).toMatchObject({
      criterion: { code: '3.2' },
      siteId: city.siteId,
      siteTypeName: '社区',
      subdistrictName: '东河街道',
      numerator: '2',
      denominator: '3',
      serial: '1',
      note: '占道经营',
    })
    expect(first?.responsible.map(({ organizationId, role }) => [organizationId, role])).toEqual([
      [bureau, 'lead'],
      [east, 'competent'],
    ])
    expect(second).toMatchObject({
      criterion: { code: '3.2' },
      siteId: null,
      siteTypeName: '主干道',
      numerator: '1',
    })
    expect(second?.responsible.map(({ organizationId }) => organizationId)).toEqual([bureau, west])
    expect(third).toMatchObject({ criterion: { code: '12.3' }, numerator: '3', denominator: '4' })
  })

  it('gives scores and losses that a person works out by hand', async () => {
    await importFiles([
      sheetOf(
        // 3.2 has 3 points: 东河社区1 twice (mean of 1/3 and 1), 西山社区1 once.
        ['1', '3.2', '社区1', '东河街道', '市城管局、东河街道办', '占道', '2', DAY],
        ['2', '3.2', '社区1', '东河街道', '东河街道办', '', '', DAY],
        ['3', '3.2', '社区1', '西山街道', '西山街道办', '占道', '3', DAY],
      ),
    ])
    const tally = await tallyOf('3.2')
    const [bureau, east, west] = city.organizations
    // places: (1/3 + 1) / 2 = 2/3 and 0, so 1/3 of the points
    expect([roundedTo(tally.all.sites.value(), 2), meanOf(tally)]).toEqual(['2.00', '0.3333'])
    expect([rateOf(tally, bureau), rateOf(tally, east), rateOf(tally, west)]).toEqual([
      '0.3333',
      '0.6667',
      '0.0000',
    ])
    // lost at 东河社区1: half a place × 2/3, divided by two organizations; at 西山社区1 all of it
    const lossOf = (id: string) => tally.parts.organization.get(id)?.loss.value()
    expect(lossOf(bureau)).toEqual({ numerator: 1n, denominator: 6n })
    expect(lossOf(east)).toEqual({ numerator: 1n, denominator: 6n })
    expect(lossOf(west)).toEqual({ numerator: 1n, denominator: 1n })
  })

  it('that lists problems only yields deductions and never rates; a blank deduction is all of its points', async () => {
    const answer = await importFiles(
      [
        sheetOf(
          ['1', '3.2', '社区1', '东河街道', '市城管局', '占道', '0.5', DAY],
          ['2', '12.3', '停车场1', '东河街道', '市城管局', '破损', '', DAY],
        ),
      ],
      { lists: 'problemsOnly' },
    )
    expect(answer.findings.map(({ code }) => code)).toContain('deduction-missing')
    const [road, parking] = [await tallyOf('3.2'), await tallyOf('12.3')]
    expect([road.all.observations, road.all.problems]).toEqual([0, 1])
    expect(roundedTo(road.all.deductions.value(), 2)).toBe('0.50')
    expect(roundedTo(parking.all.deductions.value(), 2)).toBe('2.00')
  })

  it('counts rows whose item is unknown for their street and organizations, for no item, and lists them', async () => {
    const answer = await importFiles([
      sheetOf(
        ['1', '3.2', '社区1', '东河街道', '市城管局', '', '', DAY],
        ['2', '99.景观照明(4)', '社区1', '东河街道', '市城管局', '不亮', '0.25', DAY],
      ),
    ])
    expect(answer).toMatchObject({ imported: true, unresolvedCount: 1 })
    expect(answer.names).toMatchObject([{ kind: 'item', said: '99.景观照明(4)', rowCount: 1 }])
    expect(answer.findings).toMatchObject([{ line: 3, column: '测评项目', severity: 'warning' }])
    const none = (await tallies()).get(NO_CRITERION)
    const street = none?.parts.subdistrict.get(city.streets[0])
    expect(street && [street.stake.value(), street.earned.value()]).toEqual([
      { numerator: 1n, denominator: 1n },
      { numerator: 3n, denominator: 4n },
    ])
    expect((await observations()).find((one) => one.criterion === null)?.note).toBe('99.景观照明(4)：不亮')
  })

  it('takes each row without a site for a place of its own', async () => {
    await importFiles([
      sheetOf(
        ['1', '3.2', null, '东河街道', '市城管局', '占道', '3', DAY],
        ['2', '3.2', null, '东河街道', '市城管局', '', '', DAY],
        ['3', '3.2', null, '东河街道', '市城管局', '', '', DAY],
      ),
    ])
    expect(meanOf(await tallyOf('3.2'))).toBe('0.6667')
  })

  it('asks the duties who answers when it has no column of organizations, and leaves rows unassigned when it has', async () => {
    const [bureau] = city.organizations
    await house.asOwner(
      `insert into duty (city_id, id, target, criterion_id, organization_id, role, valid_from)
       values ($1, $2, 'criterion', $3, $4, 'lead', '2026-01-01')`,
      [house.city.id, uuidv7(), criterion('12.3'), bureau],
    )
    const without = {
      headers: ['序号', '测评项目', '点位', '街道', '扣分'],
      rows: [['1', '12.3', 'P', '东河街道', '1']],
    }
    const withColumn = {
      headers: [...without.headers, '责任单位'],
      rows: [['2', '12.3', 'Q', '东河街道', '1', null]],
    }
    const answer = await importFiles([without, withColumn])
    expect(answer).toMatchObject({ imported: true, unassignedCount: 2 })
    roundId = uuidv7()
    expect(await importFiles([without])).toMatchObject({ imported: true, unassignedCount: 0 })
    expect((await observations())[0]?.responsible).toMatchObject([{ organizationId: bureau, role: 'lead' }])
  })
})

describe('names that nobody knows', () => {
  const unknown = sheetOf(
    ['1', '3.2', '社区9', '东和街道', '市城管', '占道', '1', DAY],
    ['2', '3.2', '社区9', '新塘街道', '园林中心', '占道', '1', DAY],
  )

  it('stop the import and come with the nearest ones', async () => {
    const answer = await importFiles([unknown])
    expect(answer).toMatchObject({ imported: false, errorCount: 4 })
    const named = answer.names.map(({ kind, said, nearest }) => [
      kind,
      said,
      nearest.map(({ name }) => name)[0],
    ])
    expect(named).toEqual(
      expect.arrayContaining([
        ['street', '东和街道', '东河街道'],
        ['organization', '市城管', '城市管理局'],
        ['organization', '园林中心', undefined],
      ]),
    )
    expect(await observations()).toEqual([])
  })

  it('are picked, created or left out as decided, in the trial and in the import alike', async () => {
    const decisions = [
      { kind: 'street', said: '东和街道', as: 'known', id: city.streets[0] },
      { kind: 'street', said: '新塘街道', as: 'create', districtId: city.districtId },
      { kind: 'organization', said: '市城管', as: 'known', id: city.organizations[0] },
      { kind: 'organization', said: '园林中心', as: 'create' },
    ]
    const trial = await importFiles([unknown], { decisions, dryRun: true })
    expect(trial).toMatchObject({
      imported: false,
      errorCount: 0,
      newStreetCount: 1,
      newOrganizationCount: 1,
    })
    expect(await importFiles([unknown], { decisions })).toMatchObject({ imported: true, errorCount: 0 })
    const [first, second] = await observations()
    expect(first).toMatchObject({ subdistrictName: '东河街道' })
    expect(second).toMatchObject({ subdistrictName: '新塘街道', responsible: [{ name: '园林中心' }] })
    roundId = uuidv7()
    // The next quarter nothing is asked any more: what was picked is remembered, what was created is there.
    expect(await importFiles([unknown])).toMatchObject({ imported: true, errorCount: 0, newStreetCount: 0 })
    // Nor is anything created twice by an order that was kept.
    roundId = uuidv7()
    const kept = await importFiles([unknown], { decisions })
    expect(kept).toMatchObject({ imported: true, newStreetCount: 0, newOrganizationCount: 0 })
  })

  it('of organizations that are left out leave the row unassigned', async () => {
    const sheet = sheetOf(['1', '3.2', '社区9', '东河街道', '某单位', '占道', '1', DAY])
    const decisions = [{ kind: 'organization', said: '某单位', as: 'leave' }]
    expect(await importFiles([sheet], { decisions })).toMatchObject({ imported: true, unassignedCount: 1 })
  })
})

describe('several files of one round', () => {
  it('stand side by side: a later row at the same place changes the count of the earlier ones', async () => {
    await importFiles([sheetOf(['1', '3.2', '社区7', '西山街道', '市城管局', '占道', '3', DAY])])
    expect(meanOf(await tallyOf('3.2'))).toBe('0.0000')
    const second = await importFiles([sheetOf(['2', '3.2', '社区7', '西山街道', '市城管局', '', '', DAY])])
    expect(second).toMatchObject({ imported: true, supersededCount: 0, recountedCount: 1 })
    const rows = await observations()
    expect(rows.map(({ serial, alongside }) => [serial, alongside])).toEqual([
      ['1', 2],
      ['2', 2],
    ])
    const tally = await tallyOf('3.2')
    expect([roundedTo(tally.all.sites.value(), 2), meanOf(tally)]).toEqual(['1.00', '0.5000'])
    const sheets = await office.get(`/api/rounds/${roundId}/observation-sheets`)
    expect(sheets.json().items).toMatchObject([{ currentCount: 1 }, { currentCount: 1 }])
  })

  it('stand beside what a visit saw at the same place, and a visit beside what they say', async () => {
    await importFiles([sheetOf(['1', '3.2', '社区7', '西山街道', '市城管局', '占道', '3', DAY])])
    const [row] = await observations()
    const visitId = uuidv7()
    const seen = observed({
      criterionId: criterion('3.2'),
      placeName: '社区7',
      subjectKey: await subjectOf(row),
      observedAt: `${DAY}T01:00:00Z`,
    })
    await house.database.transact(house.city.author, (tx) =>
      addBatch(tx, { id: visitId, collectionId: roundId, source: 'visit', sourceId: visitId }, [seen]),
    )
    const more = await importFiles([
      sheetOf(['2', '3.2', '社区7', '西山街道', '市城管局', '占道', '1.5', DAY]),
    ])
    // of the sheet and of the visit one each
    expect(more).toMatchObject({ imported: true, recountedCount: 2 })
    const rows = await observations()
    expect(rows.map(({ source, alongside }) => `${source} ${alongside}`).toSorted()).toEqual([
      'sheet 3',
      'sheet 3',
      'visit 3',
    ])
    const tally = await tallyOf('3.2')
    expect([roundedTo(tally.all.sites.value(), 2), meanOf(tally)]).toEqual(['1.00', '0.5000'])
  })

  it('that come again with the same serial numbers take the place of the earlier rows, and nothing else changes', async () => {
    await importFiles([
      sheetOf(
        ['1', '3.2', '社区7', '西山街道', '市城管局', '占道', '3', DAY],
        ['2', '3.2', '社区7', '西山街道', '市城管局', '', '', DAY],
        ['3', '12.3', '社区8', '西山街道', '市城管局', '', '', DAY],
      ),
    ])
    const again = await importFiles([
      sheetOf(['1', '3.2', '社区9', '西山街道', '市城管局', '占道', '1.5', DAY]),
    ])
    expect(again).toMatchObject({ imported: true, supersededCount: 1, recountedCount: 1 })
    const rows = await observations()
    expect(rows.map(({ serial, placeName, alongside }) => [serial, placeName, alongside])).toEqual([
      ['1', '社区9', 1],
      ['2', '社区7', 1],
      ['3', '社区8', 1],
    ])
    expect(meanOf(await tallyOf('3.2'))).toBe('0.7500')
  })

  it('keep apart the serial numbers of another series, and warn when numbers speak of something else', async () => {
    const rows = (place: string) =>
      [1, 2, 3, 4].map(
        (serial): Cells => [serial, '3.2', `${place}${serial}`, '东河街道', '市城管局', '', '', DAY],
      )
    await importFiles([sheetOf(...rows('甲'))])
    const trial = await importFiles([sheetOf(...rows('乙'))], { dryRun: true })
    expect(trial).toMatchObject({ supersededCount: 4 })
    expect(trial.findings.map(({ code }) => code)).toEqual(['serials-elsewhere'])
    const other = await importFiles([sheetOf(...rows('乙'))], { series: '二组' })
    expect(other).toMatchObject({ imported: true, supersededCount: 0 })
    expect(await observations()).toHaveLength(8)
  })

  it('without serial numbers change nothing when the very same file comes again', async () => {
    const fileId = await upload(
      office,
      '无序号.csv',
      '测评项目,点位,街道,责任单位,扣分\n3.2,社区1,东河街道,市城管局,1\n12.3,社区2,东河街道,市城管局,\n',
    )
    expect(await send({ sheets: [{ fileId }] })).toMatchObject({ imported: true, supersededCount: 0 })
    expect(await send({ sheets: [{ fileId }] })).toMatchObject({ imported: true, supersededCount: 2 })
    expect(await observations()).toHaveLength(2)
  })

  it('may be sheets of one workbook, imported together', async () => {
    const bytes = await givenWorkbook(
      { name: '东河', ...sheetOf(['1', '3.2', '社区1', '东河街道', '市城管局', '', '', DAY]) },
      { name: '西山', ...sheetOf(['2', '3.2', '社区1', '西山街道', '市城管局', '', '', DAY]) },
    )
    const fileId = await upload(office, '两街道.xlsx', bytes)
    const sheets = [
      { fileId, sheet: '东河' },
      { fileId, sheet: '西山' },
    ]
    expect(await send({ sheets })).toMatchObject({ imported: true, observationCount: 2 })
  })
})

describe('a framework made from the items of a sheet', () => {
  it('has an indicator for each item and a criterion of one point for each sub-item, and is published', async () => {
    const sheet = sheetOf(
      ['1', '2.公园(1)', '公园1', '东河街道', '市城管局', '', '', DAY],
      ['2', '2.公园(2)', '公园1', '东河街道', '市城管局', '破损', '0.5', DAY],
      ['3', '1.社区', '社区1', '东河街道', '市城管局', '', '', DAY],
    )
    const made = {
      newRound: { name: `新批次${roundId}` },
      frameworkFromSheet: { name: '第三方体系', label: '2026' },
    }
    const trial = await importFiles([sheet], { ...made, dryRun: true })
    expect(trial).toMatchObject({ errorCount: 0, framework: { isNew: true, itemCount: 2, subItemCount: 3 } })
    const answer = await importFiles([sheet], made)
    expect(answer).toMatchObject({ imported: true, unresolvedCount: 0 })
    expect(answer.findings.map(({ code }) => code)).toContain('leads-missing')
    const page = await office.get(`/api/framework-versions/${answer.framework.versionId}`)
    expect(page.json()).toMatchObject({ state: 'published', totalPoints: 3, criterionCount: 3 })
    // A later file of the same round finds its items again.
    const later = await importFiles(
      [sheetOf(['9', '公园', '公园2', '东河街道', '市城管局', '', '1', DAY])],
      made,
    )
    expect(later.code).toBe('observation-import.other-framework')
    const exact = await importFiles(
      [sheetOf(['9', '公园(2)', '公园2', '东河街道', '市城管局', '', '1', DAY])],
      made,
    )
    expect(exact).toMatchObject({
      imported: true,
      unresolvedCount: 0,
      supersededCount: 0,
      round: { isNew: false },
    })
  })
})

describe('bad input', () => {
  it('a sheet of another framework is refused in words, unless its items are matched one by one', async () => {
    const sheet = sheetOf(
      ['1', '71.地铁车厢(1)', '社区1', '东河街道', '市城管局', '', '', DAY],
      ['2', '72.轮渡码头(1)', '社区1', '东河街道', '市城管局', '', '', DAY],
      ['3', '3.2', '社区1', '东河街道', '市城管局', '', '', DAY],
    )
    const answer = await importFiles([sheet])
    expect(answer.code).toBe('observation-import.other-framework')
    expect(answer.title).toContain('清澜体系')
    expect(await importFiles([sheet], { acceptUnknownItems: true })).toMatchObject({
      imported: true,
      unresolvedCount: 2,
    })
  })

  it('a deduction greater than the points is told by its row, and nothing is kept, the new round neither', async () => {
    const answer = await importFiles([
      sheetOf(
        ['1', '3.1', '社区1', '东河街道', '市城管局', '', '0.5', DAY],
        ['2', '3.1', '社区2', '东河街道', '市城管局', '', '1.5', DAY],
        ['3', '3.1', '社区3', '东河街道', '市城管局', '', '一点', DAY],
      ),
    ])
    expect(answer).toMatchObject({ imported: false, errorCount: 2 })
    expect(answer.findings).toMatchObject([
      { line: 3, column: '扣分', severity: 'error', code: 'deduction-over-points' },
      { line: 4, column: '扣分', severity: 'error', code: 'deduction-unread' },
    ])
    expect((await office.get(`/api/rounds/${roundId}/observation-sheets`)).statusCode).toBe(404)
  })

  it('a round of another city is not found', async () => {
    await importFiles([sheetOf(['1', '3.1', '社区1', '东河街道', '市城管局', '', '', DAY])])
    const other = await house.administrator(house.otherCity)
    expect((await other.get(`/api/rounds/${roundId}/observation-sheets`)).statusCode).toBe(404)
  })

  it('a sheet without its columns is told which are missing, once', async () => {
    const answer = await importFiles([{ headers: ['甲', '乙'], rows: [['1', '2']] }])
    expect(answer).toMatchObject({ imported: false })
    expect(answer.findings.map(({ line, column, code }) => [line, column, code])).toEqual(
      expect.arrayContaining([
        [0, '测评项目', 'column-missing'],
        [0, '扣分', 'column-missing'],
      ]),
    )
  })
})
