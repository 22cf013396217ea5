import { type ChecklistItem, type Finding, flaw } from '@chuangcheng/domain'
import type { Checklist } from '../queries.ts'
import { MOST_ITEMS } from '../versions/content.ts'
import type { Version, VersionContent } from '../versions/queries.ts'
import type { Context, SaidChecklist } from './said-checklists.ts'
import type { Known } from './what-stands.ts'

/** Where a checklist begins in the file. */
export const lineOf = ({ rows }: SaidChecklist): number => rows[0]?.line ?? 0

export const nameMissing = (said: SaidChecklist, { name }: Checklist, context: Context): Finding[] =>
  name === ''
    ? [context.error(lineOf(said), 'checklistName', flaw('required', { column: '检查表名称' }))]
    : []

export const tooMany = (said: SaidChecklist, count: number, context: Context): Finding[] =>
  count > MOST_ITEMS
    ? [
        context.error(
          lineOf(said),
          'itemCode',
          flaw('checklist-too-long', { value: said.code, count, limit: MOST_ITEMS }),
        ),
      ]
    : []

export type Before = { readonly standing: VersionContent; readonly published: Version | null }

/** What the person should know before they go on: what is in use stays, and which items the file leaves out. */
export function warningsOf(
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
export function takenNames(
  decided: readonly { readonly after: Checklist }[],
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
