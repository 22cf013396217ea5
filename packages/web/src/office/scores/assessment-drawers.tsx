import { ASSESSMENT_KINDS, type AssessmentKind } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { call } from '../../shared/api/client.ts'
import { FormDrawer } from '../../shared/form/form-drawer.tsx'
import { type Assessment, type AssessmentList, forgetAssessments } from './score-queries.ts'
import { assessmentKindName } from './score-words.ts'

type Values = { name: string; kind: AssessmentKind; roundIds: string[] }
type Round = AssessmentList['rounds'][number]

type AddProps = { list: AssessmentList; onClose: () => void }

/** Scores rounds of one version together. */
export function AddAssessmentDrawer({ list, onClose }: AddProps) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  // Made once: saving again after a cut connection must not make a second one.
  const [id] = useState(() => newId())
  const [values] = useState<Values>(() => ({
    name: '',
    kind: 'mock',
    roundIds: list.rounds.slice(0, 1).map((round) => round.id),
  }))
  const save = async ({ name, kind, roundIds }: Values) => {
    await call('addAssessment', { body: { id, name: name.trim(), kind, roundIds } })
    await forgetAssessments(queries)
    await navigate({ to: '/scores', search: { assessment: id } })
  }
  return (
    <FormDrawer<Values>
      title={m['office.scores.add']()}
      lead={m['office.scores.addLead']()}
      values={values}
      save={save}
      onClose={onClose}
    >
      <AssessmentFields rounds={list.rounds} />
    </FormDrawer>
  )
}

type EditProps = { list: AssessmentList; assessment: Assessment; onClose: () => void }

export function EditAssessmentDrawer({ list, assessment, onClose }: EditProps) {
  const queries = useQueryClient()
  const [values] = useState<Values>(() => ({
    name: assessment.name,
    kind: assessment.kind,
    roundIds: assessment.rounds.map(({ id }) => id),
  }))
  const save = async ({ name, kind, roundIds }: Values) => {
    await call('changeAssessment', {
      params: { id: assessment.id },
      body: { basedOn: assessment.revision, name: name.trim(), kind, roundIds },
    })
    await forgetAssessments(queries)
  }
  return (
    <FormDrawer<Values>
      title={m['office.scores.edit']()}
      values={values}
      save={save}
      refresh={() => forgetAssessments(queries)}
      onClose={onClose}
    >
      <AssessmentFields rounds={list.rounds.filter(({ version }) => version.id === assessment.version.id)} />
    </FormDrawer>
  )
}

/** Rounds under the version they were held under: only those of one can be scored together. */
function groupsOf(rounds: readonly Round[]) {
  const groups = new Map<string, { label: string; options: { value: string; label: string }[] }>()
  for (const { id, name, version } of rounds) {
    const group = groups.get(version.id) ?? {
      label: `${version.frameworkName} ${version.label}`,
      options: [],
    }
    group.options.push({ value: id, label: name })
    groups.set(version.id, group)
  }
  return [...groups.values()]
}

const ofOneVersion = (rounds: readonly Round[], ids: readonly string[]): boolean =>
  new Set(rounds.filter(({ id }) => ids.includes(id)).map(({ version }) => version.id)).size <= 1

function AssessmentFields({ rounds }: { rounds: readonly Round[] }) {
  return (
    <>
      <Form.Item
        name="name"
        label={m['office.scores.name']()}
        extra={m['office.scores.nameHint']()}
        rules={[{ required: true, whitespace: true, message: m['office.scores.nameMissing']() }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="kind" label={m['office.scores.kind']()} required>
        <Select
          options={ASSESSMENT_KINDS.map((value) => ({ value, label: assessmentKindName(value) }))}
          aria-label={m['office.scores.kind']()}
        />
      </Form.Item>
      <Form.Item
        name="roundIds"
        label={m['office.scores.rounds']()}
        extra={m['office.scores.roundsHint']()}
        rules={[
          { required: true, type: 'array', min: 1, message: m['office.scores.roundsMissing']() },
          {
            validator: (_, ids: string[] | undefined) =>
              ofOneVersion(rounds, ids ?? [])
                ? Promise.resolve()
                : Promise.reject(new Error(m['office.scores.roundsOfVersions']())),
          },
        ]}
      >
        <Select
          mode="multiple"
          options={groupsOf(rounds)}
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={m['office.scores.rounds']()}
        />
      </Form.Item>
    </>
  )
}
