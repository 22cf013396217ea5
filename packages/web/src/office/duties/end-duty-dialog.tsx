import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { Radio } from 'antd'
import { useId, useState } from 'react'
import { call } from '../../shared/api/client.ts'
import { ConfirmDialog } from '../../shared/form/confirm-dialog.tsx'
import { DayInput } from '../../shared/form/day-input.tsx'
import { localToday } from '../../shared/form/field-values.ts'
import { type DutyRow, forgetDuties } from './duty-queries.ts'

/** Ends a duty with a last day, or takes back one that was given by mistake. */
export function EndDutyDialog({ duty, onClose }: { duty: DutyRow; onClose: () => void }) {
  const queries = useQueryClient()
  const id = useId()
  const [way, setWay] = useState<'end' | 'remove'>('end')
  const [lastDay, setLastDay] = useState<string | null>(() => localToday(new Date()))
  const run = async () => {
    const params = { id: duty.id }
    if (way === 'remove') await call('removeDuty', { params, query: { basedOn: duty.revision } })
    else await call('changeDuty', { params, body: { basedOn: duty.revision, validTo: lastDay } })
    await forgetDuties(queries)
  }
  return (
    <ConfirmDialog
      title={m['office.duties.endTitle']()}
      action={way === 'remove' ? m['office.duties.takeBack']() : m['office.duties.end']()}
      danger
      ready={way === 'remove' || lastDay !== null}
      run={run}
      onClose={onClose}
    >
      <p>{m['office.duties.endText']({ name: duty.organization.name, target: duty.targetName })}</p>
      <Radio.Group
        className="choice-lines"
        value={way}
        onChange={(event) => setWay(event.target.value === 'remove' ? 'remove' : 'end')}
        options={[
          { value: 'end', label: m['office.duties.endWithDay']() },
          { value: 'remove', label: m['office.duties.endMistake']() },
        ]}
      />
      {way === 'end' && (
        <div>
          <label htmlFor={id}>{m['office.duties.lastDay']()}</label>
          <DayInput id={id} value={lastDay} from={duty.validFrom} onChange={setLastDay} />
        </div>
      )}
    </ConfirmDialog>
  )
}
