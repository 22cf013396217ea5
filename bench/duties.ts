import { v7 as uuidv7 } from 'uuid'
import { Database, type Reader } from '../packages/server/src/platform/database/database.ts'
import { openPool, SERVICE_ROLE } from '../packages/server/src/platform/database/pool.ts'
import { openEngine } from '../packages/server/src/platform/engine/open-engine.ts'
import { PersonalData } from '../packages/server/src/platform/personal-data.ts'
import { findResponsibleFor, findResponsibleForItems } from '../packages/server/src/rooms/duties/index.ts'
import { percentile, print, timed } from './figures.ts'

const DUTIES = 100_000
const ITEMS = 300
const CRITERIA = 300
const LOOK_UPS = 2000
const WARMING_LOOK_UPS = 200
const ITEMS_OF_A_VISIT = 30
const DAY = '2026-06-01'

/**
 * A city's worth of duties by plain SQL: a published version with criteria, items that feed two of them each, duties for every criterion,
 * for areas × site types and categories, and for single sites as many as there are left.
 */
const FILLING = [
  `insert into framework (city_id, id, name, campaign, created_at) values ($1, $2, '责任', 'national', now())`,
  `insert into framework_version (city_id, id, framework_id, label, year, state, level_names, published_at, created_at, updated_at)
   values ($1, $2, $2, '一', 2026, 'published', '{标准}', now(), now(), now())`,
  `insert into framework_node (city_id, id, version_id, position, kind, code, text)
   select $1, gen_random_uuid(), $2, n, 'criterion', n::text, '标准' from generate_series(1, ${CRITERIA}) n`,
  `insert into checklist (city_id, id, code, name, kind) values ($1, $2, '责任', '责任', 'standard')`,
  `insert into checklist_item (city_id, id, checklist_id, code, text, dimension, position)
   select $1, gen_random_uuid(), $2, n::text, '检查项', '类别' || n % 12, n from generate_series(1, ${ITEMS}) n`,
  `insert into item_criterion (city_id, version_id, item_id, criterion_id, state)
   select $1, $2, i.id, n.id, 'confirmed' from checklist_item i join framework_node n on n.city_id = i.city_id and n.version_id = $2
   and n.position % ${ITEMS} in (i.position % ${ITEMS}, (i.position * 7) % ${ITEMS})
   where i.city_id = $1 and i.checklist_id = $2`,
  `create temporary table holder as select id, row_number() over () as n, count(*) over () as all from organization where city_id = $1 and $2::uuid is not null`,
  `insert into duty (city_id, id, target, criterion_id, organization_id, role, valid_from)
   select $1, gen_random_uuid(), 'criterion', n.id, h.id, case r when 0 then 'lead' else 'supporting' end, '2026-01-01'
   from framework_node n cross join generate_series(0, 2) r join holder h on h.n = (n.position * 3 + r) % h.all + 1
   where n.city_id = $1 and n.version_id = $2`,
  `insert into duty (city_id, id, target, category, organization_id, role, valid_from)
   select $1, gen_random_uuid(), 'category', '类别' || k, h.id, 'competent', '2026-01-01'
   from generate_series(0, 11) as g(k) join holder h on h.n = k % h.all + 1 where $2::uuid is not null`,
  `insert into duty (city_id, id, target, area_id, site_type_id, organization_id, role, valid_from)
   select $1, gen_random_uuid(), 'areaSiteType', a.id, t.id, h.id, 'lead', '2026-01-01'
   from area a join site_type t on t.city_id = a.city_id and a.level in ('subdistrict', 'community')
   join holder h on h.n = abs(hashtext(a.id::text || t.id::text)) % h.all + 1
   where a.city_id = $1 and abs(hashtext(t.id::text || a.id::text)) % 3 > 0 and $2::uuid is not null limit ${DUTIES / 2}`,
  `insert into duty (city_id, id, target, site_id, organization_id, role, valid_from, valid_to)
   select $1, gen_random_uuid(), 'site', s.id, h.id, 'lead', '2000-01-01'::date + k * 400, '2000-01-01'::date + k * 400 + 399
   from generate_series(0, 400) as g(k) cross join (select id, row_number() over () as n from site where city_id = $1) s
   join holder h on h.n = s.n % h.all + 1
   where $2::uuid is not null limit (select ${DUTIES} - count(*) from duty where city_id = $1)`,
  'analyze',
]

