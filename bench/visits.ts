import { v7 as uuidv7 } from 'uuid'
import { percentile, perSecond, print, timed } from './figures.ts'
import type { PlainClient } from './plain-client.ts'
import { plainVisitsPerSecond } from './plain-visits.ts'
import type { Product } from './product.ts'

const ITEMS = 30
const FINDINGS = 2
const WORKERS = 8
const SITES = 6_000
/** ten thousand observations, of which the first briefing is made */
const WARMING_VISITS = 334
const VISITS = 3_100
const VISITS_WITH_PHOTO = 600
const VISITS_BY_PLAIN_SQL = 1_500
const VISITS_WITH_PHOTO_BY_PLAIN_SQL = 400
const SCORES = 40
/** the ledger folds every second; a score is looked at after one visit, not after hundreds in a second */
const FOLDED_AFTER_MS = 5_000
const PHOTO_BYTES = 100 * 1024

type Body = Record<string, unknown>
type Rules = { readonly versionId: string; readonly checklistVersionId: string; readonly itemIds: string[] }
type Round = { readonly id: string; readonly siteIds: string[]; readonly rules: Rules }

/** A published framework of thirty criteria, a checklist of thirty items that each feed one, led by one bureau. */
async function publishRules(product: Product, typeId: string): Promise<Rules> {
  const send = <T>(method: string, path: string, body: Body) => product.send<T>(method, path, body)
  const [versionId, checklistId] = [uuidv7(), uuidv7()]
  await send('POST', '/api/frameworks', {
    id: uuidv7(),
    versionId,
    name: '三十条',
    campaign: 'national',
    label: '一',
    year: 2026,
    levelNames: ['项目', '标准'],
    start: 'empty',
  })
  const path = `/api/framework-versions/${versionId}`
  const numbers = Array.from({ length: ITEMS }, (_, index) => index + 1)
  const ordinary = {
    role: 'ordinary',
    origin: 'core',
    siteTypeIds: [],
    note: '',
    methods: ['siteInspection'],
  }
  const rule = { kind: 'meanOverSites', of: { kind: 'binary' } }
  const partId = uuidv7()
  await send('POST', `${path}/nodes`, {
    ...ordinary,
    methods: [],
    id: partId,
    parentId: null,
    kind: 'indicator',
    code: '1',
    text: '现场',
    points: null,
    rule: null,
  })
  const criterionIds = numbers.map(() => uuidv7())
  for (const number of numbers) {
    const id = criterionIds[number - 1]
    const words = { code: `1-${number}`, text: `标准 ${number}`, points: 1, rule }
    await send('POST', `${path}/nodes`, { ...ordinary, id, parentId: partId, kind: 'criterion', ...words })
  }
  const { items } = await product.get<{ items: { id: string }[] }>('/api/organizations?kind=bureau')
  await send('POST', `${path}/duties`, {
    nodeIds: criterionIds,
    organizations: [{ id: items[0]?.id, share: null }],
    role: 'lead',
    replace: true,
    validFrom: '2026-01-01',
    validTo: null,
  })
  const itemIds = numbers.map(() => uuidv7())
  const draftId = uuidv7()
  await send('POST', '/api/checklists', {
    id: checklistId,
    versionId: draftId,
    code: 'B30',
    name: '三十项',
    kind: 'siteType',
    siteTypeIds: [typeId],
  })
  const draft = await product.get<{ revision: number }>(`/api/checklist-versions/${draftId}`)
  const saved = await send<{ revision: number }>('PUT', `/api/checklist-versions/${draftId}`, {
    basedOn: draft.revision,
    protocol: '',
    items: numbers.map((number) => ({
      id: itemIds[number - 1],
      code: String(number),
      text: `检查项 ${number}`,
      dimension: `类别${number % 6}`,
      answer: { kind: 'binary' },
      protocol: '',
      exemptions: [],
      photo: 'never',
      photoPurpose: '',
      handOver: true,
      weight: 1,
      guesses: [],
    })),
  })
  await send('POST', `/api/checklist-versions/${draftId}/publication`, { basedOn: saved.revision })
  await send('POST', `${path}/mappings/decisions`, {
    decisions: itemIds.map((itemId, index) => ({
      itemId,
      criterionId: criterionIds[index],
      state: 'confirmed',
    })),
  })
  const { revision } = await product.get<{ revision: number }>(path)
  const { revision: whole } = await send<{ revision: number }>('PATCH', path, {
    basedOn: revision,
    totalPoints: ITEMS,
  })
  await send('POST', `${path}/publication`, { basedOn: whole })
  return { versionId, checklistVersionId: draftId, itemIds }
}

