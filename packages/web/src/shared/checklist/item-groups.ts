import type { AskedItem } from './answers.ts'

export type ItemGroup = { readonly dimension: string; readonly items: readonly AskedItem[] }

/** Items under their dimensions (维度), in the order in which these first appear: the order in which they are walked. */
export function groupsOf(items: readonly AskedItem[]): ItemGroup[] {
  const groups = new Map<string, AskedItem[]>()
  for (const item of items) {
    const known = groups.get(item.dimension)
    if (known) known.push(item)
    else groups.set(item.dimension, [item])
  }
  return [...groups].map(([dimension, members]) => ({ dimension, items: members }))
}

/** As groups show them: items of one dimension stand together. */
export const inShownOrder = (items: readonly AskedItem[]): AskedItem[] =>
  groupsOf(items).flatMap((group) => group.items)
