import { m } from '@chuangcheng/messages'
import { Drawer, Input, Segmented } from 'antd'
import { useId, useState } from 'react'
import { v7 as newId } from 'uuid'
import { groupsOf } from '../../../shared/checklist/item-groups.ts'
import { useLocale } from '../../../shared/language/locale.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { usePhone } from '../../../shared/ui/use-media.ts'
import type { Checklist, ChecklistVersion, Item } from '../checklist-queries.ts'
import { changeItems, freeCode, moveToEnd, newItem } from '../draft-items.ts'
import { problemsOf } from '../item-problems.ts'
import { LeaveGuard } from '../leave-guard.tsx'
import { PhonePreview } from '../preview/phone-preview.tsx'
import { type Draft, useDraft } from '../use-draft.ts'
import { BulkBar } from './bulk-bar.tsx'
import { EditorBar } from './editor-bar.tsx'
import { ItemGroups } from './item-groups.tsx'
import { ItemPanel } from './item-panel.tsx'

type Props = { checklist: Checklist; version: ChecklistVersion }
type Side = 'item' | 'preview'

/** The draft of a checklist: its items on the left, one of them or the phone on the right. */
export function DraftEditor({ checklist, version }: Props) {
  const draft = useDraft(version)
  const { items, protocol } = draft.working
  const problems = problemsOf(items, useLocale())
  const phone = usePhone()
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const [side, setSide] = useState<Side>('item')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const setItems = (next: readonly Item[]) => draft.setWorking({ ...draft.working, items: next })
  const select = (id: string) => {
    setSelectedId(id)
    if (!phone) setSide('item')
  }
  const add = (dimension: string) => {
    const id = newId()
    const photoPurpose = m['office.checklists.usualPurpose']()
    const item = newItem({ id, code: freeCode(items), dimension, photoPurpose })
    setItems(moveToEnd([...items, item], id, dimension))
    select(id)
  }
  const present = new Set(items.map(({ id }) => id))
  const chosen = new Set([...ticked].filter((id) => present.has(id)))
  return (
    <>
      <EditorBar
        checklist={checklist}
        version={version}
        draft={draft}
        problems={problems}
        onSelect={select}
      />
      {phone && <SideSwitch side={side} onSwitch={setSide} itemsLabel={m['office.checklists.items']()} />}
      <div className="checklist-columns checklist-editor">
        {(!phone || side === 'item') && (
          <section className="sheet items-edit" aria-label={m['office.checklists.items']()}>
            <Protocol
              value={protocol}
              onChange={(text) => draft.setWorking({ ...draft.working, protocol: text })}
            />
            {chosen.size > 0 && (
              <BulkBar
                items={items}
                chosen={chosen}
                onChange={(part) => setItems(changeItems(items, chosen, part))}
                onReplace={setItems}
                onDone={() => setTicked(new Set())}
              />
            )}
            {items.length === 0 && (
              <EmptyState
                title={m['office.checklists.noItems']()}
                hint={m['office.checklists.noItemsHint']()}
              />
            )}
            <ItemGroups
              items={items}
              problems={problems}
              selectedId={selectedId}
              ticked={chosen}
              onTick={setTicked}
              onSelect={select}
              onReplace={setItems}
              onAdd={add}
            />
          </section>
        )}
        {!phone && (
          <aside className="checklist-side" aria-label={m['office.checklists.side']()}>
            <SideSwitch side={side} onSwitch={setSide} itemsLabel={m['office.checklists.thisItem']()} />
            {side === 'item' && (
              <Selected draft={draft} id={selectedId} problems={problems} onSelect={setSelectedId} />
            )}
            {side === 'preview' && (
              <PhonePreview name={checklist.name} protocol={protocol} items={items} focusId={selectedId} />
            )}
          </aside>
        )}
        {phone && side === 'preview' && (
          <PhonePreview name={checklist.name} protocol={protocol} items={items} />
        )}
      </div>
      {phone && selectedId !== null && side === 'item' && (
        <Drawer
          open
          size="100%"
          title={<h2 className="form-drawer-title">{m['office.checklists.thisItem']()}</h2>}
          aria-label={m['office.checklists.thisItem']()}
          closable={{ 'aria-label': m['office.form.close']() }}
          onClose={() => setSelectedId(null)}
        >
          <Selected draft={draft} id={selectedId} problems={problems} onSelect={setSelectedId} />
        </Drawer>
      )}
      <LeaveGuard dirty={draft.dirty} save={() => draft.saving.mutateAsync()} />
    </>
  )
}

type SwitchProps = { side: Side; onSwitch: (side: Side) => void; itemsLabel: string }

function SideSwitch({ side, onSwitch, itemsLabel }: SwitchProps) {
  return (
    <Segmented<Side>
      block
      className="view-switch"
      value={side}
      onChange={onSwitch}
      options={[
        { value: 'item', label: itemsLabel },
        { value: 'preview', label: m['office.checklists.preview.title']() },
      ]}
    />
  )
}

function Protocol({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const id = useId()
  return (
    <div className="items-protocol-field">
      <label htmlFor={id}>{m['office.checklists.wholeProtocol']()}</label>
      <Input.TextArea
        id={id}
        maxLength={1000}
        autoSize={{ minRows: 1, maxRows: 6 }}
        placeholder={m['office.checklists.wholeProtocolHint']()}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}

type SelectedProps = {
  draft: Draft
  id: string | null
  problems: ReadonlyMap<string, readonly string[]>
  onSelect: (id: string | null) => void
}

function Selected({ draft, id, problems, onSelect }: SelectedProps) {
  const { items } = draft.working
  const item = items.find((one) => one.id === id)
  if (!item) {
    return (
      <div className="sheet">
        <EmptyState
          title={m['office.checklists.noneSelected']()}
          hint={m['office.checklists.noneSelectedHint']()}
        />
      </div>
    )
  }
  const setItems = (next: readonly Item[]) => draft.setWorking({ ...draft.working, items: next })
  return (
    <ItemPanel
      key={item.id}
      item={item}
      dimensions={groupsOf(items).map(({ dimension }) => dimension)}
      problems={problems.get(item.id) ?? []}
      onChange={(part) => setItems(changeItems(items, new Set([item.id]), part))}
      onConfirm={() => setItems(items.map((one) => (one.id === item.id ? { ...one, guesses: [] } : one)))}
      onRemove={() => {
        setItems(items.filter((one) => one.id !== item.id))
        onSelect(null)
      }}
    />
  )
}