async function importSitesOf(product: Product, typeName: string): Promise<void> {
  const { bounds } = await product.get<{ bounds: number[] }>('/api/base-map')
  const [west = 0, south = 0, east = 0, north = 0] = bounds
  const lines = Array.from({ length: SITES }, (_, index) => {
    const longitude = west + (east - west) * (0.15 + 0.7 * ((index * 0.754877666) % 1))
    const latitude = south + (north - south) * (0.15 + 0.7 * ((index * 0.569840296) % 1))
    return `V-${index},点位${index},${typeName},${longitude.toFixed(6)},${latitude.toFixed(6)}`
  })
  const bytes = Uint8Array.from(Buffer.from(['编号,名称,类型,经度,纬度', ...lines].join('\n')))
  const fileId = await product.upload('visits.csv', bytes)
  await product.send('POST', '/api/sites/import', { fileId, dryRun: false, datum: 'WGS84' })
}

const localDay = (days: number): string =>
  new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)

async function planRound(product: Product): Promise<Round> {
  const typeId = uuidv7()
  const type = { id: typeId, code: 'B30', name: '压测点位', category: '', description: '' }
  await product.send('POST', '/api/site-types', type)
  const rules = await publishRules(product, typeId)
  await importSitesOf(product, type.name)
  const id = uuidv7()
  const { revision } = await product.send<{ revision: number }>('POST', '/api/rounds', {
    id,
    kind: 'mock',
    versionId: rules.versionId,
    name: '压测',
    startsOn: localDay(-1),
    endsOn: localDay(1),
    rectifyDays: 5,
    siteTypeIds: [typeId],
  })
  await product.send('POST', `/api/rounds/${id}/draws`, {
    basedOn: revision,
    seed: 'bench',
    quotas: [{ siteTypeId: typeId, count: null }],
    dryRun: false,
  })
  await joinTeam(product, id)
  const siteIds: string[] = []
  let after: string | null = ''
  while (after !== null) {
    const page: { items: { site: { id: string } }[]; next: string | null } = await product.get(
      `/api/rounds/${id}/sites?limit=500${after === '' ? '' : `&after=${after}`}`,
    )
    siteIds.push(...page.items.map(({ site }) => site.id))
    after = page.next
  }
  return { id, siteIds, rules }
}

/** Whoever measures is the one team. */
async function joinTeam(product: Product, roundId: string): Promise<void> {
  const path = `/api/rounds/${roundId}`
  const { user } = await product.get<{ user: { id: string } }>('/api/session')
  const teams = [{ id: uuidv7(), name: '一组', memberIds: [user.id] }]
  const { revision } = await product.get<{ revision: number }>(path)
  const round = await product.send<{ revision: number }>('PUT', `${path}/teams`, { basedOn: revision, teams })
  const to = { way: 'evenly' }
  await product.send('POST', `${path}/assignments`, { basedOn: round.revision, to })
}

const visitOf = ({ id: roundId, rules }: Round, siteId: string, photoIds: readonly string[] = []) => {
  const now = new Date().toISOString()
  return {
    id: uuidv7(),
    roundId,
    siteId,
    checklistVersionId: rules.checklistVersionId,
    startedAt: now,
    finishedAt: now,
    sentAt: now,
    position: { longitude: 120.1, latitude: 30.2, accuracy: 8 },
    answers: rules.itemIds.map((itemId, index) => ({
      itemId,
      answer: { kind: 'binary', conforms: index >= FINDINGS },
      note: index < FINDINGS ? '有一处' : '',
      photoIds: index === 0 ? photoIds : [],
    })),
    correctsId: null,
    reason: '',
  }
}

/** Bytes of a picture with so much noise behind its end that it weighs what a photo weighs, no two alike. */
function photoOf(index: number): Buffer {
  const picture = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const noise = Buffer.alloc(PHOTO_BYTES - picture.length, index % 251)
  noise.writeUInt32BE(index, 0)
  return Buffer.concat([picture, noise])
}

