import { isDeepStrictEqual } from 'node:util'
import { type ChecklistItem, ITEM_FLAW_CODES, type ItemFlaw, itemFlaws, Problem } from '@chuangcheng/domain'
import type { Reader } from '../../../platform/database/database.ts'
import { findItemElsewhere } from './item-queries.ts'
import type { VersionContent } from './queries.ts'

/** As many items as a checklist may have. */
export const MOST_ITEMS = 500

export const isSameItem = (a: ChecklistItem, b: ChecklistItem): boolean => isDeepStrictEqual(a, b)

export const isSameContent = (a: VersionContent, b: VersionContent): boolean =>
  isDeepStrictEqual([a.protocol, a.items], [b.protocol, b.items])

/** What the audit log says of a change: of the items, only those that differ. */
export function notedChange(before: VersionContent, after: VersionContent) {
  const differing = (items: readonly ChecklistItem[], others: readonly ChecklistItem[]) => {
    const otherById = new Map(others.map((item) => [item.id, item]))
    return items.filter((item) => !isDeepStrictEqual(item, otherById.get(item.id)))
  }
  const noted = (content: VersionContent, other: VersionContent) => ({
    protocol: content.protocol,
    itemCount: content.items.length,
    items: differing(content.items, other.items),
  })
  return { before: noted(before, after), after: noted(after, before) }
}

/** A flaw as the words of a problem or a finding: its text's key as the reason, and what that text names. */
export const saidFlaw = ({ code, params }: ItemFlaw): Record<string, string | number> => ({
  ...params,
  reason: isOwnFlaw(code) ? `itemFlaw.${code}` : `ruleFlaw.${code}`,
})

const isOwnFlaw = (code: string): boolean => ITEM_FLAW_CODES.some((own) => own === code)

/** Refuses the first item that could not be asked or answered. @throws Problem checklist.item-invalid */
export function mustBeSound(items: readonly ChecklistItem[]): void {
  for (const item of items) {
    const [flaw] = itemFlaws(item)
    if (flaw) throw new Problem('checklist.item-invalid', { ...saidFlaw(flaw), code: item.code })
  }
}

function mustBeDistinct(items: readonly ChecklistItem[]): void {
  const [codes, ids] = [new Set<string>(), new Set<string>()]
  for (const { id, code } of items) {
    if (codes.has(code)) throw new Problem('checklist.code-twice', { code })
    if (ids.has(id)) throw new Problem('duplicate', { what: 'id', value: id })
    codes.add(code)
    ids.add(id)
  }
}

/**
 * Refuses items that do not make a checklist.
 * @throws Problem checklist.item-invalid · checklist.code-twice · checklist.item-elsewhere · duplicate
 */
export async function mustBeItemsOf(
  reader: Reader,
  checklistId: string,
  items: readonly ChecklistItem[],
): Promise<void> {
  mustBeDistinct(items)
  mustBeSound(items)
  const ids = items.map(({ id }) => id)
  const elsewhere = await findItemElsewhere(reader, checklistId, ids)
  const code = items.find(({ id }) => id === elsewhere)?.code
  if (code !== undefined) throw new Problem('checklist.item-elsewhere', { code })
}
