import { m } from '@chuangcheng/messages'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { FormDrawer } from '../../../shared/form/form-drawer.tsx'
import { OrganizationPicker } from '../../../shared/form/organization-picker.tsx'
import { type CaseFile, useLikely } from '../case-queries.ts'
import { dayFromNow, endOfDay, likelyName } from '../case-words.ts'
import { DeadlineField } from './deadline-field.tsx'
import type { StepProps } from './step-props.ts'
import { useSteps } from './use-steps.ts'

type Values = { organizationId: string | null; day: string; reason: string }

const USUAL_DAYS = 3

/** Gives a case to an organization, or to another one. */
export function DispatchButton({ one, onDone }: StepProps) {
  const [isOpen, setIsOpen] = useState(false)
  const isFirst = one.state === 'unassigned'
  return (
    <>
      <Button type={isFirst ? 'primary' : 'default'} onClick={() => setIsOpen(true)}>
        {isFirst ? m['office.cases.dispatch']() : m['office.cases.dispatchAnew']()}
      </Button>
      {isOpen && <DispatchDrawer one={one} onDone={onDone} onClose={() => setIsOpen(false)} />}
    </>
  )
}

function DispatchDrawer({ one, onDone, onClose }: StepProps & { onClose: () => void }) {
  const [values] = useState<Values>(() => ({
    organizationId: null,
    day: dayFromNow(USUAL_DAYS, new Date()),
    reason: '',
  }))
  const { dispatch } = useSteps(one)
  return (
    <FormDrawer<Values>
      title={m['office.cases.dispatchTitle']()}
      lead={m['office.cases.dispatchLead']({ title: one.title, place: one.placeName })}
      submitLabel={m['office.cases.dispatchNow']()}
      values={values}
      save={async ({ organizationId, day, reason }) => {
        await dispatch({
          organizationId: organizationId ?? '',
          dueAt: endOfDay(day),
          ...(reason.trim() && { reason: reason.trim() }),
        })
        onDone(m['office.cases.dispatched']())
      }}
      onClose={onClose}
    >
      <Form.Item
        name="organizationId"
        label={m['office.cases.organization']()}
        rules={[{ required: true, message: m['office.cases.organizationMissing']() }]}
      >
        <LikelyOrPicked one={one} />
      </Form.Item>
      <Form.Item
        name="day"
        label={m['office.cases.dueAt']()}
        rules={[{ required: true, message: m['office.cases.dayMissing']() }]}
      >
        <DeadlineField />
      </Form.Item>
      <Form.Item name="reason" label={m['office.cases.note']()} rules={[{ required: false }]}>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDrawer>
  )
}

type ChoiceProps = {
  id?: string
  value?: string | null
  onChange?: (id: string | null) => void
  one: CaseFile
}

/** The likely organizations are a press away; every other one is found by name. */
function LikelyOrPicked({ one, id, value = null, onChange }: ChoiceProps) {
  const likely = useLikely(one.id)
  return (
    <div className="likely-field">
      {likely.length > 0 && (
        <div className="likely-chips">
          {likely.map((each) => (
            <button
              key={each.id}
              type="button"
              className="likely-chip"
              aria-pressed={each.id === value}
              onClick={() => onChange?.(each.id)}
            >
              {each.name}
              <span>{likelyName(each.ground)}</span>
            </button>
          ))}
        </div>
      )}
      <OrganizationPicker
        {...(id && { id })}
        value={value}
        {...(onChange && { onChange })}
        placeholder={m['office.cases.otherOrganization']()}
      />
    </div>
  )
}
