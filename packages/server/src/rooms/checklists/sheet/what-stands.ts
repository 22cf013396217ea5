import { comparable, type Finding, flaw, nearestNames } from '@chuangcheng/domain'
import type { Reader } from '../../../platform/database/database.ts'
import { listTypeNames } from '../../sites/index.ts'
import { type Checklist, type ChecklistRow, listChecklists } from '../queries.ts'
import { listStandingVersions, type Version } from '../versions/queries.ts'
import { readListed } from './listed-words.ts'
import { type Context, headOf, type SaidChecklist } from './said-checklists.ts'

/** What the city has already, by what a file names it with. */
export type Known = {
  readonly checklists: ReadonlyMap<string, ChecklistRow>
  readonly drafts: ReadonlyMap<string, Version>
  readonly published: ReadonlyMap<string, Version>
  readonly typeIds: ReadonlyMap<string, string>
}

export async function whatStands(reader: Reader): Promise<Known> {
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

/** The types of sites a checklist's rows name. */
export function typesOf(
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
