import { CHECKLIST_KINDS, type ChecklistItem, covers, type Finding, flaw, scopeOf } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Reader } from '../../../platform/database/database.ts'
import type { Decision } from '../../imports/index.ts'
import { notedChecklist } from '../actions.ts'
import { PHOTO_PURPOSE } from '../defaults/adopt.ts'
import type { Checklist, ChecklistRow } from '../queries.ts'
import { isSameContent, isSameItem } from '../versions/content.ts'
import type { Version, VersionContent } from '../versions/queries.ts'
import { lineOf, nameMissing, takenNames, tooMany, warningsOf } from './findings.ts'
import {
  type Context,
  contradictions,
  headOf,
  type Row,
  repeatedItems,
  type SaidChecklist,
  sortByChecklist,
} from './said-checklists.ts'
import { itemOf } from './said-item.ts'
import { type Known, typesOf, whatStands } from './what-stands.ts'

/** What an import does to one checklist. */
export type PlannedChecklist = {
  readonly before: Checklist | null
  readonly after: Checklist
  /** the draft that is replaced; null = a new one is made */
  readonly draft: Version | null
  /** null = the items stand as the file says */
  readonly content: VersionContent | null
}
export type Plan = { readonly planned: readonly PlannedChecklist[] }

const storedOf = (row: ChecklistRow | undefined): Checklist | null =>
  row
    ? {
        id: row.id,
        code: row.code,
        name: row.name,
        kind: row.kind,
        siteTypeIds: row.siteTypes.map(({ id }) => id),
        retired: row.retired,
      }
    : null

function plannedHead(
  said: SaidChecklist,
  before: Checklist | null,
  siteTypeIds: readonly string[],
): Checklist {
  const kind = CHECKLIST_KINDS.find((each) => each === headOf(said, 'kind')?.value)
  return {
    id: before?.id ?? uuidv7(),
    code: said.code,
    name: headOf(said, 'checklistName')?.value ?? before?.name ?? '',
    kind: kind ?? before?.kind ?? (siteTypeIds.length > 0 ? 'siteType' : 'standard'),
    siteTypeIds,
    retired: before?.retired ?? false,
  }
}

type ItemsRead = {
  readonly items: ChecklistItem[]
  readonly findings: Finding[]
  readonly newCount: number
  readonly changedCount: number
}

function itemsOf(rows: readonly Row[], standing: readonly ChecklistItem[], context: Context): ItemsRead {
  const byCode = new Map(standing.map((item) => [item.code, item]))
  const items: ChecklistItem[] = []
  const findings: Finding[] = []
  let [newCount, changedCount] = [0, 0]
  for (const row of rows) {
    const before = byCode.get(row.values.itemCode?.replace(/\s+/gu, '') ?? '')
    const read = itemOf(row, before, { photoPurpose: PHOTO_PURPOSE }, context)
    if (!read) continue
    items.push(read.item)
    findings.push(...read.findings)
    if (!before) newCount += 1
    else if (!isSameItem(before, read.item)) changedCount += 1
  }
  return { items, findings, newCount, changedCount }
}

type Decided = PlannedChecklist & {
  readonly findings: readonly Finding[]
  readonly newCount: number
  readonly changedCount: number
}

const protocolOf = (said: SaidChecklist, standing: VersionContent, context: Context): string =>
  headOf(said, 'checklistProtocol')?.value ?? (context.has('checklistProtocol') ? '' : standing.protocol)

function decideOne(said: SaidChecklist, known: Known, context: Context): Decided {
  const before = storedOf(known.checklists.get(said.code))
  const { siteTypeIds, findings } = typesOf(said, before, known, context)
  const after = plannedHead(said, before, siteTypeIds)
  const draft = known.drafts.get(after.id) ?? null
  const published = known.published.get(after.id) ?? null
  const standing = draft ?? published ?? { protocol: '', items: [] }
  const { items, ...read } = itemsOf(said.rows, standing.items, context)
  const content = { protocol: protocolOf(said, standing, context), items }
  const changes = {
    content: !isSameContent(standing, content),
    head: !before || !isSameChecklist(before, after),
  }
  return {
    before: changes.head ? before : after,
    after,
    draft,
    content: changes.content || before === null ? content : null,
    findings: [
      ...findings,
      ...read.findings,
      ...contradictions(said, context),
      ...repeatedItems(said, context),
      ...nameMissing(said, after, context),
      ...tooMany(said, items.length, context),
      ...(changes.content ? warningsOf(said, after, { standing, published }, items, context) : []),
    ],
    newCount: read.newCount,
    changedCount: Math.max(read.changedCount, otherwiseChanged(before, changes, read) ? 1 : 0),
  }
}

/** No item differs, yet the checklist does: its name, its protocol, its order. That is told as one change. */
const otherwiseChanged = (
  before: Checklist | null,
  changes: { readonly content: boolean; readonly head: boolean },
  { newCount }: Pick<ItemsRead, 'newCount'>,
): boolean => before !== null && newCount === 0 && (changes.content || changes.head)

const isSameChecklist = (a: Checklist, b: Checklist): boolean =>
  JSON.stringify(notedChecklist(a)) === JSON.stringify(notedChecklist(b))

const WHOLE_CITY = { areaId: null, organizationIds: [] } as const

export async function decide(
  reader: Reader,
  rows: readonly Row[],
  context: Context,
): Promise<Decision<Plan>> {
  const known = await whatStands(reader)
  const { said, findings } = sortByChecklist(rows, context)
  const decided = said.map((each) => decideOne(each, known, context))
  const lines = new Map(said.map((each) => [each.code, lineOf(each)]))
  const isMine = context.actor === null || covers(scopeOf(context.actor, 'checklist.edit'), WHOLE_CITY)
  const beyond = isMine
    ? []
    : said.map((each) =>
        context.error(lineOf(each), 'checklistCode', flaw('out-of-scope', { value: each.code })),
      )
  const createdCount = decided.reduce((sum, { newCount }) => sum + newCount, 0)
  const changedCount = decided.reduce((sum, each) => sum + each.changedCount, 0)
  return {
    plan: {
      planned: decided.map(({ before, after, draft, content }) => ({ before, after, draft, content })),
    },
    findings: [
      ...findings,
      ...decided.flatMap((each) => each.findings),
      ...takenNames(decided, lines, known, context),
      ...beyond,
    ],
    createdCount,
    changedCount,
    unchangedCount: rows.length - createdCount - changedCount,
  }
}
