import {
  type AssessmentMethod,
  type ComparedNode,
  type CountedNode,
  type CriterionOrigin,
  type CriterionRole,
  type Guess,
  inTreeOrder,
  type Placed,
  type Rule,
  type TreeNode,
} from '@chuangcheng/domain'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/database/database.ts'

/** What a person says of a node. */
export type NodeWords = {
  readonly code: string
  readonly text: string
  readonly points: number | null
  readonly role: CriterionRole
  readonly origin: CriterionOrigin
  readonly methods: AssessmentMethod[]
  readonly rule: Rule | null
  readonly siteTypeIds: string[]
  readonly note: string
}

/** An indicator (指标) or a criterion (测评标准) as it is written. */
export type NewNode = TreeNode &
  NodeWords & {
    readonly leadHint: string
    readonly guesses: Guess[]
    readonly carriedFromId: string | null
    readonly settled: boolean
  }

/** A node as it stands in the database. */
export type FrameworkNode = NewNode & { readonly revision: number }

const nodeColumns = sql`n.id, n.parent_id as "parentId", n.position, n.kind, n.code, n.text, n.points, n.role, n.origin, n.methods,
  n.rule, n.site_type_ids as "siteTypeIds", n.note, n.lead_hint as "leadHint", n.guesses, n.carried_from_id as "carriedFromId",
  n.settled, n.revision`

/** The whole tree of a version, parents before children, in order. */
export async function listNodes(reader: Reader, versionId: string): Promise<FrameworkNode[]> {
  const { rows } = await sql<FrameworkNode>`select ${nodeColumns} from framework_node n
    where n.city_id = ${reader.cityId} and n.version_id = ${versionId}`.execute(reader.sql)
  return inTreeOrder(rows)
}

/** The tree of a version without its words: where every node stands. */
export async function listPlaces(reader: Reader, versionId: string): Promise<TreeNode[]> {
  const { rows } = await sql<TreeNode>`select n.id, n.parent_id as "parentId", n.position, n.kind, n.code
    from framework_node n where n.city_id = ${reader.cityId} and n.version_id = ${versionId}`.execute(
    reader.sql,
  )
  return rows
}

/** What the page of a version counts. */
export async function listCountedNodes(reader: Reader, versionId: string): Promise<CountedNode[]> {
  const { rows } =
    await sql<CountedNode>`select n.id, n.parent_id as "parentId", n.position, n.kind, n.code, n.points, n.role,
    n.origin, n.guesses from framework_node n where n.city_id = ${reader.cityId} and n.version_id = ${versionId}`.execute(
      reader.sql,
    )
  return rows
}

/** What a version is compared by. */
export async function listComparedNodes(reader: Reader, versionId: string): Promise<ComparedNode[]> {
  const { rows } =
    await sql<ComparedNode>`select n.id, n.parent_id as "parentId", n.position, n.kind, n.code, n.text, n.points, n.role,
    n.rule, n.carried_from_id as "carriedFromId" from framework_node n
    where n.city_id = ${reader.cityId} and n.version_id = ${versionId}`.execute(reader.sql)
  return rows
}

export type NodeOfVersion = FrameworkNode & { readonly versionId: string }

/** A node of any version of the city, or null. */
export async function findNode(reader: Reader, id: string): Promise<NodeOfVersion | null> {
  const { rows } =
    await sql<NodeOfVersion>`select n.version_id as "versionId", ${nodeColumns} from framework_node n
    where n.city_id = ${reader.cityId} and n.id = ${id}`.execute(reader.sql)
  return rows[0] ?? null
}

const recordset = (nodes: readonly NewNode[]) => sql`
  jsonb_to_recordset(${JSON.stringify(nodes)}::jsonb) as r (id uuid, "parentId" uuid, position integer, kind text, code text, text text,
    points numeric, role text, origin text, methods text[], rule jsonb, "siteTypeIds" uuid[], note text, "leadHint" text, guesses text[],
    "carriedFromId" uuid, settled boolean)`

/** Insert nodes of a version, or write over those that it has already. */
export async function saveNodes(tx: Tx, versionId: string, nodes: readonly NewNode[]): Promise<void> {
  if (nodes.length === 0) return
  await sql`
    insert into framework_node (city_id, version_id, id, parent_id, position, kind, code, text, points, role, origin, methods, rule,
      site_type_ids, note, lead_hint, guesses, carried_from_id, settled)
    select ${tx.cityId}, ${versionId}, r.id, r."parentId", r.position, r.kind, r.code, r.text, r.points, r.role, r.origin,
      r.methods, nullif(r.rule, 'null'), r."siteTypeIds", r.note, r."leadHint", r.guesses, r."carriedFromId", r.settled
    from ${recordset(nodes)}
    on conflict (city_id, id) do update set parent_id = excluded.parent_id, position = excluded.position, kind = excluded.kind,
      code = excluded.code, text = excluded.text, points = excluded.points, role = excluded.role, origin = excluded.origin,
      methods = excluded.methods, rule = excluded.rule, site_type_ids = excluded.site_type_ids, note = excluded.note,
      lead_hint = excluded.lead_hint, guesses = excluded.guesses, carried_from_id = excluded.carried_from_id,
      settled = excluded.settled, revision = framework_node.revision + 1
      where framework_node.version_id = excluded.version_id`.execute(tx.sql)
}

/** Put nodes in other places. Only the one that was moved becomes another one: its siblings merely make room. */
export async function savePlaces(tx: Tx, places: readonly Placed[], movedId: string | null): Promise<void> {
  await sql`
    update framework_node n set parent_id = r."parentId", position = r.position,
      revision = n.revision + case when n.id = ${movedId}::uuid then 1 else 0 end
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as r (id uuid, "parentId" uuid, position integer)
    where n.city_id = ${tx.cityId} and n.id = r.id
      and (n.id = ${movedId}::uuid or (n.parent_id, n.position) is distinct from (r."parentId", r.position))`.execute(
    tx.sql,
  )
}

/** Give nodes other points, and take them for said. */
export async function savePoints(
  tx: Tx,
  changes: readonly { readonly id: string; readonly points: number }[],
): Promise<void> {
  await sql`
    update framework_node n set points = r.points, guesses = array_remove(n.guesses, 'points'), revision = n.revision + 1
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as r (id uuid, points numeric)
    where n.city_id = ${tx.cityId} and n.id = r.id`.execute(tx.sql)
}

/** Remove nodes; what hangs below them goes with them, and so do their duties and mappings. */
export async function deleteNodes(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`delete from framework_node where city_id = ${tx.cityId} and id = any(${[...ids]}::uuid[])`.execute(
    tx.sql,
  )
}

/** Whether another node of the version has the code. */
export async function isCodeTaken(
  tx: Tx,
  versionId: string,
  { id, code }: { readonly id: string; readonly code: string },
): Promise<boolean> {
  const { rows } =
    await sql`select from framework_node where city_id = ${tx.cityId} and version_id = ${versionId}
    and code = ${code} and id <> ${id}`.execute(tx.sql)
  return rows.length > 0
}
