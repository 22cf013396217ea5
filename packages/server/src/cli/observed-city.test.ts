import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { useCommandLine } from '../testing/command-line.ts'
import { givenCase } from '../testing/given-case.ts'
import { givenObservedCity, type ObservedCity } from '../testing/given-observed-city.ts'
import { type GivenSheet, givenWorkbook } from '../testing/given-sheet.ts'
import { useHouse } from '../testing/house.ts'

const house = useHouse()
let city: ObservedCity
let databaseUrl = ''

const { run } = useCommandLine(() => ({ DATABASE_URL: databaseUrl, CHUANGCHENG_DATA: house.folder }))

beforeAll(async () => {
  city = await givenObservedCity(house, house.city)
  const { rows } = await house.asOwner('select current_database() as name')
  databaseUrl = inject('databaseUrl').replace('DATABASE', rows[0].name)
})

const HEADERS = ['题号', '号', '点位', '街道', '归谁管', '问题描述', '扣分', '时间']
const DAY = '2026-11-20'
const ROWS: GivenSheet['rows'] = [
  // 3.2 is worth 3 points: 1 of them off at one place, none at the other
  [1, '3.2', '社区1', '东河街道', '市城管局、东河街道办', '占道', 1, DAY],
  [2, '3.2', '主干道3', '西山街道', '西山街道办', null, null, DAY],
  // 12.3 is worth 2: half a point off
  [3, '12.3', '路口', '西山街道', '西山街道办', '标志破损', 0.5, DAY],
]

async function givenFile(name: string, rows: GivenSheet['rows']): Promise<string> {
  const path = join(house.folder, name)
  writeFileSync(path, await givenWorkbook({ headers: HEADERS, rows }))
  return path
}

/** How the headers of the assessor are to be understood: from a file, and one said at the command. */
function maps(): string[] {
  const path = join(house.folder, '对照.json')
  const columns = { serial: '题号', item: '号' }
  writeFileSync(path, JSON.stringify({ columns, lists: 'every-check' }))
  return ['--map', path, '--map', 'organization1=归谁管']
}

const importing = (files: readonly string[], round: string, ...more: string[]) =>
  run(['import', 'observations', ...files, '--city', 'c1', '--round', round, ...maps(), ...more])

type Exact = { readonly fraction: string }
type Parts = { readonly points: Exact; readonly earned: Exact; readonly lost: Exact; readonly open: Exact }
type Part = { readonly name: string; readonly lost: Exact; readonly score: Exact | null }
type Score = {
  readonly total: Parts & { readonly rate: Exact; readonly observationCount: number }
  readonly nodes: readonly (Parts & { readonly code: string })[]
  readonly organizations: readonly Part[]
  readonly subdistricts: readonly Part[]
}

const fractionsOf = ({ points, earned, lost, open }: Parts) =>
  [points, earned, lost, open].map(({ fraction }) => fraction)
const shownOf = (parts: readonly Part[]) =>
  parts.map(({ name, score, lost }) => [name, score?.fraction, lost.fraction])
async function scoreOf(round: string): Promise<Score> {
  const { out, err, code } = await run(['score', '--city', 'c1', '--round', round, '--json'])
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out)
}
const counted = async () => {
  const { rows } = await house.asOwner(
    `select (select count(*)::int from inspection_round) as rounds, (select count(*)::int from observation) as observations,
       (select count(*)::int from stored_file) as files`,
  )
  return rows[0]
}

describe('chuangcheng import observations', () => {
  it('tries without a trace, and then takes the sheet into a round it makes', async () => {
    const before = await counted()
    const file = await givenFile('三季度.xlsx', ROWS)
    const trial = await importing([file], '三季度', '--new-round', '--dry-run')
    expect([trial.code, trial.err]).toEqual([0, ''])
    expect(trial.out).toContain('批次“三季度”：1 张表 3 行，观测 3 条')
    expect(trial.out).toContain('没有写入')
    expect(await counted()).toEqual(before)
    const done = await importing([file], '三季度', '--new-round', '--json')
    expect([done.code, done.err]).toEqual([0, ''])
    expect(JSON.parse(done.out)).toMatchObject({
      imported: true,
      errorCount: 0,
      observationCount: 3,
      unresolvedCount: 0,
      unassignedCount: 0,
      registeredCount: 1,
      round: { name: '三季度', startsOn: DAY, endsOn: DAY, isNew: true },
    })
    expect(await counted()).toMatchObject({
      rounds: before.rounds + 1,
      observations: before.observations + 3,
    })
  })

  it('takes several files into one round, and rows with the same numbers for the same checks', async () => {
    const [first = [], ...others] = ROWS
    const files = [await givenFile('甲.xlsx', [first]), await givenFile('乙.xlsx', others)]
    const done = await importing(files, '两份', '--new-round', '--json')
    expect(JSON.parse(done.out)).toMatchObject({ imported: true, observationCount: 3, supersededCount: 0 })
    const corrected = await givenFile('更正.xlsx', [first.map((cell, at) => (at === 6 ? 3 : cell))])
    const again = await importing([corrected], '两份', '--json')
    expect(JSON.parse(again.out)).toMatchObject({
      imported: true,
      supersededCount: 1,
      round: { isNew: false },
    })
    // 3 of 3 points off at the first place, none at the second
    const { nodes } = await scoreOf('两份')
    expect(nodes.filter(({ code }) => code === '3.2').map(fractionsOf)).toEqual([['3', '3/2', '3/2', '0']])
  })

  it('says row and column of what is wrong, writes nothing and exits with 1', async () => {
    const before = await counted()
    const bad = await givenFile('错.xlsx', [
      [1, '3.2', '社区1', '东和街道', '市城管局', '占道', 1, DAY],
      [2, '3.2', '社区1', '东河街道', '市城管局', '占道', '很多', DAY],
      [3, '3.2', '社区1', '东河街道', '园林中心', '占道', 1, DAY],
    ])
    const { out, code } = await importing([bad], '错的', '--new-round')
    expect(code).toBe(1)
    for (const place of ['第 2 行 街道：', '第 3 行 扣分：', '第 4 行 归谁管：']) expect(out).toContain(place)
    expect(out).toContain('没有导入')
    const { out: json, code: again } = await importing([bad], '错的', '--new-round', '--json')
    expect([again, JSON.parse(json)]).toMatchObject([1, { imported: false, errorCount: 3 }])
    expect(await counted()).toMatchObject({ rounds: before.rounds, observations: before.observations })
  })

  it('creates streets and organizations that are missing when it is told to', async () => {
    const file = await givenFile('新.xlsx', [[1, '3.2', '某处', '新塘街道', '园林中心', '脏', 1, DAY]])
    const done = await importing(
      [file],
      '新塘',
      '--new-round',
      '--create-missing',
      '--district',
      '中心区',
      '--json',
    )
    expect([done.code, JSON.parse(done.out)]).toMatchObject([
      0,
      { imported: true, newStreetCount: 1, newOrganizationCount: 1 },
    ])
  })

  it('refuses a round nobody knows, a field nobody knows and a file that is not there, each in one sentence', async () => {
    const file = await givenFile('好.xlsx', ROWS)
    const refusals = await Promise.all([
      importing([file], '没有的批次'),
      importing([file], '三季度', '--map', 'wetter=天气'),
      importing([join(house.folder, 'none.xlsx')], '三季度'),
    ])
    for (const { code, out, err } of refusals) {
      expect([code, out, err.trim().split('\n').length]).toEqual([1, '', 1])
      expect(err).not.toContain('    at ')
    }
    expect(refusals[0]?.err).toContain('没有的批次')
  })
})

