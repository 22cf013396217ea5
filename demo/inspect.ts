import { v7 as uuidv7 } from 'uuid'
import { all, atOnce, type Client } from './client.ts'
import { Dice } from './dice.ts'
import type { Staff } from './people.ts'
import { drawPhoto } from './photo.ts'

const DAY = 86_400_000
const AT_ONCE = 4

export type RoundPlan = {
  readonly name: string
  readonly kind: string
  readonly versionId: string
  /** local dates */
  readonly startsOn: string
  readonly endsOn: string
  /** so many sites of each type; sites in all stop at `most` */
  readonly quota: number
  readonly most: number
  readonly seed: string
  readonly teams: number
}

type Round = { readonly id: string; readonly revision: number }
type PlannedSite = {
  readonly site: { readonly id: string; readonly name: string; readonly type: { readonly id: string } }
  readonly team: { readonly id: string } | null
}
type Item = {
  readonly id: string
  readonly text: string
  readonly photo: 'onFailure' | 'never'
  readonly handOver: boolean
  readonly answer: AnswerKind
}
type AnswerKind =
  | { readonly kind: 'binary' }
  | { readonly kind: 'countBands' }
  | { readonly kind: 'grade'; readonly grades: readonly { readonly grade: string; readonly share: number }[] }
  | { readonly kind: 'number'; readonly direction: 'atLeast' | 'atMost'; readonly target: number | null }
type Checklist = { readonly versionId: string; readonly items: readonly Item[] }
type Assignment = { readonly checklists: readonly Checklist[] }

/** A visit as it is sent, and which of its items are handed over when they fail. */
export type Visit = {
  readonly id: string
  readonly sent: Readonly<Record<string, unknown>>
  readonly answers: readonly { readonly itemId: string; readonly photoIds: readonly string[] }[]
  readonly handsOver: ReadonlySet<string>
}
export type Recorded = {
  readonly id: string
  readonly failedCount: number
  readonly findings: readonly {
    readonly itemId: string
    readonly case: { readonly id: string; readonly number: string } | null
    readonly organizations: readonly { readonly id: string; readonly name: string }[]
  }[]
}

/** A planned round: its sites, each with the inspectors' client who goes there. */
export type Planned = {
  readonly id: string
  readonly sites: readonly PlannedSite[]
  readonly inspectors: ReadonlyMap<string, Client>
  readonly plan: RoundPlan
}

const typesIn = async (office: Client): Promise<string[]> => {
  const { items } = await office.get<{ items: { siteTypes: { id: string }[]; kind: string }[] }>(
    '/api/checklists',
  )
  return [...new Set(items.flatMap(({ siteTypes }) => siteTypes.map(({ id }) => id)))]
}

/** Plan a round: draw its sites from a seed, make teams, say who goes where. */
export async function planRound(office: Client, staff: Staff, plan: RoundPlan): Promise<Planned> {
  const id = uuidv7()
  const siteTypeIds = await typesIn(office)
  const { name, kind, versionId, startsOn, endsOn } = plan
  let round = await office.send<Round>('POST', '/api/rounds', {
    id,
    kind,
    versionId,
    name,
    startsOn,
    endsOn,
    rectifyDays: 5,
    siteTypeIds,
  })
  const drawn = await office.send<{ round: Round }>('POST', `/api/rounds/${id}/draws`, {
    basedOn: round.revision,
    seed: plan.seed,
    quotas: siteTypeIds.map((siteTypeId) => ({ siteTypeId, count: plan.quota })),
    dryRun: false,
  })
  round = drawn.round
  const people = staff.withRole('inspector').slice(0, plan.teams)
  const teams = people.map((person, index) => ({
    id: uuidv7(),
    name: `第${'一二三四五六七八'[index] ?? index + 1}组`,
    memberIds: [person.id],
  }))
  round = await office.send<Round>('PUT', `/api/rounds/${id}/teams`, { basedOn: round.revision, teams })
  await office.send('POST', `/api/rounds/${id}/assignments`, {
    basedOn: round.revision,
    to: { way: 'evenly' },
  })
  const sites = (await all<PlannedSite>(office, `/api/rounds/${id}/sites`)).slice(0, plan.most)
  const inspectors = new Map<string, Client>()
  for (const [index, { id: teamId }] of teams.entries()) {
    const person = people[index]
    if (person) inspectors.set(teamId, await staff.client(person))
  }
  return { id, sites, inspectors, plan }
}

/** How well a place is kept: each street and each item has its own bent, the same in every round but for some progress. */
const failureAt = (base: number, text: string, siteName: string): number => {
  const bent = Array.from(`${text}${siteName}`).reduce(
    (sum, sign) => (sum * 31 + sign.charCodeAt(0)) >>> 0,
    7,
  )
  return base * (0.2 + (bent % 1000) / 560)
}

