import { type Actor, type ChecklistItem, mustCoverCity, startingItem } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../../../platform/database/database.ts'
import { addLackingTypes, matchShippedTypes } from '../../sites/index.ts'
import { checklistAdded } from '../actions.ts'
import { type Checklist, listChecklists, listTypesWithout, saveChecklists } from '../queries.ts'
import { keepItemsInStep } from '../versions/item-queries.ts'
import { insertDrafts } from '../versions/queries.ts'
import { readShippedChecklists, type ShippedChecklist } from './read-table.ts'

/** Why a photo of what fails is taken, shown to whoever takes it. */
export const PHOTO_PURPOSE = '留存不符合的情形，供责任单位整改和核查时对照'

const itemsOf = ({ items }: ShippedChecklist): ChecklistItem[] =>
  items.map(({ code, text, dimension, ...said }) => ({
    ...startingItem({ id: uuidv7(), code, text, dimension, photoPurpose: PHOTO_PURPOSE }),
    ...said,
  }))

/** What becomes of each shipped checklist in a city. */
type Sorted = {
  readonly wanted: readonly { readonly shipped: ShippedChecklist; readonly siteTypeIds: readonly string[] }[]
  readonly keptCount: number
  readonly unmatched: readonly ShippedChecklist[]
}

/** A shipped checklist is wanted for those of its types that have none; one whose code or name stands already is left alone. */
async function sortShipped(tx: Tx): Promise<Sorted> {
  const known = await listChecklists(tx, {})
  const held = new Set(known.flatMap(({ code, name }) => [code, name]))
  const types = await matchShippedTypes(tx)
  const without = new Set((await listTypesWithout(tx)).map(({ id }) => id))
  const wanted: { shipped: ShippedChecklist; siteTypeIds: string[] }[] = []
  const unmatched: ShippedChecklist[] = []
  let keptCount = 0
  for (const shipped of readShippedChecklists()) {
    const matched = types.get(shipped.code) ?? []
    const siteTypeIds = matched.filter((id) => without.has(id))
    if (held.has(shipped.code) || held.has(shipped.name)) keptCount += 1
    else if (matched.length === 0) unmatched.push(shipped)
    else if (siteTypeIds.length === 0) keptCount += 1
    else wanted.push({ shipped, siteTypeIds })
  }
  return { wanted, keptCount, unmatched }
}

async function addTypesFor(tx: Tx, actor: Actor, unmatched: readonly ShippedChecklist[]): Promise<number> {
  const lacking = unmatched.map(({ code, name, category }) => ({ code, name, category }))
  return (await addLackingTypes(tx, actor, lacking)).size
}

/**
 * Add the checklists that ship with the product, as drafts, for the site types of the city that have none.
 * @throws Problem access.out-of-scope
 */
export async function adoptDefaults(tx: Tx, actor: Actor, addTypes: boolean) {
  mustCoverCity(actor, 'checklist.edit')
  const before = await sortShipped(tx)
  const addedTypeCount = addTypes ? await addTypesFor(tx, actor, before.unmatched) : 0
  const { wanted, keptCount, unmatched } = addedTypeCount > 0 ? await sortShipped(tx) : before
  const added = wanted.map(({ shipped, siteTypeIds }) => {
    const { code, name, protocol } = shipped
    const checklist: Checklist = { id: uuidv7(), code, name, kind: 'siteType', siteTypeIds, retired: false }
    return { checklist, protocol, items: itemsOf(shipped) }
  })
  await saveChecklists(
    tx,
    added.map(({ checklist }) => checklist),
  )
  await insertDrafts(
    tx,
    added.map(({ checklist, protocol, items }) => ({
      id: uuidv7(),
      checklistId: checklist.id,
      protocol,
      items,
    })),
  )
  await keepItemsInStep(
    tx,
    added.map(({ checklist }) => checklist.id),
  )
  tx.record(...added.map(({ checklist, items }) => checklistAdded(checklist, items.length)))
  return {
    addedCount: added.length,
    itemCount: added.reduce((sum, { items }) => sum + items.length, 0),
    addedTypeCount,
    keptCount,
    unmatched: unmatched.map(({ name }) => name),
  }
}
