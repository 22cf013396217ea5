import type { AuditEntry } from '@chuangcheng/domain'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { openEntries } from './personal-fields.ts'
import { withBlocks } from './queries.ts'

/** The least UUIDv7 of a moment: entries written by a transaction have ids from its `at` on. */
const firstIdAt = sql`(lpad(to_hex((extract(epoch from below.at) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid`

/**
 * The latest changes by one person, or by anybody, the latest first: who signed in and which files were put is left out, and an
 * import stands for all it brought. It is written last, so the step below one goes straight to before it began, over
 * hundreds of thousands of entries (and what others changed in those seconds; the log has it all).
 * @param actorId null = anybody
 */
export async function listRecentChanges(reader: Reader, actorId: string | null, limit: number) {
  const { cityId } = reader
  const shown = sql`e.city_id = ${cityId} and e.action <> 'file.add' and e.action not like 'session.%'
    ${actorId === null ? sql`` : sql`and e.actor_id = ${actorId}`}`
  const { rows } = await sql<AuditEntry>`
    with recursive recent as (
      (select e.*, 1 as place from audit_entry e where ${shown} order by e.id desc limit 1)
      union all
      select next.*, below.place + 1 from recent below cross join lateral (
        select e.* from audit_entry e where ${shown} and e.id < case when below.action like '%.import'
          then least(below.id, ${firstIdAt}) else below.id end
        order by e.id desc limit 1) next
      where below.place < ${limit})
    select id, at, actor_id as "actorId", actor_name as "actorName", action, subject_kind as "subjectKind",
      subject_id as "subjectId", before, after from recent order by place`.execute(reader.sql)
  return withBlocks(reader, await openEntries(reader, rows))
}
