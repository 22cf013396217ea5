import '../../shared/ui/data-table.css'
import { m } from '@chuangcheng/messages'
import { Select } from 'antd'
import { formatCount } from '../../shared/language/format.ts'
import type { Decision, UnknownName } from './order.ts'
import type { Pickable } from './pickable.ts'

type Props = {
  names: readonly UnknownName[]
  pickable: Pickable
  decisionFor: (name: UnknownName) => Decision | null
  onDecide: (decision: Decision) => void
  isOpen: (name: UnknownName) => boolean
}

const KINDS = ['district', 'street', 'organization', 'item'] as const

/** Every unknown name with what it may mean, kind by kind. */
export function NameTable({ names, ...ways }: Props) {
  return KINDS.map((kind) => {
    const own = names.filter((name) => name.kind === kind)
    if (own.length === 0) return null
    return (
      <section key={kind} className="said-names">
        <h3>
          {m[`saidKind.${kind}`]()} <span className="said-count">{formatCount(own.length)}</span>
        </h3>
        <ul>
          {own.map((name) => (
            <NameRow key={name.said} name={name} {...ways} />
          ))}
        </ul>
      </section>
    )
  })
}

function NameRow({
  name,
  pickable,
  decisionFor,
  onDecide,
  isOpen,
}: Omit<Props, 'names'> & { name: UnknownName }) {
  const decision = decisionFor(name)
  const { kind, said, rowCount, firstLine, ambiguous } = name
  return (
    <li>
      <span className="said-name">
        {said}
        <span className="import-note">
          {m['office.observations.import.names.kindRows']({ count: formatCount(rowCount), line: firstLine })}
          {ambiguous && ` · ${m['office.observations.import.names.ambiguous']()}`}
        </span>
      </span>
      <span className="said-choice">
        <MeaningSelect
          name={name}
          decision={decision}
          pickable={pickable}
          onDecide={onDecide}
          open={isOpen(name)}
        />
        {kind === 'street' && decision?.as === 'create' && pickable.districts.length > 0 && (
          <Select
            aria-label={m['office.observations.import.names.district']()}
            placeholder={m['office.observations.import.names.district']()}
            value={decision.districtId ?? null}
            options={pickable.districts.map(({ id, name: label }) => ({ value: id, label }))}
            onChange={(districtId) => districtId && onDecide({ kind, said, as: 'create', districtId })}
          />
        )}
      </span>
    </li>
  )
}

const CREATE = 'create'
const LEAVE = 'leave'

function chosenOf(decision: Decision | null): string | null {
  if (decision === null) return null
  return decision.as === 'known' ? (decision.id ?? null) : decision.as
}

function decisionOf({ kind, said }: UnknownName, value: string, pickable: Pickable): Decision {
  if (value === LEAVE) return { kind, said, as: 'leave' }
  if (value !== CREATE) return { kind, said, as: 'known', id: value }
  const [only, another] = pickable.districts
  const lies = kind === 'street' && only && !another ? { districtId: only.id } : {}
  return { kind, said, as: 'create', ...lies }
}

type SelectProps = {
  name: UnknownName
  decision: Decision | null
  pickable: Pickable
  onDecide: (decision: Decision) => void
  open: boolean
}

/** The nearest first, then what else can be done, then everything the city has. */
function MeaningSelect({ name, decision, pickable, onDecide, open }: SelectProps) {
  const { kind, said, nearest } = name
  const near = new Set(nearest.map(({ id }) => id))
  const optionOf = ({ id, name: label }: { id: string; name: string }) => ({ value: id, label })
  const others = [
    ...(kind === 'item' ? [] : [{ value: CREATE, label: m['office.observations.import.names.create']() }]),
    {
      value: LEAVE,
      label:
        kind === 'item'
          ? m['office.observations.import.names.leaveItem']()
          : m['office.observations.import.names.leave']({ kind: m[`saidKind.${kind}`]() }),
    },
  ]
  const groups = [
    { label: m['office.observations.import.names.nearest'](), options: nearest.map(optionOf) },
    { label: m['office.observations.import.names.other'](), options: others },
    {
      label: m['office.observations.import.names.all'](),
      options: pickable[kind].filter(({ id }) => !near.has(id)).map(optionOf),
    },
  ]
  return (
    <Select
      aria-label={`${m['office.observations.import.names.decide']()} ${said}`}
      placeholder={m['office.observations.import.names.choose']()}
      status={open ? 'error' : ''}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      value={chosenOf(decision)}
      options={groups.filter(({ options }) => options.length > 0)}
      onChange={(value) => value !== null && onDecide(decisionOf(name, value, pickable))}
    />
  )
}
