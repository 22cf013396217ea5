import type { Body } from '../../shared/api/client.ts'
import { inShownOrder } from '../../shared/checklist/item-groups.ts'
import type { Item } from './checklist-queries.ts'

/** An item without the blank lines and spaces that typing leaves. */
export const tidy = (item: Item): Item => ({
  ...item,
  code: item.code.trim(),
  text: item.text.trim(),
  dimension: item.dimension.trim(),
  protocol: item.protocol.trim(),
  photoPurpose: item.photoPurpose.trim(),
  exemptions: item.exemptions.map((line) => line.trim()).filter((line) => line !== ''),
})

/** Items as they are sent: in the order shown. */
export const forSaving = (items: readonly Item[]): Body<'saveChecklistDraft'>['items'] =>
  inShownOrder(items).map(tidy)

/** Whether nothing was changed; the same list is told at a glance. */
export const sameItems = (before: readonly Item[], now: readonly Item[]): boolean =>
  before.length === now.length &&
  before.every((item, at) => item === now[at] || JSON.stringify(item) === JSON.stringify(now[at]))
