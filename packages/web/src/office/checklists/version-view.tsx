import { m } from '@chuangcheng/messages'
import { useNavigate } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { addressOf, call } from '../../shared/api/client.ts'
import { ConfirmDialog } from '../../shared/form/confirm-dialog.tsx'
import { formatCount, formatDay } from '../../shared/language/format.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { usePhone } from '../../shared/ui/use-media.ts'
import { type Checklist, type ChecklistVersion, useVersionSaved } from './checklist-queries.ts'
import { STATE_TONES, stateName } from './checklist-words.ts'
import { ItemsRead } from './items-read.tsx'
import { PhonePreview } from './preview/phone-preview.tsx'

type Props = { checklist: Checklist; version: ChecklistVersion; mayEdit: boolean }

/** A version that is not edited: what it asks, in full, and how the inspector meets it. */
export function VersionView({ checklist, version, mayEdit }: Props) {
  const phone = usePhone()
  const [shown, setShown] = useState<'items' | 'preview'>(phone ? 'preview' : 'items')
  return (
    <>
      <div className="version-bar">
        <StatusTag tone={STATE_TONES[version.state]}>{stateName(version.state)}</StatusTag>
        <p>{factsOf(version)}</p>
        <div className="version-buttons">
          {version.state === 'published' && (
            <Button href={addressOf('exportChecklists', { query: { checklistId: checklist.id } })} download>
              {m['office.checklists.exportOne']()}
            </Button>
          )}
          {mayEdit && version.state === 'published' && <Change checklist={checklist} />}
        </div>
      </div>
      {phone && (
        <Segmented
          block
          className="view-switch"
          value={shown}
          onChange={setShown}
          options={[
            { value: 'preview', label: m['office.checklists.preview.title']() },
            { value: 'items', label: m['office.checklists.items']() },
          ]}
        />
      )}
      <div className="checklist-columns">
        {(!phone || shown === 'items') && (
          <Panel title={m['office.checklists.items']()} flush>
            {version.items.length === 0 ? (
              <EmptyState title={m['office.checklists.noItems']()} />
            ) : (
              <ItemsRead version={version} />
            )}
          </Panel>
        )}
        {(!phone || shown === 'preview') && (
          <aside className="checklist-side" aria-label={m['office.checklists.preview.title']()}>
            <PhonePreview name={checklist.name} protocol={version.protocol} items={version.items} />
          </aside>
        )}
      </div>
    </>
  )
}

function factsOf({ number, publishedAt, itemCount }: ChecklistVersion): string {
  const facts = [
    m['office.checklists.versionNumber']({ number }),
    m['office.checklists.itemsCount']({ count: formatCount(itemCount) }),
    publishedAt && m['office.checklists.publishedOn']({ day: formatDay(publishedAt) }),
  ]
  return facts.filter(Boolean).join(' · ')
}

/** Changing what is in use begins a draft; the published version stays in use until the draft is published. */
function Change({ checklist }: { checklist: Checklist }) {
  const navigate = useNavigate()
  const versionSaved = useVersionSaved()
  const [asking, setAsking] = useState(false)
  const [versionId] = useState(() => newId())
  const open = (id: string) =>
    navigate({ to: '/checklists/$id', params: { id: checklist.id }, search: { version: id } })
  const begin = async () => {
    const draft = await call('draftChecklist', { params: { id: checklist.id }, body: { versionId } })
    versionSaved(draft)
    await open(draft.id)
  }
  const { draft } = checklist
  return (
    <>
      <Button type="primary" onClick={() => (draft ? void open(draft.id) : setAsking(true))}>
        {draft ? m['office.checklists.toDraft']() : m['office.checklists.change']()}
      </Button>
      {asking && (
        <ConfirmDialog
          title={m['office.checklists.changeTitle']()}
          action={m['office.checklists.changeRun']()}
          run={begin}
          onClose={() => setAsking(false)}
        >
          <p>{m['office.checklists.changeWhat']()}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
