import { m } from '@chuangcheng/messages'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { isProblem } from '../../shared/api/api-problem.ts'
import { StepSheet } from '../../shared/import/step-sheet.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { NameTable } from './name-table.tsx'
import {
  type ColumnsSettled,
  type Decision,
  type NamesSettled,
  type Outcome,
  type RoundChoice,
  sendObservations,
  type UnknownName,
} from './order.ts'
import { usePickable } from './pickable.ts'

type Props = {
  round: RoundChoice
  columns: ColumnsSettled
  settled: NamesSettled | null
  onSettled: (settled: NamesSettled) => void
  onBack: () => void
}

const NOTHING: readonly Decision[] = []

/** Names that the city does not have, each with what becomes of it. Where there are none the reader goes straight on. */
export function NamesStep({ round, columns, settled, onSettled, onBack }: Props) {
  const [accepts, setAccepts] = useState(settled?.acceptUnknownItems ?? false)
  const trial = useQuery({
    queryKey: ['observation-names', round, columns, accepts],
    queryFn: () =>
      sendObservations({
        round,
        columns,
        names: { decisions: NOTHING, acceptUnknownItems: accepts },
        dryRun: true,
      }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const nothingToSettle = trial.data !== undefined && trial.data.names.length === 0
  useEffect(() => {
    if (nothingToSettle) onSettled({ decisions: NOTHING, acceptUnknownItems: accepts })
  }, [nothingToSettle, accepts, onSettled])
  if (trial.data && !nothingToSettle) {
    return (
      <NamesForm
        outcome={trial.data}
        before={settled?.decisions ?? NOTHING}
        onSettled={(decisions) => onSettled({ decisions, acceptUnknownItems: accepts })}
        onBack={onBack}
      />
    )
  }
  const isOther = isProblem(trial.error, 'observation-import.other-framework')
  return (
    <StepSheet
      title={m['office.observations.import.names.title']()}
      actions={<Button onClick={onBack}>{m['office.import.back']()}</Button>}
    >
      <ProblemNotice
        error={trial.error}
        action={
          isOther && (
            <Button onClick={() => setAccepts(true)}>{m['office.observations.import.names.accept']()}</Button>
          )
        }
      />
      {trial.isPending && (
        <div role="status">
          <p className="import-note">{m['office.import.check.working']()}</p>
          <PlaceholderLines lines={6} />
        </div>
      )}
    </StepSheet>
  )
}

type FormProps = {
  outcome: Outcome
  before: readonly Decision[]
  onSettled: (decisions: readonly Decision[]) => void
  onBack: () => void
}

const keyOf = ({ kind, said }: Pick<UnknownName, 'kind' | 'said'>): string => `${kind} ${said}`

/** Items may stay unresolved; streets and organizations have to be settled. */
const mustBeSettled = ({ kind }: UnknownName): boolean => kind !== 'item'

function NamesForm({ outcome: { names, framework }, before, onSettled, onBack }: FormProps) {
  const [decisions, setDecisions] = useState<ReadonlyMap<string, Decision>>(
    () => new Map(before.map((decision) => [keyOf(decision), decision])),
  )
  const [tried, setTried] = useState(false)
  const pickable = usePickable(framework.isNew ? undefined : framework.versionId)
  const open = names.filter((name) => mustBeSettled(name) && !decisions.has(keyOf(name)))
  const decide = (made: readonly Decision[]) =>
    setDecisions(new Map([...decisions, ...made.map((one) => [keyOf(one), one] as const)]))
  const [onlyDistrict, anotherDistrict] = pickable.districts
  const createRest = () =>
    decide(
      open.map(({ kind, said }) => ({
        kind,
        said,
        as: 'create',
        ...(kind === 'street' && onlyDistrict && !anotherDistrict ? { districtId: onlyDistrict.id } : {}),
      })),
    )
  const goOn = () => {
    setTried(true)
    if (open.length === 0) onSettled([...decisions.values()])
  }
  return (
    <StepSheet
      title={m['office.observations.import.names.title']()}
      lead={m['office.observations.import.names.lead']()}
      actions={
        <>
          <Button onClick={onBack}>{m['office.import.back']()}</Button>
          {open.length > 0 && (
            <Button onClick={createRest}>{m['office.observations.import.names.createAll']()}</Button>
          )}
          <Button type="primary" onClick={goOn}>
            {m['office.observations.import.names.next']()}
          </Button>
        </>
      }
    >
      {tried && open.length > 0 && (
        <p className="import-missing" role="alert">
          {m['office.observations.import.names.open']({ count: open.length })}
        </p>
      )}
      <NameTable
        names={names}
        pickable={pickable}
        decisionFor={(name) => decisions.get(keyOf(name)) ?? null}
        onDecide={(decision) => decide([decision])}
        isOpen={(name) => tried && open.includes(name)}
      />
    </StepSheet>
  )
}
