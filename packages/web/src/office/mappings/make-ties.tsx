import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { call } from '../../shared/api/client.ts'
import { ConfirmDialog } from '../../shared/form/confirm-dialog.tsx'
import { formatCount } from '../../shared/language/format.ts'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { useChecklists, useChecklistVersion } from './mapping-queries.ts'

type Props = {
  versionId: string
  criterion: { readonly id: string; readonly code: string; readonly text: string }
  onClose: () => void
}

/** For a criterion that nothing observes: items are chosen from a checklist. */
export function MakeTies({ versionId, criterion, onClose }: Props) {
  const queries = useQueryClient()
  const checklists = useChecklists()
  const [checklistId, setChecklistId] = useState<string | null>(null)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const checklist = checklists.data?.items.find(({ id }) => id === checklistId)
  const run = async () => {
    const decisions = chosen.map((itemId) => ({
      itemId,
      criterionId: criterion.id,
      state: 'confirmed' as const,
    }))
    await call('decideMappings', { params: { id: versionId }, body: { decisions } })
    await queries.invalidateQueries({ queryKey: ['mappings', versionId] })
  }
  return (
    <ConfirmDialog
      title={m['office.mappings.chooseItems']()}
      action={m['office.mappings.tieCount']({ count: formatCount(chosen.length) })}
      ready={chosen.length > 0}
      run={run}
      onClose={onClose}
    >
      <p className="make-ties-criterion">
        {criterion.code} {criterion.text}
      </p>
      <Select<string>
        className="above-checklist"
        aria-label={m['office.mappings.checklist']()}
        placeholder={m['office.mappings.above.choose']()}
        showSearch={{ optionFilterProp: 'label' }}
        loading={checklists.isPending}
        value={checklistId}
        options={(checklists.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setChecklistId}
      />
      {checklist && (
        <ItemChoice
          checklistVersionId={(checklist.published ?? checklist.draft)?.id}
          chosen={chosen}
          onChange={setChosen}
        />
      )}
    </ConfirmDialog>
  )
}

type ChoiceProps = {
  checklistVersionId: string | undefined
  chosen: readonly string[]
  onChange: (ids: readonly string[]) => void
}

function ItemChoice({ checklistVersionId, chosen, onChange }: ChoiceProps) {
  const version = useChecklistVersion(checklistVersionId)
  const [words, setWords] = useState('')
  if (version.isLoading) return <PlaceholderLines lines={4} />
  const items = (version.data?.items ?? []).filter(({ text }) => text.includes(words.trim()))
  return (
    <>
      <Input
        aria-label={m['office.mappings.findItem']()}
        placeholder={m['office.mappings.findItem']()}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <ul className="item-choice">
        {items.map(({ id, text }) => (
          <li key={id}>
            <Checkbox
              checked={chosen.includes(id)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            >
              {text}
            </Checkbox>
          </li>
        ))}
      </ul>
    </>
  )
}
