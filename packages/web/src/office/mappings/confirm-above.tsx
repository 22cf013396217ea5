import { m } from '@chuangcheng/messages'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Select, Slider } from 'antd'
import { useState } from 'react'
import { call } from '../../shared/api/client.ts'
import { ConfirmDialog } from '../../shared/form/confirm-dialog.tsx'
import { formatCount } from '../../shared/language/format.ts'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { allTies, type Tie, useChecklists } from './mapping-queries.ts'
import { tieKey } from './tie-queue.ts'

const BATCH = 500
const START_PERCENT = 50
/** The least like of those that would be confirmed: what one looks at before saying yes. */
const EDGE = 4

type Props = { versionId: string; onConfirmed: () => void; onClose: () => void }

/** Confirms all guesses of one checklist from a likeness on: how many, and the weakest of them, are seen before. */
export function ConfirmAbove({ versionId, onConfirmed, onClose }: Props) {
  const queries = useQueryClient()
  const checklists = useChecklists()
  const [checklistId, setChecklistId] = useState<string | null>(null)
  const [percent, setPercent] = useState(START_PERCENT)
  const open = useQuery({
    queryKey: ['mappings', versionId, 'open', checklistId],
    queryFn: ({ signal }) =>
      allTies(versionId, { state: 'guess', checklistId: checklistId ?? undefined }, signal),
    enabled: checklistId !== null,
    gcTime: 0,
  })
  const chosen = (open.data ?? []).filter(({ likeness }) => (likeness ?? 0) * 100 >= percent)
  const run = async () => {
    for (let from = 0; from < chosen.length; from += BATCH) {
      const decisions = chosen
        .slice(from, from + BATCH)
        .map(({ itemId, criterionId }) => ({ itemId, criterionId, state: 'confirmed' as const }))
      await call('decideMappings', { params: { id: versionId }, body: { decisions } })
    }
    await queries.invalidateQueries({ queryKey: ['mappings', versionId] })
    onConfirmed()
  }
  return (
    <ConfirmDialog
      title={m['office.mappings.above.title']()}
      action={m['office.mappings.above.run']({ count: formatCount(chosen.length) })}
      ready={chosen.length > 0}
      run={run}
      onClose={onClose}
    >
      <p>{m['office.mappings.above.what']()}</p>
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
      <div className="above-likeness">
        <span id="above-likeness">{m['office.mappings.above.from']({ percent })}</span>
        <Slider
          min={20}
          max={100}
          step={5}
          value={percent}
          ariaLabelledByForHandle="above-likeness"
          tooltip={{ open: false }}
          onChange={setPercent}
        />
      </div>
      {open.isLoading && <PlaceholderLines lines={3} />}
      <ProblemNotice error={open.error} />
      {open.data && <Chosen chosen={chosen} all={open.data.length} />}
    </ConfirmDialog>
  )
}

function Chosen({ chosen, all }: { chosen: readonly Tie[]; all: number }) {
  const weakest = chosen.toSorted((a, b) => (a.likeness ?? 0) - (b.likeness ?? 0)).slice(0, EDGE)
  return (
    <div role="status">
      <p className="above-count">
        {m['office.mappings.above.count']({ count: formatCount(chosen.length), all: formatCount(all) })}
      </p>
      {weakest.length > 0 && <p>{m['office.mappings.above.weakest']()}</p>}
      <ul className="above-weakest">
        {weakest.map((tie) => (
          <li key={tieKey(tie)}>
            <span>{tie.itemText}</span>
            <span>
              {tie.criterionCode} {tie.criterionText}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
