import { m } from '@chuangcheng/messages'
import { TrialStep } from '../../shared/import/trial-step.tsx'
import { formatCount } from '../../shared/language/format.ts'
import { type Order, type Outcome, sendObservations } from './order.ts'

type Props = {
  order: Omit<Order, 'dryRun'>
  onBack: () => void
  onOtherFile: () => void
  onImported: (outcome: Outcome) => void
}

/** With several files a finding also says which. */
function named(outcome: Outcome) {
  const several = outcome.sheets.length > 1
  return {
    ...outcome,
    fileName: outcome.sheets.map(({ file }) => file).join('、'),
    findings: outcome.findings.map((finding) => ({
      ...finding,
      text: several ? `${finding.file}：${finding.text}` : finding.text,
    })),
  }
}

/** What the sheets would become, and what stands in their way. */
export function CheckStep({ order, ...ways }: Props) {
  return (
    <TrialStep<ReturnType<typeof named>>
      {...ways}
      trialKey={['observation-trial', order]}
      send={async ({ dryRun }) => named(await sendObservations({ ...order, dryRun }))}
      tallies={(outcome) => (
        <>
          <Announced outcome={outcome} />
          <Tallies outcome={outcome} />
        </>
      )}
    />
  )
}

/** What the import makes or takes away beside its rows. */
function Announced({ outcome: { round, framework, supersededCount } }: { outcome: Outcome }) {
  const sentences = [
    ...(round.isNew
      ? [
          m['office.observations.import.check.round']({
            name: round.name,
            from: round.startsOn,
            to: round.endsOn,
          }),
        ]
      : []),
    ...(framework.isNew
      ? [
          m['office.observations.import.check.framework']({
            name: framework.name,
            items: formatCount(framework.itemCount),
            subItems: formatCount(framework.subItemCount),
          }),
        ]
      : []),
    ...(supersededCount > 0
      ? [m['office.observations.import.check.supersedes']({ count: formatCount(supersededCount) })]
      : []),
  ]
  if (sentences.length === 0) return null
  return (
    <div className="notice notice-hint">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  )
}

function Tallies({ outcome }: { outcome: Outcome }) {
  const observations = m['office.observations.import.check.unit']()
  const places = m['office.observations.import.check.placeUnit']()
  const tallies = [
    {
      name: m['office.observations.import.check.rows'](),
      count: outcome.rowCount,
      unit: m['office.observations.import.check.rowUnit'](),
    },
    {
      name: m['office.observations.import.check.observations'](),
      count: outcome.observationCount,
      unit: observations,
    },
    {
      name: m['office.observations.import.check.deducted'](),
      count: outcome.deductedPoints,
      unit: m['office.observations.import.check.pointUnit'](),
    },
    {
      name: m['office.observations.import.check.superseded'](),
      count: outcome.supersededCount,
      unit: observations,
      tone: 'caution',
    },
    {
      name: m['office.observations.import.check.unresolved'](),
      count: outcome.unresolvedCount,
      unit: observations,
      tone: 'caution',
    },
    {
      name: m['office.observations.import.check.unassigned'](),
      count: outcome.unassignedCount,
      unit: observations,
      tone: 'caution',
    },
    {
      name: m['office.observations.import.check.registered'](),
      count: outcome.registeredCount,
      unit: observations,
    },
    { name: m['office.observations.import.check.streets'](), count: outcome.newStreetCount, unit: places },
    {
      name: m['office.observations.import.check.organizations'](),
      count: outcome.newOrganizationCount,
      unit: places,
    },
    {
      name: m['office.import.check.errors'](),
      count: outcome.errorCount,
      unit: m['office.import.check.unitPlaces'](),
      tone: 'alarm',
    },
  ]
  return (
    <dl className="import-tallies">
      {tallies.map(({ name, count, unit, tone }) => (
        <div key={name} className={tone && count > 0 ? `tally-${tone}` : undefined}>
          <dt>{name}</dt>
          <dd>
            <strong>{formatCount(count)}</strong> {unit}
          </dd>
        </div>
      ))}
    </dl>
  )
}
