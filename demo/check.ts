import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plus, readFraction } from '../packages/domain/src/index.ts'
import { freePort, startProduct } from '../tools/product.ts'
import { workOnCases } from './case-work.ts'
import { briefingOf, foundCity, type Office } from './city.ts'
import { all, atOnce, Client, Refused, UNLIMITED } from './client.ts'
import { dayAgo, daysAgo, planRound, type Recorded, type Visit, walkRound } from './inspect.ts'
import { verifyFolder } from './verify.ts'

const VISITS = 200
const DIMENSIONS = ['district', 'subdistrict', 'siteType', 'organization']

type Exact = { readonly fraction: string; readonly decimal: number }
type Points = { readonly points: Exact; readonly earned: Exact; readonly lost: Exact; readonly open: Exact }
type Score = {
  readonly total: Points & { readonly rate: Exact | null; readonly observationCount: number }
  readonly nodes: readonly Points[]
}
type Step = { readonly step: string; readonly actorName: string | null; readonly photoIds: readonly string[] }
type CaseFile = {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly photoRequired: boolean
  readonly steps: readonly Step[]
}
type Walked = { readonly visit: Visit; readonly recorded: Recorded; readonly client: Client }

/** What is wrong, in words; nothing is well. */
type Faults = string[]

const sameSum = (parts: readonly Exact[], whole: Exact): boolean => {
  const sum = parts.map(({ fraction }) => readFraction(fraction)).reduce(plus, readFraction('0'))
  const expected = readFraction(whole.fraction)
  return sum.numerator * expected.denominator === expected.numerator * sum.denominator
}

async function checkScore(office: Client, roundId: string, faults: Faults): Promise<Score> {
  const score = await office.get<Score>(`/api/score?rounds=${roundId}`)
  for (const { points, earned, lost, open } of [score.total, ...score.nodes])
    if (!sameSum([earned, lost, open], points))
      faults.push('earned + lost + open is not the points of a node')
  for (const by of DIMENSIONS) {
    const { rows, lost } = await office.get<{ rows: { lost: Exact }[]; lost: Exact }>(
      `/api/score/breakdown?rounds=${roundId}&by=${by}`,
    )
    if (
      !sameSum(
        rows.map((row) => row.lost),
        lost,
      )
    )
      faults.push(`losses by ${by} do not add up`)
    if (lost.fraction !== score.total.lost.fraction) faults.push(`losses by ${by} are not those of the tree`)
  }
  return score
}

function checkFindings(walked: readonly Walked[], faults: Faults): void {
  for (const { visit, recorded } of walked)
    for (const finding of recorded.findings)
      if (finding.case === null && visit.handsOver.has(finding.itemId))
        faults.push(`a finding of visit ${visit.id} was not handed over`)
}

function checkCase({ number, state, photoRequired, steps }: CaseFile, faults: Faults): void {
  if (state !== 'closed') return
  const repaired = steps.findLast(({ step }) => step === 'rectify' || step === 'fixOnSpot')
  const closed = steps.findLast(({ step }) => step === 'close')
  if (!repaired || !closed) faults.push(`${number} is closed without a repair or a verification`)
  else {
    if (photoRequired && repaired.photoIds.length === 0) faults.push(`${number} is closed without its proof`)
    if (repaired.actorName === closed.actorName) faults.push(`${number} was verified by whoever handled it`)
  }
}

/** Everything that came from outside is sent again: the answers are the same, and nothing changes. */
async function checkRepeats({ office }: Office, roundId: string, walked: readonly Walked[], faults: Faults) {
  const before = await office.get<Score>(`/api/score?rounds=${roundId}`)
  await atOnce(walked.slice(0, 20), 4, async ({ visit, recorded, client }) => {
    const again = await client.send<Recorded>('POST', '/api/visits', visit.sent)
    const shown = ({ id, failedCount, findings }: Recorded) =>
      JSON.stringify([id, failedCount, findings.map((finding) => finding.case?.id ?? null)])
    if (shown(again) !== shown(recorded)) faults.push(`visit ${visit.id} sent again got another answer`)
    const other = { ...visit.sent, answers: visit.answers.slice(1) }
    const refusal = await client.send('POST', '/api/visits', other).catch((error: unknown) => error)
    if (!(refusal instanceof Refused && refusal.code === 'duplicate'))
      faults.push(`another visit under the id ${visit.id} was not refused`)
  })
  const after = await office.get<Score>(`/api/score?rounds=${roundId}`)
  if (JSON.stringify(after) !== JSON.stringify(before)) faults.push('sending visits again changed the score')
}