describe('chuangcheng score', () => {
  it('prints the numbers that a person works out by hand, each exact', async () => {
    const { total, nodes, organizations, subdistricts } = await scoreOf('三季度')
    // 3.1 was not looked at; 3.2: (2/3 + 1) ÷ 2 of 3 points; 12.3: 3/4 of 2 points
    expect(new Set(nodes.map((node) => [node.code, ...fractionsOf(node)]))).toEqual(
      new Set([
        ['3', '4', '5/2', '1/2', '1'],
        ['3.1', '1', '0', '0', '1'],
        ['3.2', '3', '5/2', '1/2', '0'],
        ['12', '2', '3/2', '1/2', '0'],
        ['12.3', '2', '3/2', '1/2', '0'],
      ]),
    )
    expect(fractionsOf(total)).toEqual(['6', '4', '1', '1'])
    // 4 of the 5 points that were looked at
    expect([total.rate.fraction, total.observationCount]).toEqual(['4/5', 3])
    // 2 of 3 points kept at 社区1, its half point lost shared by two; 3 + 3/2 of 3 + 2 in the other street
    expect(new Set(shownOf(organizations))).toEqual(
      new Set([
        ['城市管理局', '2/3', '1/4'],
        ['东河街道办事处', '2/3', '1/4'],
        ['西山街道办事处', '9/10', '1/2'],
      ]),
    )
    expect(new Set(shownOf(subdistricts))).toEqual(
      new Set([
        ['东河街道', '2/3', '1/2'],
        ['西山街道', '9/10', '1/2'],
      ]),
    )
  })

  it('shows them rounded in columns, broken down as asked', async () => {
    const { out, code } = await run(['score', '--city', 'c1', '--round', '三季度', '--by', 'organization'])
    expect(code).toBe(0)
    const lineOf = (start: string) =>
      out
        .split('\n')
        .find((line) => line.trim().startsWith(start))
        ?.split(/ {2,}/)
    expect(lineOf('合计')).toEqual(['合计', '80.00%', '6.00', '4.00', '1.00', '1.00'])
    expect(lineOf('西山街道办事处')?.slice(0, 5)).toEqual([
      '西山街道办事处',
      '90.00%',
      '4.50',
      '5.00',
      '0.50',
    ])
  })

  it('says so when there is no such round', async () => {
    const { out, err, code } = await run(['score', '--city', 'c1', '--round', '没有的批次', '--json'])
    expect([code, out, err.trim().split('\n').length]).toEqual([1, '', 1])
  })
})

describe('chuangcheng verify', () => {
  it('finds a case whose row is not what its steps come to', async () => {
    const responsible = [{ organizationId: city.organizations[0], role: 'lead' as const, share: null }]
    const { id, number } = await givenCase(house, { responsible, because: 'register' })
    const sound = await run(['verify', '--city', 'c1'])
    expect([sound.code, sound.out]).toEqual([0, expect.stringContaining('案卷 1 个')])
    await house.asOwner(`update case_file set due_at = due_at + interval '30 days' where id = $1`, [id])
    const found = await run(['verify', '--city', 'c1', '--json'])
    expect([found.code, JSON.parse(found.out)]).toMatchObject([
      1,
      { sound: false, cities: [{ cases: { faults: [{ caseId: id, number, differing: ['dueAt'] }] } }] },
    ])
    const said = await run(['verify', '--city', 'c1'], { LANG: 'en_US.UTF-8' })
    expect([said.code, said.out]).toEqual([
      1,
      expect.stringContaining(`case ${number} is not what its steps come to (dueAt)`),
    ])
  })
})
