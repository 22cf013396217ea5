import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { Form, InputNumber } from 'antd'
import { call } from '../../shared/api/client.ts'
import { changesOf } from '../../shared/form/field-values.ts'
import { FormDrawer } from '../../shared/form/form-drawer.tsx'
import { forgetFrameworks, type Version } from './framework-queries.ts'
import { LevelNamesField } from './level-names-field.tsx'
import { fourDecimals } from './points-rule.ts'
import { LabelField, YearField } from './version-fields.tsx'

type Values = { label: string; year: number; totalPoints: number | null; levelNames: string[] }

/** Changes what a draft is called, its year, its total and the names of its levels. */
export function VersionDrawer({ version, onClose }: { version: Version; onClose: () => void }) {
  const queries = useQueryClient()
  const { label, year, totalPoints, levelNames } = version
  const values: Values = { label, year, totalPoints, levelNames }
  const save = async (typed: Values) => {
    const changes = changesOf(values, { ...typed, label: typed.label.trim() })
    await call('changeFrameworkVersion', {
      params: { id: version.id },
      body: { basedOn: version.revision, ...changes },
    })
    await forgetFrameworks(queries)
  }
  return (
    <FormDrawer<Values>
      title={m['office.frameworks.edit']()}
      values={values}
      save={save}
      refresh={() => forgetFrameworks(queries)}
      onClose={onClose}
    >
      <LabelField />
      <div className="form-pair">
        <YearField />
        <Form.Item
          name="totalPoints"
          label={m['office.frameworks.field.totalPoints']()}
          rules={[fourDecimals()]}
        >
          <InputNumber min={0} max={100_000} className="number-wide" />
        </Form.Item>
      </div>
      <LevelNamesField />
    </FormDrawer>
  )
}
