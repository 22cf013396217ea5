import { foldText, indexWords, type QueryWord, queryWords, type Scope } from '@chuangcheng/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'

export type SearchKind = 'site' | 'organization' | 'area' | 'user'

/** What can be found of a record: shown as `title` with `detail` under it. Everything in both, and in `alsoUnder`, finds it. */
export type SearchEntry = {
  readonly id: string
  readonly title: string
  readonly detail: string
  readonly alsoUnder?: readonly string[]
  readonly areaId: string | null
  readonly organizationIds: readonly string[]
}

/** Put records into the search index, or replace what is there. */
export async function putIntoSearch(
  tx: Tx,
  kind: SearchKind,
  entries: readonly SearchEntry[],
): Promise<void> {
  const rows = entries.map((entry) => ({
    id: entry.id,
    title: entry.title,
    detail: entry.detail,
    words: indexWords(entry.title, entry.detail, ...(entry.alsoUnder ?? [])),
    area_id: entry.areaId,
    organization_ids: entry.organizationIds,
  }))
  await sql`
    insert into search_entry (city_id, kind, id, title, detail, words, area_id, organization_ids)
    select ${tx.cityId}, ${kind}, r.id, r.title, r.detail,
      array_to_tsvector(array(select jsonb_array_elements_text(r.words))), r.area_id,
      array(select jsonb_array_elements_text(r.organization_ids)::uuid)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (id uuid, title text, detail text, words jsonb, area_id uuid, organization_ids jsonb)
    on conflict (city_id, kind, id) do update set title = excluded.title, detail = excluded.detail,
      words = excluded.words, area_id = excluded.area_id, organization_ids = excluded.organization_ids`.execute(
    tx.sql,
  )
}

const quoted = ({ word, prefix }: QueryWord): string => `'${word.replaceAll("'", "''")}'${prefix ? ':*' : ''}`

/**
 * The condition that a record of a kind is found by a text, for a room's own list; null when the text holds no word, which finds
 * everything. It finds what the search box finds, by the same index.
 */
export function foundByWords(
  reader: Reader,
  kind: SearchKind,
  id: RawBuilder<unknown>,
  text: string,
): RawBuilder<boolean> | null {
  const words = queryWords(text)
  if (words.length === 0) return null
  return sql<boolean>`${id} in (select e.id from search_entry e where e.city_id = ${reader.cityId} and e.kind = ${kind}
    and e.words @@ ${words.map(quoted).join(' & ')}::tsquery)`
}

/** Which entries of a kind somebody may see, as a condition. */
function visible(kind: SearchKind, scope: Scope): RawBuilder<boolean> {
  if (scope.everything) return sql<boolean>`kind = ${kind}`
  const areaIds = [...scope.areaIds, ...(kind === 'area' ? scope.seatAreaIds : [])]
  return sql<boolean>`(kind = ${kind} and (area_id = any(${areaIds}::uuid[])
    or organization_ids && ${[...scope.organizationIds]}::uuid[]))`
}

export type Found = { kind: SearchKind; id: string; title: string; detail: string }

/** Of a word that thousands carry, so many are ranked: nobody reads further, and ranking them all took longer than finding them. */
const MOST_RANKED = 2000

/** Entries that carry all the words and that the scopes let be seen; exact and short titles first. */
export async function listFound(
  reader: Reader,
  query: { text: string; words: readonly QueryWord[]; limit: number },
  scopes: ReadonlyMap<SearchKind, Scope>,
): Promise<Found[]> {
  const conditions = [...scopes].map(([kind, scope]) => visible(kind, scope))
  if (conditions.length === 0 || query.words.length === 0) return []
  const text = foldText(query.text.trim())
  const { rows } = await sql<Found>`
    select kind, id, title, detail from (
      select kind, id, title, detail from search_entry
      where city_id = ${reader.cityId} and words @@ ${query.words.map(quoted).join(' & ')}::tsquery
        and (${sql.join(conditions, sql` or `)})
      limit ${MOST_RANKED}) as found
    order by lower(title) = ${text} desc, position(${text} in lower(title)) = 0, length(title), title, id
    limit ${query.limit}`.execute(reader.sql)
  return rows
}