async function fill(database: Database, cityId: string): Promise<void> {
  const versionId = uuidv7()
  const client = await database.pool.connect()
  try {
    for (const text of FILLING) await client.query(text, text.includes('$1') ? [cityId, versionId] : [])
  } finally {
    client.release()
  }
}

type Asked = {
  readonly siteIds: readonly string[]
  readonly itemIds: readonly string[]
  readonly dutyCount: number
}

async function readAsked({ sql, cityId }: Reader): Promise<Asked> {
  const sites = await sql.selectFrom('site').select('id').where('city_id', '=', cityId).execute()
  const items = await sql.selectFrom('checklist_item').select('id').where('city_id', '=', cityId).execute()
  const { count } = await sql
    .selectFrom('duty')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('city_id', '=', cityId)
    .executeTakeFirstOrThrow()
  return { siteIds: sites.map(({ id }) => id), itemIds: items.map(({ id }) => id), dutyCount: Number(count) }
}

async function measure(reader: Reader, { siteIds, itemIds, dutyCount }: Asked): Promise<void> {
  const oneOf = (ids: readonly string[], index: number): string => ids[(index * 7919) % ids.length] ?? ''
  const nothingMore = { criterionId: null, category: null, versionId: null, day: DAY }
  const lookUp = (index: number) =>
    findResponsibleFor(reader, {
      siteId: oneOf(siteIds, index),
      itemId: oneOf(itemIds, index),
      ...nothingMore,
    })
  const visit = (index: number) =>
    findResponsibleForItems(reader, {
      siteId: oneOf(siteIds, index),
      itemIds: itemIds.slice(index % ITEMS_OF_A_VISIT, (index % ITEMS_OF_A_VISIT) + ITEMS_OF_A_VISIT),
      versionId: null,
      day: DAY,
    })
  for (const [name, work, target] of [
    ['responsibleLookUp', lookUp, { target: '≤1' }],
    ['responsibleOf30Items', visit, {}],
  ] as const) {
    const times: number[] = []
    for (let index = -WARMING_LOOK_UPS; index < LOOK_UPS; index += 1) {
      const taken = await timed(() => work(index + WARMING_LOOK_UPS))
      if (index >= 0) times.push(taken)
    }
    print({ name: `${name}Median`, value: percentile(times, 0.5), unit: 'ms', ...target })
    print({ name: `${name}P95`, value: percentile(times, 0.95), unit: 'ms' })
  }
  print({ name: 'responsibleAmongDuties', value: dutyCount, unit: 'duties' })
}

/** Who is responsible, asked inside the server's process: the door function with its statement and its decision. */
export async function measureResponsible(folder: string): Promise<void> {
  const engine = await openEngine({
    env: { ...process.env, CHUANGCHENG_DATA: folder },
    log: () => {},
    role: 'visitor',
  })
  const owner = new Database(openPool(engine.url, null, 1), () => new Date())
  const database = new Database(openPool(engine.url, SERVICE_ROLE, 1), () => new Date())
  database.sealsPersonalDataBy(new PersonalData(folder))
  try {
    const [city] = await database.everyCity()
    if (!city) throw new Error('the city is not founded yet')
    await fill(owner, city.id)
    const reader = database.reader(city.id)
    await measure(reader, await readAsked(reader))
  } finally {
    await database.close()
    await owner.close()
    await engine.stop()
  }
}
