import { ROUND_KINDS, type RoundKind } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Form, type FormInstance, Select } from 'antd'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { call } from '../../../shared/api/client.ts'
import { changesOf, localToday } from '../../../shared/form/field-values.ts'
import { FormDrawer } from '../../../shared/form/form-drawer.tsx'
import { useFrameworkVersions, usualVersion } from '../../../shared/framework/framework-versions.ts'
import { VersionSelect } from '../../../shared/framework/version-select.tsx'
import { NameField, PeriodFields, type RoundValues, TypesField } from './round-fields.tsx'
import { forgetRound, keepRound, type Round } from './round-queries.ts'
import { kindName } from './round-words.ts'
import { useReadyTypes } from './use-ready-types.ts'

type Values = RoundValues & { kind: RoundKind; versionId: string | undefined }

const LENGTH_DAYS = 6
const RECTIFY_DAYS = 7

/** So many days after a local date. */
function daysAfter(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return localToday(new Date(year, month - 1, date + days))
}

const suggestedName = (kind: RoundKind, startsOn: string): string =>
  m['office.rounds.suggestedName']({
    year: startsOn.slice(0, 4),
    month: String(Number(startsOn.slice(5, 7))),
    kind: kindName(kind),
  })

/** Begins a round: what it is for, when it is walked and against what it is judged. The sites come next. */
export function AddRoundDrawer({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { data } = useFrameworkVersions()
  const ready = useReadyTypes()
  const choices = (data ?? []).filter(({ state }) => state === 'published')
  const versionId = usualVersion(choices)?.id
  // Made once: saving again after a cut connection must not make a second round.
  const [id] = useState(() => newId())
  const [today] = useState(() => localToday(new Date()))
  const [values] = useState<Omit<Values, 'versionId'>>(() => ({
    kind: 'daily',
    name: suggestedName('daily', today),
    startsOn: today,
    endsOn: daysAfter(today, LENGTH_DAYS),
    rectifyDays: RECTIFY_DAYS,
    scope: 'ready',
    siteTypeIds: [],
  }))
  const save = async ({ kind, name, startsOn, endsOn, rectifyDays, scope, ...given }: Values) => {
    const siteTypeIds = scope === 'ready' ? [...(ready ?? [])] : given.siteTypeIds
    const round = await call('addRound', {
      body: {
        id,
        kind,
        versionId: given.versionId ?? '',
        name: name.trim(),
        startsOn: startsOn ?? '',
        endsOn: endsOn ?? '',
        rectifyDays,
        siteTypeIds,
      },
    })
    await keepRound(queries, round)
    await navigate({ to: '/rounds/$id/plan', params: { id: round.id } })
  }
  return (
    <FormDrawer<Values>
      key={versionId ?? ''}
      title={m['office.rounds.add']()}
      lead={m['office.rounds.addLead']()}
      values={{ ...values, versionId }}
      submitLabel={m['office.rounds.addNow']()}
      save={save}
      onClose={onClose}
    >
      {(form) => (
        <>
          <KindField form={form} />
          <NameField />
          <Form.Item
            name="versionId"
            label={m['office.ui.frameworkVersion']()}
            extra={data && choices.length === 0 ? m['office.rounds.nonePublished']() : undefined}
            rules={[{ required: true, message: m['office.rounds.versionMissing']() }]}
          >
            <VersionSelect choices={choices} />
          </Form.Item>
          <PeriodFields />
          <TypesField readyCount={ready?.length} />
        </>
      )}
    </FormDrawer>
  )
}

/** The kind; a name that is still the suggested one follows it. */
function KindField({ form }: { form: FormInstance<Values> }) {
  const kind = Form.useWatch<RoundKind | undefined>('kind', form)
  const suggest = (chosen: RoundKind) => {
    const name: unknown = form.getFieldValue('name')
    const startsOn: unknown = form.getFieldValue('startsOn')
    if (!kind || typeof startsOn !== 'string') return
    const isUntouched = ROUND_KINDS.some((each) => name === suggestedName(each, startsOn))
    if (isUntouched) form.setFieldValue('name', suggestedName(chosen, startsOn))
  }
  return (
    <Form.Item
      name="kind"
      label={m['office.rounds.kind']()}
      extra={kind && m[`office.rounds.kindHint.${kind}`]()}
      rules={[{ required: true }]}
    >
      <Select
        options={ROUND_KINDS.map((each) => ({ value: each, label: kindName(each) }))}
        onChange={suggest}
      />
    </Form.Item>
  )
}

export function EditRoundDrawer({ round, onClose }: { round: Round; onClose: () => void }) {
  const queries = useQueryClient()
  const ready = useReadyTypes()
  const [before] = useState<RoundValues>(() => ({
    name: round.name,
    startsOn: round.startsOn,
    endsOn: round.endsOn,
    rectifyDays: round.rectifyDays,
    scope: 'some',
    siteTypeIds: round.siteTypes.map(({ id }) => id),
  }))
  const save = async (given: RoundValues) => {
    const siteTypeIds = given.scope === 'ready' ? [...(ready ?? [])] : given.siteTypeIds
    const { startsOn, endsOn, scope: _, ...changes } = changesOf(before, { ...given, siteTypeIds })
    const changed = await call('changeRound', {
      params: { id: round.id },
      body: { basedOn: round.revision, ...changes, ...(startsOn && { startsOn }), ...(endsOn && { endsOn }) },
    })
    await keepRound(queries, changed)
  }
  return (
    <FormDrawer<RoundValues>
      title={m['office.rounds.edit']()}
      values={before}
      save={save}
      refresh={() => forgetRound(queries, round.id)}
      onClose={onClose}
    >
      <NameField />
      <PeriodFields />
      <TypesField readyCount={ready?.length} />
    </FormDrawer>
  )
}