class Walk {
  readonly #round: Round
  readonly #clients: PlainClient[]
  #next = 0
  /** of the photo that was sent last */
  photoId = ''

  constructor(product: Product, round: Round) {
    this.#round = round
    this.#clients = Array.from({ length: WORKERS }, () => product.connection())
  }

  take(count: number): string[] {
    const from = this.#next
    this.#next += count
    return this.#round.siteIds.slice(from, this.#next)
  }

  async visits(count: number, withPhoto = false): Promise<number> {
    const sites = this.take(count)
    return perSecond(count, WORKERS, async (index, worker) => {
      const client = this.#clients[worker]
      const siteId = sites[index]
      if (!client || !siteId) throw new Error('the round has too few sites for this benchmark')
      const photoIds: string[] = []
      if (withPhoto) {
        const id = uuidv7()
        await client.sendBytes(`/api/files?id=${id}&name=photo.png`, photoOf(index))
        photoIds.push(id)
        this.photoId = id
      }
      await client.send('POST', '/api/visits', visitOf(this.#round, siteId, photoIds))
    })
  }

  async one(): Promise<string> {
    const [siteId = ''] = this.take(1)
    const visit = visitOf(this.#round, siteId)
    await this.#clients[0]?.send('POST', '/api/visits', visit)
    return visit.id
  }

  end(): void {
    for (const client of this.#clients) client.end()
  }
}

async function measureVisitsWithPhoto(product: Product, walk: Walk, visitId: string): Promise<void> {
  const value = await walk.visits(VISITS_WITH_PHOTO, true)
  const photo = { fileId: walk.photoId, bytesOf: photoOf }
  const siteIds = walk.take(VISITS_WITH_PHOTO_BY_PLAIN_SQL)
  const limit = await plainVisitsPerSecond(product.folder, { visitId, siteIds, photo }, WORKERS)
  print({
    name: 'visitsWithPhotoOf100KiB',
    value,
    unit: '1/s',
    target: '≥150',
    limit: limit.perSecond,
    limitName: 'same rows by plain prepared SQL, same bytes by plain files',
    ratio: value / limit.perSecond,
  })
}

async function measureScore(product: Product, walk: Walk, roundId: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, FOLDED_AFTER_MS))
  const times: number[] = []
  for (let index = 0; index < SCORES; index += 1) {
    await walk.one()
    times.push(await timed(() => product.get(`/api/score?rounds=${roundId}`)))
  }
  print({ name: 'scoreAfterVisitMedian', value: percentile(times, 0.5), unit: 'ms', target: '≤50' })
  print({ name: 'scoreAfterVisitP95', value: percentile(times, 0.95), unit: 'ms', target: '≤50' })
}

async function measureBriefing(product: Product, roundId: string, name: string): Promise<void> {
  const value = await timed(() =>
    product.send('POST', '/api/briefings', { id: uuidv7(), roundIds: [roundId] }),
  )
  print({ name, value: value / 1000, unit: 's', target: '≤3' })
}

/** Visits of thirty items with two findings each, through HTTP, and what is asked of them afterwards. */
export async function measureVisits(product: Product): Promise<void> {
  const round = await planRound(product)
  const walk = new Walk(product, round)
  await walk.visits(WARMING_VISITS)
  await measureBriefing(product, round.id, 'briefingOf10000Observations')
  const value = await walk.visits(VISITS)
  const visitId = await walk.one()
  const siteIds = walk.take(VISITS_BY_PLAIN_SQL)
  const limit = await plainVisitsPerSecond(product.folder, { visitId, siteIds }, WORKERS)
  print({
    name: 'visitsOf30Items',
    value,
    unit: '1/s',
    target: '≥250, ratio ≥0.5',
    limit: limit.perSecond,
    limitName: 'same rows by plain prepared SQL',
    ratio: value / limit.perSecond,
  })
  for (const [table, rows] of Object.entries(limit.rows))
    print({ name: `rowsOfOneVisit.${table}`, value: rows, unit: 'rows' })
  await measureVisitsWithPhoto(product, walk, visitId)
  await measureScore(product, walk, round.id)
  await measureBriefing(product, round.id, 'briefingOf165000Observations')
  walk.end()
}
