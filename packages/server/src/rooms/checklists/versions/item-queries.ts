import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/database.ts'

/**
 * Bring the rows of items in step with the versions of their checklists: an item stands while the draft or the published version has
 * it, with the draft's words where both have it.
 */
export async function keepItemsInStep(tx: Tx, checklistIds: readonly string[]): Promise<void> {
  const ids = sql`${[...checklistIds]}::uuid[]`
  await sql`
    update checklist_item set standing = false
    where city_id = ${tx.cityId} and checklist_id = any(${ids}) and standing`.execute(tx.sql)
  await sql`
    insert into checklist_item (city_id, id, checklist_id, code, text, dimension, position, standing)
    select distinct on (i.item ->> 'id') v.city_id, (i.item ->> 'id')::uuid, v.checklist_id, i.item ->> 'code', i.item ->> 'text',
      i.item ->> 'dimension', i.number - 1, true
    from checklist_version v, jsonb_array_elements(v.items) with ordinality as i (item, number)
    where v.city_id = ${tx.cityId} and v.checklist_id = any(${ids}) and v.state in ('draft', 'published')
    order by i.item ->> 'id', v.state = 'draft' desc
    on conflict (city_id, id) do update set code = excluded.code, text = excluded.text, dimension = excluded.dimension,
      position = excluded.position, standing = true`.execute(tx.sql)
}

/** The code of an item among these that belongs to another checklist, or null. */
export async function findItemElsewhere(
  reader: Reader,
  checklistId: string,
  itemIds: readonly string[],
): Promise<string | null> {
  const found = await reader.sql
    .selectFrom('checklist_item')
    .select('id')
    .where('city_id', '=', reader.cityId)
    .where('checklist_id', '<>', checklistId)
    .where(sql<boolean>`id = any(${[...itemIds]}::uuid[])`)
    .limit(1)
    .executeTakeFirst()
  return found?.id ?? null
}

/** An item as other rooms know it (检查项): its words as they stand now. */
export type StandingItem = {
  readonly id: string
  readonly code: string
  readonly text: string
  readonly dimension: string
  readonly checklist: { readonly id: string; readonly name: string }
  readonly siteTypeIds: string[]
}

/** Every item that stands in a checklist in use, by checklist and place. */
export async function listStandingItems(reader: Reader): Promise<StandingItem[]> {
  const { rows } = await sql<StandingItem>`
    select i.id, i.code, i.text, i.dimension, jsonb_build_object('id', c.id, 'name', c.name) as checklist,
      array(select s.site_type_id from checklist_site_type s
        where s.city_id = c.city_id and s.checklist_id = c.id order by s.site_type_id) as "siteTypeIds"
    from checklist c join checklist_item i on i.city_id = c.city_id and i.checklist_id = c.id
    where c.city_id = ${reader.cityId} and not c.retired and i.standing
    order by c.code, i.position, i.id`.execute(reader.sql)
  return rows
}

export type KnownItem = Omit<StandingItem, 'siteTypeIds'>

/** Items by id, standing or not; ids of no item are left out. */
export async function listItemsById(reader: Reader, ids: readonly string[]): Promise<KnownItem[]> {
  const { rows } = await sql<KnownItem>`
    select i.id, i.code, i.text, i.dimension, jsonb_build_object('id', c.id, 'name', c.name) as checklist
    from checklist_item i join checklist c on c.city_id = i.city_id and c.id = i.checklist_id
    where i.city_id = ${reader.cityId} and i.id = any(${[...ids]}::uuid[])`.execute(reader.sql)
  return rows
}