async function checkFigures(office: Client, briefingId: string, faults: Faults): Promise<number> {
  const { figures } = await office.get<{ figures: { id: string; words: string }[] }>(
    `/api/briefings/${briefingId}`,
  )
  await atOnce(figures, 4, async ({ id, words }) => {
    const { same } = await office.get<{ same: boolean }>(`/api/figures/${id}/retaking`)
    if (!same) faults.push(`taken again, another value: ${words}`)
  })
  return figures.length
}

async function checkFrozen({ office, versionId }: Office, faults: Faults): Promise<void> {
  const { items } = await office.get<{ items: { id: string; revision: number }[] }>(
    `/api/framework-versions/${versionId}/nodes`,
  )
  const [node] = items
  const refusal = await office
    .send('PATCH', `/api/framework-nodes/${node?.id}`, { basedOn: node?.revision, text: '改' })
    .catch((error: unknown) => error)
  if (!(refusal instanceof Refused)) faults.push('a published framework was changed')
}

/** One whole round through the API, timed, and what must hold afterwards. */
async function playRound(city: Office) {
  const { office, staff, versionId } = city
  const faults: Faults = []
  const [begun, requests] = [performance.now(), Client.requests]
  const planned = await planRound(office, staff, {
    name: '全流程核对',
    kind: 'mock',
    versionId,
    startsOn: dayAgo(3),
    endsOn: dayAgo(-3),
    quota: 8,
    most: VISITS,
    seed: 'check',
    teams: 4,
  })
  const walking = performance.now()
  const walked = await walkRound(planned, {
    failing: 0.12,
    from: daysAgo(3),
    until: daysAgo(0.05),
    seed: 9,
    photos: true,
  })
  const walkSeconds = (performance.now() - walking) / 1000
  const diligence = { accept: 1, rectify: 0.9, close: 0.9, return: 0.1, decline: 0.02, seed: 9 }
  await workOnCases(office, staff, planned.id, diligence)
  const score = await checkScore(office, planned.id, faults)
  const briefingId = await briefingOf(office, planned.id, null)
  const seconds = (performance.now() - begun) / 1000
  const sent = Client.requests - requests
  checkFindings(walked, faults)
  const cases = await all<{ id: string; state: string }>(office, `/api/cases?roundId=${planned.id}`)
  await atOnce(cases, 4, async ({ id }) => checkCase(await office.get<CaseFile>(`/api/cases/${id}`), faults))
  await checkRepeats(city, planned.id, walked, faults)
  const figures = await checkFigures(office, briefingId, faults)
  await checkFrozen(city, faults)
  if (walked.length < VISITS) faults.push(`only ${walked.length} sites could be visited`)
  const states = Object.fromEntries(
    [...new Set(cases.map(({ state }) => state))]
      .sort()
      .map((state) => [state, cases.filter((one) => one.state === state).length]),
  )
  return {
    faults,
    counts: {
      sites: planned.sites.length,
      visits: walked.length,
      observations: score.total.observationCount,
      findings: walked.reduce((sum, { recorded }) => sum + recorded.failedCount, 0),
      photos: walked.reduce((sum, { visit }) => sum + visit.answers.flatMap((one) => one.photoIds).length, 0),
      cases: states,
      figures,
    },
    score: {
      rate: score.total.rate,
      earned: score.total.earned,
      lost: score.total.lost,
      open: score.total.open,
    },
    seconds: Math.round(seconds * 10) / 10,
    requests: sent,
    requestsPerSecond: Math.round(sent / seconds),
    visitsPerSecond: Math.round((walked.length / walkSeconds) * 10) / 10,
  }
}

/** `npm run demo -- --check`: prints one line of JSON; answers whether everything held. */
export async function check(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'chuangcheng-check-'))
  const product = await startProduct(folder, await freePort(), UNLIMITED)
  try {
    if (product.setUpLink === null) throw new Error('a new folder holds a city already')
    const { faults, ...played } = await playRound(await foundCity(product.address, product.setUpLink))
    faults.push(...(await verifyFolder(folder)))
    console.log(JSON.stringify({ ok: faults.length === 0, ...played, faults: faults.slice(0, 20) }))
    return faults.length === 0
  } finally {
    await product.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
