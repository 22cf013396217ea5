import type { Permission } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { Link, type LinkProps } from '@tanstack/react-router'
import type { Response } from '../../shared/api/client.ts'
import { formatCount } from '../../shared/language/format.ts'
import { useMay } from '../../shared/session/session.ts'

type Workbench = Response<'getWorkbench'>
type Props = Pick<Workbench, 'counts' | 'score'>
type Kind = keyof Props['counts']

type Register = {
  readonly kind: Kind
  readonly name: () => string
  readonly unit: () => string
  readonly to: NonNullable<LinkProps['to']>
  readonly permission: Permission
}

const REGISTERS: readonly Register[] = [
  {
    kind: 'sites',
    name: m['office.workbench.sites'],
    unit: m['office.workbench.unitSites'],
    to: '/sites',
    permission: 'site.read',
  },
  {
    kind: 'siteTypes',
    name: m['office.workbench.siteTypes'],
    unit: m['office.workbench.unitTypes'],
    to: '/settings/site-types',
    permission: 'site.read',
  },
  {
    kind: 'areas',
    name: m['office.workbench.areas'],
    unit: m['office.workbench.unitAreas'],
    to: '/areas',
    permission: 'area.read',
  },
  {
    kind: 'organizations',
    name: m['office.workbench.organizations'],
    unit: m['office.workbench.unitOrganizations'],
    to: '/organizations',
    permission: 'organization.read',
  },
  {
    kind: 'users',
    name: m['office.workbench.users'],
    unit: m['office.workbench.unitUsers'],
    to: '/users',
    permission: 'user.read',
  },
]

/** What the city has of each kind, as far as the reader may see it; each figure leads to its register. */
export function Counts({ counts, score }: Props) {
  const may = useMay()
  return (
    <section aria-label={m['office.workbench.counts']()}>
      <dl className="counts">
        {score && <ScoreCount score={score} />}
        {REGISTERS.filter(({ permission }) => may(permission)).map(({ kind, name, unit, to }) => (
          <div key={kind} className="sheet count">
            <dt>
              <Link to={to}>{name()}</Link>
            </dt>
            <dd>
              <strong>{formatCount(counts[kind])}</strong> {unit()}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** What the latest assessment, or round, is worth; it leads to the score. */
function ScoreCount({ score }: { score: NonNullable<Workbench['score']> }) {
  const { assessmentId, roundId, name, mark } = score
  return (
    <div className="sheet count">
      <dt>
        <Link
          to="/scores"
          search={{ assessment: assessmentId ?? undefined, rounds: roundId ?? undefined }}
          title={name}
        >
          {m['office.workbench.score']()}
        </Link>
      </dt>
      <dd>
        <strong>{mark === null ? '—' : mark.toFixed(2)}</strong> {m['office.workbench.unitScore']()}
      </dd>
    </div>
  )
}