function answerTo({ answer }: Item, fails: boolean, dice: Dice) {
  if (dice.chance(0.04)) return { kind: 'notApplicable' }
  switch (answer.kind) {
    case 'binary':
      return { kind: 'binary', conforms: !fails }
    case 'countBands':
      return { kind: 'countBands', violations: fails ? 1 + dice.below(3) : 0 }
    case 'grade': {
      const grades = answer.grades.toSorted((a, b) => b.share - a.share)
      const chosen = fails ? (grades[1 + dice.below(grades.length - 1)] ?? grades[0]) : grades[0]
      return { kind: 'grade', grade: chosen?.grade }
    }
    case 'number': {
      const target = answer.target ?? 10
      const isAbove = (answer.direction === 'atLeast') !== fails
      return { kind: 'number', value: Math.round((isAbove ? target * 1.1 + 1 : target * 0.7) * 100) / 100 }
    }
  }
}

const PLACES = ['入口处', '东侧', '南门附近', '中段', '公示栏旁', '拐角处', '北侧']

/** What an inspector would write: where, and the item turned round: 无乱贴乱画 becomes 东侧有乱贴乱画. */
function noteOn({ text }: Item, dice: Dice): string {
  const place = dice.pick(PLACES)
  const [said = text] = text.split(/[，；：（、]/u)
  if (said.startsWith('无') && !said.startsWith('无障碍')) return `${place}有${said.slice(1)}`
  if (said.startsWith('不')) return `${place}${said.slice(1)}`
  return `${place}：${said}，没有做到`
}

/** Checklists of a type, read once. */
class Checklists {
  readonly #known = new Map<string, Promise<Checklist | undefined>>()

  of(client: Client, roundId: string, { site }: PlannedSite): Promise<Checklist | undefined> {
    const known = this.#known.get(site.type.id)
    if (known) return known
    const asked = client
      .get<Assignment>(`/api/rounds/${roundId}/sites/${site.id}`)
      .then(({ checklists }) => checklists[0])
    this.#known.set(site.type.id, asked)
    return asked
  }
}

export type Walk = {
  /** how often an item fails, 0–1 */
  readonly failing: number
  /** instants between which the visits lie */
  readonly from: number
  readonly until: number
  readonly seed: number
  /** every so manieth failing item without a photo rule gets one too; 0 = none */
  readonly photos: boolean
}

type Around = { readonly planned: Planned; readonly walk: Walk; readonly checklists: Checklists }

async function visitOf(
  around: Around,
  site: PlannedSite,
  index: number,
  client: Client,
): Promise<Visit | null> {
  const { planned, walk, checklists } = around
  const checklist = await checklists.of(client, planned.id, site)
  if (!checklist) return null
  const dice = new Dice(walk.seed * 100_003 + index)
  const finished = walk.from + ((walk.until - walk.from) * (index + dice.next())) / planned.sites.length
  const answers = await Promise.all(
    checklist.items.map(async (item) => {
      const fails = dice.chance(failureAt(walk.failing, item.text, site.site.name))
      const answer = answerTo(item, fails, dice)
      const failed = fails && answer.kind !== 'notApplicable'
      const needsPhoto = walk.photos && failed && item.photo === 'onFailure'
      const label = `示意图 · ${site.site.name} · ${item.text}`.slice(0, 36)
      const photoIds = needsPhoto
        ? [await client.upload('现场.jpg', await drawPhoto(dice, label, false))]
        : []
      return { itemId: item.id, answer, note: failed ? noteOn(item, dice) : '', photoIds }
    }),
  )
  const id = uuidv7()
  const sent = {
    id,
    roundId: planned.id,
    siteId: site.site.id,
    checklistVersionId: checklist.versionId,
    startedAt: new Date(finished - 25 * 60_000).toISOString(),
    finishedAt: new Date(finished).toISOString(),
    sentAt: new Date().toISOString(),
    position: null,
    answers,
    correctsId: null,
    reason: '',
  }
  const handsOver = new Set(checklist.items.filter(({ handOver }) => handOver).map((item) => item.id))
  return { id, sent, answers, handsOver }
}

/** Walk a round: every site is visited by its team. Answers what was sent and what came back. */
export async function walkRound(
  planned: Planned,
  walk: Walk,
  part = 1,
): Promise<{ visit: Visit; recorded: Recorded; client: Client }[]> {
  const around: Around = { planned, walk, checklists: new Checklists() }
  // Spread over all teams, so that each has something left to see.
  const sites = planned.sites.filter((_, index) => Math.floor((index + 1) * part) > Math.floor(index * part))
  const walked = await atOnce(sites, AT_ONCE, async (site, index) => {
    const client = planned.inspectors.get(site.team?.id ?? '')
    const visit = client ? await visitOf(around, site, index, client) : null
    if (!client || !visit) return null
    return { visit, recorded: await client.send<Recorded>('POST', '/api/visits', visit.sent), client }
  })
  return walked.filter((one) => one !== null)
}

export const daysAgo = (days: number, now = Date.now()): number => now - days * DAY
/** A local date of Shanghai, so many days ago. */
export const dayAgo = (days: number, now = Date.now()): string =>
  new Date(daysAgo(days, now) + 8 * 3_600_000).toISOString().slice(0, 10)
