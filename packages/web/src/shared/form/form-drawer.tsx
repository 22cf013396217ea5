import './form-drawer.css'
import { m } from '@chuangcheng/messages'
import { useMutation } from '@tanstack/react-query'
import { Button, Drawer, Form, type FormInstance } from 'antd'
import { type ReactNode, useEffect, useId } from 'react'
import { isProblem } from '../api/api-problem.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { usePhone } from '../ui/use-media.ts'

type Props<Values extends object> = {
  title: string
  /** One or two sentences above the fields: what saving does. */
  lead?: ReactNode
  /** What the fields begin with. When the record changes underneath, fields nobody has touched follow. */
  values: Values
  submitLabel?: string
  save: (values: Values) => Promise<unknown>
  /** Fetches the record again after somebody else was faster; the reader's own entries stay. */
  refresh?: (() => Promise<unknown>) | undefined
  onClose: () => void
  children: ReactNode | ((form: FormInstance<Values>) => ReactNode)
}

/** A form beside the page: the record stays in sight. Mounted while it is open. */
export function FormDrawer<Values extends object>(props: Props<Values>) {
  const { title, lead, values, save, onClose, children } = props
  const phone = usePhone()
  const id = useId()
  const [form] = Form.useForm<Values>()
  useUntouchedFieldsFollow(form, values)
  const saving = useMutation({ mutationFn: save, onSuccess: onClose })
  return (
    <Drawer
      open
      title={<h2 className="form-drawer-title">{title}</h2>}
      aria-label={title}
      size={phone ? '100%' : 520}
      mask={{ closable: false }}
      onClose={onClose}
      closable={{ 'aria-label': m['office.form.close']() }}
      footer={
        <div className="form-drawer-foot">
          <SavingProblem error={saving.error} refresh={props.refresh} onRefreshed={() => saving.reset()} />
          <div className="form-drawer-buttons">
            <Button onClick={onClose}>{m['office.form.cancel']()}</Button>
            <Button type="primary" htmlType="submit" form={id} loading={saving.isPending}>
              {props.submitLabel ?? m['office.form.save']()}
            </Button>
          </div>
        </div>
      }
    >
      {lead && <p className="form-drawer-lead">{lead}</p>}
      <Form<Values>
        id={id}
        form={form}
        layout="vertical"
        requiredMark={optionalMark}
        validateTrigger="onBlur"
        initialValues={values}
        scrollToFirstError={{ focus: true }}
        onFinish={(given) => saving.mutate({ ...values, ...given })}
      >
        {typeof children === 'function' ? children(form) : children}
      </Form>
    </Drawer>
  )
}

/** Most fields must be filled, so those that need not be are marked, in a word. */
const optionalMark = (label: ReactNode, { required }: { required: boolean }) => (
  <>
    {label}
    {!required && <span className="form-optional">{m['office.form.optional']()}</span>}
  </>
)

function useUntouchedFieldsFollow<Values extends object>(form: FormInstance<Values>, values: Values): void {
  useEffect(() => {
    // Field names of Values are plain names; antd's own types for them do not follow a type parameter.
    const anyForm = form as unknown as FormInstance<Record<string, unknown>>
    const untouched = Object.entries(values).filter(([field]) => !anyForm.isFieldTouched(field))
    // Said of each field: setting values alone would count as touching them, and they would follow once only.
    anyForm.setFields(untouched.map(([name, value]) => ({ name, value, touched: false, errors: [] })))
  }, [form, values])
}

type ProblemProps = { error: unknown; refresh: (() => Promise<unknown>) | undefined; onRefreshed: () => void }

function SavingProblem({ error, refresh, onRefreshed }: ProblemProps) {
  const refreshing = useMutation({ mutationFn: async () => refresh?.(), onSuccess: onRefreshed })
  if (!refresh || !isProblem(error, 'changed-meanwhile')) return <ProblemNotice error={error} />
  return (
    <div className="notice notice-hint" role="alert">
      <p className="notice-title">{m['office.form.changedMeanwhile']()}</p>
      <p>{m['office.form.changedMeanwhileHint']()}</p>
      <div className="notice-action">
        <Button loading={refreshing.isPending} onClick={() => refreshing.mutate()}>
          {m['office.form.refresh']()}
        </Button>
      </div>
      <ProblemNotice error={refreshing.error} />
    </div>
  )
}
