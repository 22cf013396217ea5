import { type Column, covers, type Finding, flaw, scopeOf } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import { type Decision, type ImportContext, type ImportRow, importKind } from '../../imports/index.ts'
import { typesRenamed, WHOLE_CITY } from './actions.ts'
import { listTypeNames, type SiteType, saveTypes } from './queries.ts'

/** The columns of a table of site types (点位类型表). */
const SITE_TYPE_COLUMNS = [
  {
    field: 'code',
    zh: '编码',
    en: 'Code',
    aliases: ['类型编码', '点位类型编码', '代码', '编号'],
    required: true,
    kind: 'code',
    maxLength: 32,
  },
  {
    field: 'name',
    zh: '名称',
    en: 'Name',
    aliases: ['类型名称', '点位类型', '点位类型名称', '类型'],
    required: true,
    kind: 'text',
    maxLength: 60,
  },
  {
    field: 'category',
    zh: '分类',
    en: 'Category',
    aliases: ['大类', '所属分类', '类别'],
    required: false,
    kind: 'text',
    maxLength: 60,
  },
  {
    field: 'description',
    zh: '说明',
    en: 'Description',
    aliases: ['备注', '描述', '范围'],
    required: false,
    kind: 'text',
    maxLength: 500,
  },
] as const satisfies readonly Column[]

type Row = ImportRow<typeof SITE_TYPE_COLUMNS>
type Context = ImportContext<(typeof SITE_TYPE_COLUMNS)[number]['field']>
type Saved = { readonly before: SiteType | null; readonly after: SiteType }
type Plan = { readonly saved: readonly Saved[] }

/** Codes and names that come twice in the file. */
function repeated(rows: readonly Row[], field: 'code' | 'name', context: Context): Finding[] {
  const lines = new Map<string, number>()
  return rows.flatMap(({ line, values }) => {
    const value = values[field]
    const first = value === null ? undefined : lines.get(value)
    if (value !== null && first === undefined) lines.set(value, line)
    if (value === null || first === undefined) return []
    return [context.error(line, field, flaw('duplicate-in-file', { value, line: first }))]
  })
}

function plannedOf({ values }: Row, before: SiteType | null, context: Context): SiteType | null {
  const { code, name, category, description } = values
  if (code === null || name === null) return null
  return {
    id: before?.id ?? uuidv7(),
    code,
    name,
    category: before && !context.has('category') ? before.category : (category ?? ''),
    description: before && !context.has('description') ? before.description : (description ?? ''),
    retired: before?.retired ?? false,
  }
}

const FIELDS = ['name', 'category', 'description'] as const
const isSame = (before: SiteType, after: SiteType): boolean =>
  FIELDS.every((field) => before[field] === after[field])

type Existing = readonly (SiteType & { readonly revision: number })[]

/** Names that types outside the file hold. */
function namesElsewhere(stored: Existing, rows: readonly Row[]): ReadonlySet<string> {
  const inFile = new Set(rows.map(({ values }) => values.code))
  return new Set(stored.filter(({ code }) => !inFile.has(code)).map(({ name }) => name))
}

async function decide(reader: Reader, rows: readonly Row[], context: Context): Promise<Decision<Plan>> {
  const stored = await listTypeNames(reader)
  const byCode = new Map(stored.map((type) => [type.code, type]))
  const takenNames = namesElsewhere(stored, rows)
  const isMine = context.actor === null || covers(scopeOf(context.actor, 'siteType.edit'), WHOLE_CITY)
  const planned = rows.flatMap((row) => {
    const before = byCode.get(row.values.code ?? '') ?? null
    const after = plannedOf(row, before, context)
    return after ? [{ line: row.line, before, after }] : []
  })
  const findings = [
    ...repeated(rows, 'code', context),
    ...repeated(rows, 'name', context),
    ...planned
      .filter(({ after }) => takenNames.has(after.name))
      .map(({ line, after }) =>
        context.error(line, 'name', flaw('duplicate-in-city', { value: after.name })),
      ),
    ...(isMine ? [] : planned).map(({ line, after }) =>
      context.error(line, 'code', flaw('out-of-scope', { value: after.name })),
    ),
  ]
  const saved: Saved[] = planned.filter(({ before, after }) => before === null || !isSame(before, after))
  const createdCount = saved.filter(({ before }) => before === null).length
  const changedCount = saved.length - createdCount
  return {
    plan: { saved },
    findings,
    createdCount,
    changedCount,
    unchangedCount: planned.length - saved.length,
  }
}

async function apply(tx: Tx, { saved }: Plan): Promise<void> {
  await saveTypes(
    tx,
    saved.map(({ after }) => after),
  )
  await typesRenamed(tx, saved)
  tx.record(
    ...saved.map(({ before, after }) => ({
      action: before ? 'siteType.change' : 'siteType.add',
      subjectKind: 'siteType',
      subjectId: after.id,
      before,
      after,
    })),
  )
}

/** Types of sites from Excel or CSV (导入点位类型): known by their code; a known code changes, a new one adds. */
export const siteTypeImport = importKind({
  kind: 'SiteTypes',
  subjectKind: 'siteType',
  columns: SITE_TYPE_COLUMNS,
  needsDatum: false,
  decide,
  apply,
})
