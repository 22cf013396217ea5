import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../shared/api/client.ts'
import { inShownOrder } from '../../shared/checklist/item-groups.ts'
import { type ChecklistVersion, type Item, useVersionSaved } from './checklist-queries.ts'
import { forSaving, sameItems } from './saved-items.ts'

export type Working = { readonly items: readonly Item[]; readonly protocol: string }

const workingOf = ({ items, protocol }: ChecklistVersion): Working => ({
  items: inShownOrder(items),
  protocol,
})

/** A draft as somebody works on it: kept on this page until it is saved as a whole. */
export function useDraft(stored: ChecklistVersion) {
  const versionSaved = useVersionSaved()
  const [base, setBase] = useState(stored)
  const [working, setWorking] = useState<Working>(() => workingOf(stored))
  const dirty = isChanged(base, working)
  // Fetched anew while nothing was changed here: what is shown follows.
  if (!dirty && stored !== base && stored.revision > base.revision) {
    setBase(stored)
    setWorking(workingOf(stored))
  }

  const take = (saved: ChecklistVersion, sent: Working) => {
    setBase(saved)
    // What was typed while the answer was on its way stays.
    setWorking((now) => (now === sent ? workingOf(saved) : now))
    versionSaved(saved)
    return saved
  }
  const saveOn = async (basedOn: number) => {
    const body = { basedOn, protocol: working.protocol.trim(), items: forSaving(working.items) }
    return take(await call('saveChecklistDraft', { params: { id: stored.id }, body }), working)
  }
  const latest = () => call('getChecklistVersion', { params: { id: stored.id } })

  const saving = useMutation({ mutationFn: () => saveOn(base.revision) })
  const takingTheirs = useMutation({
    mutationFn: async () => take(await latest(), working),
    onSuccess: () => saving.reset(),
  })
  const keepingMine = useMutation({
    mutationFn: async () => saveOn((await latest()).revision),
    onSuccess: () => saving.reset(),
  })
  const publish = async () => {
    const saved = dirty ? await saveOn(base.revision) : base
    const body = { basedOn: saved.revision }
    versionSaved(await call('publishChecklistVersion', { params: { id: saved.id }, body }))
  }
  return { working, setWorking, dirty, saving, takingTheirs, keepingMine, publish }
}

export type Draft = ReturnType<typeof useDraft>

const isChanged = (base: ChecklistVersion, working: Working): boolean =>
  base.protocol.trim() !== working.protocol.trim() || !sameItems(workingOf(base).items, working.items)
