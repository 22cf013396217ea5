import {
  CHECKLIST_KINDS,
  type ChecklistItem,
  comparable,
  covers,
  type Finding,
  flaw,
  nearestNames,
  scopeOf,
} from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Reader } from '../../../platform/database/database.ts'
import type { Decision } from '../../imports/index.ts'
import { listTypeNames } from '../../sites/index.ts'
import { notedChecklist } from '../actions.ts'
import { PHOTO_PURPOSE } from '../defaults/adopt.ts'
import { type Checklist, type ChecklistRow, listChecklists } from '../queries.ts'
import { isSameContent, isSameItem, MOST_ITEMS } from '../versions/content.ts'
import { listStandingVersions, type Version, type VersionContent } from '../versions/queries.ts'
import { readListed } from './listed-words.ts'
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

type Known = {
  readonly checklists: ReadonlyMap<string, ChecklistRow>
  readonly drafts: ReadonlyMap<string, Version>
  readonly published: ReadonlyMap<string, Version>
  readonly typeIds: ReadonlyMap<string, string>
}

async function whatStands(reader: Reader): Promise<Known> {
  const checklists = await listChecklists(reader, {})
  const versions = await listStandingVersions(reader, null)
  const byChecklist = (state: Version['state']) =>
    new Map(
      versions.filter((version) => version.state === state).map((version) => [version.checklistId, version]),
    )
  const types = await listTypeNames(reader)
  return {
    checklists: new Map(checklists.map((checklist) => [checklist.code, checklist])),
    drafts: byChecklist('draft'),
    published: byChecklist('published'),
    typeIds: new Map(types.map(({ id, name }) => [comparable(name), id])),
  }
}

/** Names of types in a cell: between semicolons, or commas where no type is called so. */
function namesIn(text: string, known: Known): string[] {
  const isKnown = (name: string) => known.typeIds.has(comparable(name))
  return readListed(text).flatMap((name) =>
    isKnown(name) ? [name] : name.split(/[、,，]/u).flatMap((part) => part.trim() || []),
  )
}

function typesOf(
  said: SaidChecklist,
  before: Checklist | null,
  known: Known,
  context: Context,
): { siteTypeIds: readonly string[]; findings: Finding[] } {
  const head = headOf(said, 'siteTypes')
  if (!head) return { siteTypeIds: context.has('siteTypes') ? [] : (before?.siteTypeIds ?? []), findings: [] }
  const names = namesIn(head.value, known)
  const siteTypeIds = names.flatMap((name) => known.typeIds.get(comparable(name)) ?? [])
  const findings = names
    .filter((name) => !known.typeIds.has(comparable(name)))
    .map((value) => {
      const similar = nearestNames(value, [...known.typeIds.keys()]).join('、')
      const code = similar === '' ? 'name-unknown' : 'name-unknown-similar'
      return context.error(head.line, 'siteTypes', flaw(code, { value, similar }))
    })
  return { siteTypeIds: [...new Set(siteTypeIds)], findings }
}

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

function decideOne(said: SaidChecklist, known: Known, context: Context): Decided {
  const before = storedOf(known.checklists.get(said.code))
  const { siteTypeIds, findings } = typesOf(said, before, known, context)
  const after = plannedHead(said, before, siteTypeIds)
  const draft = known.drafts.get(after.id) ?? null
  const published = known.published.get(after.id) ?? null
  const standing = draft ?? published ?? { protocol: '', items: [] }
  const read = itemsOf(said.rows, standing.items, context)
  const protocol =
    headOf(said, 'checklistProtocol')?.value ?? (context.has('checklistProtocol') ? '' : standing.protocol)
  const content = { protocol, items: read.items }
  const isSame = before !== null && isSameContent(standing, content)
  const isSameHead = before !== null && isSameChecklist(before, after)
  const otherwiseChanged =
    before !== null && (!isSame || !isSameHead) && read.newCount + read.changedCount === 0
  return {
    before: isSameHead ? after : before,
    after,
    draft,
    content: isSame ? null : content,
    findings: [
      ...findings,
      ...read.findings,
      ...contradictions(said, context),
      ...repeatedItems(said, context),
      ...nameMissing(said, after, context),
      ...tooMany(said, read.items.length, context),
      ...(isSame ? [] : warningsOf(said, after, { standing, published, draft }, read.items, context)),
    ],
    newCount: read.newCount,
    changedCount: read.changedCount + (otherwiseChanged ? 1 : 0),
  }
}

const isSameChecklist = (a: Checklist, b: Checklist): boolean =>
  JSON.stringify(notedChecklist(a)) === JSON.stringify(notedChecklist(b))

const lineOf = ({ rows }: SaidChecklist): number => rows[0]?.line ?? 0

const nameMissing = (said: SaidChecklist, { name }: Checklist, context: Context): Finding[] =>
  name === ''
    ? [context.error(lineOf(said), 'checklistName', flaw('required', { column: '检查表名称' }))]
    : []

const tooMany = (said: SaidChecklist, count: number, context: Context): Finding[] =>
  count > MOST_ITEMS
    ? [
        context.error(
          lineOf(said),
          'itemCode',
          flaw('checklist-too-long', { value: said.code, count, limit: MOST_ITEMS }),
        ),
      ]
    : []

type Before = {
  readonly standing: VersionContent
  readonly published: Version | null
  readonly draft: Version | null
}

/** What the person should know before they go on: what is in use stays, and which items the file leaves out. */
function warningsOf(
  said: SaidChecklist,
  { name }: Checklist,
  { standing, published }: Before,
  items: readonly ChecklistItem[],
  context: Context,
): Finding[] {
  const line = lineOf(said)
  const kept = new Set(items.map(({ id }) => id))
  const leftOut = standing.items.filter(({ id }) => !kept.has(id)).map(({ code }) => code)
  const stays = published ? [flaw('checklist-in-use', { value: name, number: published.number })] : []
  const lost =
    leftOut.length > 0
      ? [
          flaw('items-left-out', {
            value: name,
            count: leftOut.length,
            codes: leftOut.slice(0, 10).join('、'),
          }),
        ]
      : []
  return [...stays, ...lost].map((each) => context.warning(line, 'checklistCode', each))
}

/** Names that two checklists would have. */
function takenNames(
  decided: readonly Decided[],
  lines: ReadonlyMap<string, number>,
  known: Known,
  context: Context,
): Finding[] {
  const inFile = new Set(decided.map(({ after }) => after.code))
  const elsewhere = new Set(
    [...known.checklists.values()].filter(({ code }) => !inFile.has(code)).map(({ name }) => name),
  )
  const first = new Map<string, number>()
  return decided.flatMap(({ after: { name, code } }) => {
    const line = lines.get(code) ?? 0
    const other = first.get(name)
    if (other === undefined) first.set(name, line)
    else
      return [context.error(line, 'checklistName', flaw('duplicate-in-file', { value: name, line: other }))]
    return elsewhere.has(name)
      ? [context.error(line, 'checklistName', flaw('duplicate-in-city', { value: name }))]
      : []
  })
}

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
