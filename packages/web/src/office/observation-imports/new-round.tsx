import { m } from '@chuangcheng/messages'
import { Input, Radio } from 'antd'
import { useId } from 'react'
import {
  useFrameworkVersions,
  usualVersion,
  type VersionChoice,
} from '../../shared/framework/framework-versions.ts'
import { VersionSelect } from '../../shared/framework/version-select.tsx'
import type { RoundChoice } from './order.ts'

/** What is said of a round that is made for the sheets. */
export type NewRoundValues = {
  readonly name: string
  readonly source: 'existing' | 'fromSheet'
  /** undefined = what most people mean */
  readonly versionId: string | undefined
  readonly frameworkName: string
  readonly label: string
}

type Flaw = 'name' | 'framework'

export const usualNewRound = (before: RoundChoice | undefined): NewRoundValues => ({
  name: before?.newRound?.name ?? '',
  source: before?.frameworkFromSheet ? 'fromSheet' : 'existing',
  versionId: before?.newRound?.versionId,
  frameworkName: before?.frameworkFromSheet?.name ?? '',
  label: before?.frameworkFromSheet?.label ?? String(new Date().getFullYear()),
})

/** What is still missing of it. */
export function newRoundFlaw({ name, source, versionId, frameworkName, label }: NewRoundValues): Flaw | null {
  if (name.trim() === '') return 'name'
  if (source === 'existing') return versionId === undefined ? 'framework' : null
  return frameworkName.trim() === '' || label.trim() === '' ? 'framework' : null
}

export function roundChoice(roundId: string, values: NewRoundValues): RoundChoice {
  const name = values.name.trim()
  if (values.source === 'existing')
    return { roundId, newRound: { name, ...(values.versionId && { versionId: values.versionId }) } }
  return {
    roundId,
    newRound: { name },
    frameworkFromSheet: { name: values.frameworkName.trim(), label: values.label.trim() },
  }
}

/** Published versions, and the values with the one that most people mean where nobody chose. */
export function useNewRound(values: NewRoundValues): {
  readonly choices: readonly VersionChoice[]
  readonly complete: NewRoundValues
} {
  const choices = (useFrameworkVersions().data ?? []).filter(({ state }) => state === 'published')
  return { choices, complete: { ...values, versionId: values.versionId ?? usualVersion(choices)?.id } }
}

type Props = {
  choices: readonly VersionChoice[]
  values: NewRoundValues
  onChange: (values: NewRoundValues) => void
  flaw: Flaw | null
}

/** The round that is made for the sheets: its name, and by which framework it is assessed. */
export function NewRoundFields({ choices, values, onChange, flaw }: Props) {
  const id = useId()
  const set = (change: Partial<NewRoundValues>) => onChange({ ...values, ...change })
  return (
    <fieldset className="new-round">
      <legend>{m['office.observations.import.round.title']()}</legend>
      <label htmlFor={`${id}-name`}>{m['office.observations.import.round.name']()}</label>
      <Input
        id={`${id}-name`}
        value={values.name}
        maxLength={100}
        status={flaw === 'name' ? 'error' : ''}
        onChange={({ target }) => set({ name: target.value })}
      />
      {flaw === 'name' && (
        <p className="import-missing" role="alert">
          {m['office.observations.import.round.nameMissing']()}
        </p>
      )}
      <span id={`${id}-source`} className="new-round-label">
        {m['office.observations.import.round.framework']()}
      </span>
      <Radio.Group
        aria-labelledby={`${id}-source`}
        value={values.source}
        onChange={({ target }) => set({ source: target.value })}
        options={[
          { value: 'existing', label: m['office.observations.import.round.existing']() },
          { value: 'fromSheet', label: m['office.observations.import.round.fromSheet']() },
        ]}
      />
      {values.source === 'existing' ? (
        <VersionSelect
          choices={choices}
          value={values.versionId}
          onChange={(versionId) => set({ versionId })}
        />
      ) : (
        <FromSheet id={id} values={values} set={set} />
      )}
      {flaw === 'framework' && (
        <p className="import-missing" role="alert">
          {m['office.observations.import.round.versionMissing']()}
        </p>
      )}
      <p className="import-note">{m['office.observations.import.round.period']()}</p>
    </fieldset>
  )
}

type FromSheetProps = {
  id: string
  values: NewRoundValues
  set: (change: Partial<NewRoundValues>) => void
}

function FromSheet({ id, values, set }: FromSheetProps) {
  return (
    <>
      <p className="import-note">{m['office.observations.import.round.fromSheetHint']()}</p>
      <div className="new-round-pair">
        <div>
          <label htmlFor={`${id}-framework`}>{m['office.observations.import.round.frameworkName']()}</label>
          <Input
            id={`${id}-framework`}
            value={values.frameworkName}
            maxLength={100}
            onChange={({ target }) => set({ frameworkName: target.value })}
          />
        </div>
        <div>
          <label htmlFor={`${id}-label`}>{m['office.observations.import.round.label']()}</label>
          <Input
            id={`${id}-label`}
            value={values.label}
            maxLength={60}
            onChange={({ target }) => set({ label: target.value })}
          />
        </div>
      </div>
    </>
  )
}
