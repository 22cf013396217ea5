import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../../shared/api/client.ts'
import { ConfirmDialog } from '../../../shared/form/confirm-dialog.tsx'
import { formatCount } from '../../../shared/language/format.ts'
import { StatusTag } from '../../../shared/ui/status-tag.tsx'
import { type Checklist, type ChecklistVersion, forgetChecklists } from '../checklist-queries.ts'
import { stateName } from '../checklist-words.ts'
import { confirmGuesses } from '../draft-items.ts'
import { wordless } from '../item-problems.ts'
import type { Draft } from '../use-draft.ts'
import { SavingNotice } from './saving-notice.tsx'

type Props = {
  checklist: Checklist
  version: ChecklistVersion
  draft: Draft
  problems: ReadonlyMap<string, readonly string[]>
  onSelect: (id: string) => void
}

/** How far a draft is, and its buttons: save, publish, throw away. */
export function EditorBar(props: Props) {
  const { checklist, version, draft, problems, onSelect } = props
  const [asked, setAsked] = useState<'publish' | 'remove' | null>(null)
  const { items } = draft.working
  const [firstProblem] = [...problems.keys()]
  const unsavable = wordless(items).length
  const close = () => setAsked(null)
  return (
    <>
      <div className="version-bar version-bar-draft">
        <StatusTag tone="caution">{stateName('draft')}</StatusTag>
        <p>
          {checklist.published
            ? m['office.checklists.stillInUse']({ number: checklist.published.number })
            : m['office.checklists.notInUse']()}
        </p>
        <p className="version-saved" role="status">
          {draft.dirty ? m['office.checklists.unsaved']() : m['office.checklists.saved']()}
        </p>
        <div className="version-buttons">
          <Button danger type="text" onClick={() => setAsked('remove')}>
            {m['office.checklists.removeDraft']()}
          </Button>
          <Button
            type={draft.dirty ? 'primary' : 'default'}
            disabled={!draft.dirty || unsavable > 0}
            loading={draft.saving.isPending}
            onClick={() => draft.saving.mutate()}
          >
            {m['office.checklists.save']()}
          </Button>
          <Button
            type={draft.dirty ? 'default' : 'primary'}
            disabled={items.length === 0 || problems.size > 0}
            onClick={() => setAsked('publish')}
          >
            {m['office.checklists.publish']()}
          </Button>
        </div>
      </div>
      {firstProblem !== undefined && (
        <p className="editor-hint">
          {unsavable > 0
            ? m['office.checklists.wordless']({ count: formatCount(unsavable) })
            : m['office.checklists.problems']({ count: formatCount(problems.size) })}
          <Button type="link" size="small" className="inline-button" onClick={() => onSelect(firstProblem)}>
            {m['office.checklists.toProblem']()}
          </Button>
        </p>
      )}
      <Guesses draft={draft} onSelect={onSelect} />
      <SavingNotice draft={draft} />
      {asked === 'publish' && <PublishDialog {...props} onClose={close} />}
      {asked === 'remove' && <RemoveDialog checklist={checklist} version={version} onClose={close} />}
    </>
  )
}

function Guesses({ draft, onSelect }: Pick<Props, 'draft' | 'onSelect'>) {
  const { items } = draft.working
  const guessed = items.filter(({ guesses }) => guesses.length > 0)
  const [first] = guessed
  if (!first) return null
  return (
    <p className="editor-hint">
      {m['office.checklists.guessed']({ count: formatCount(guessed.length) })}
      <Button type="link" size="small" className="inline-button" onClick={() => onSelect(first.id)}>
        {m['office.checklists.toGuess']()}
      </Button>
      <Button
        type="link"
        size="small"
        className="inline-button"
        onClick={() =>
          draft.setWorking({
            ...draft.working,
            items: confirmGuesses(items, new Set(guessed.map(({ id }) => id))),
          })
        }
      >
        {m['office.checklists.confirmAll']()}
      </Button>
    </p>
  )
}

function PublishDialog({ checklist, draft, onClose }: Props & { onClose: () => void }) {
  const guessed = draft.working.items.filter(({ guesses }) => guesses.length > 0).length
  return (
    <ConfirmDialog
      title={m['office.checklists.publishTitle']({ name: checklist.name })}
      action={m['office.checklists.publish']()}
      run={draft.publish}
      onClose={onClose}
    >
      <p>{m['office.checklists.publishItems']({ count: formatCount(draft.working.items.length) })}</p>
      <p>
        {checklist.published
          ? m['office.checklists.publishReplaces']({ number: checklist.published.number })
          : m['office.checklists.publishWhat']()}
      </p>
      {draft.dirty && <p>{m['office.checklists.publishSaves']()}</p>}
      {guessed > 0 && <p>{m['office.checklists.publishGuesses']({ count: formatCount(guessed) })}</p>}
    </ConfirmDialog>
  )
}

type RemoveProps = { checklist: Checklist; version: ChecklistVersion; onClose: () => void }

function RemoveDialog({ checklist, version, onClose }: RemoveProps) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const lasting = checklist.versions.length > 1
  const remove = async () => {
    await call('removeChecklistDraft', { params: { id: version.id } })
    // What was typed goes with the draft: nobody is asked about it again.
    await (lasting
      ? navigate({ to: '/checklists/$id', params: { id: checklist.id }, search: {}, ignoreBlocker: true })
      : navigate({ to: '/checklists', ignoreBlocker: true }))
    if (!lasting) queries.removeQueries({ queryKey: ['checklists', 'one', checklist.id] })
    queries.removeQueries({ queryKey: ['checklists', 'version', version.id] })
    await forgetChecklists(queries)
  }
  return (
    <ConfirmDialog
      title={m['office.checklists.removeDraft']()}
      action={m['office.checklists.removeDraft']()}
      danger
      run={remove}
      onClose={onClose}
    >
      <p>{lasting ? m['office.checklists.removeWhat']() : m['office.checklists.removeAll']()}</p>
    </ConfirmDialog>
  )
}
