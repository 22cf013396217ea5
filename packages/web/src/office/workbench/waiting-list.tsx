import RightOutlined from '@ant-design/icons/RightOutlined'
import type { Permission } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { Link, type LinkProps } from '@tanstack/react-router'
import type { Response } from '../../shared/api/client.ts'
import { formatCount } from '../../shared/language/format.ts'
import { useMay } from '../../shared/session/session.ts'

type Waiting = Response<'getWorkbench'>['waiting'][number]

const TEXTS: Readonly<
  Record<Waiting['kind'], { title: () => string; hint: (inputs: { day: string }) => string }>
> = {
  casesToHandle: {
    title: m['office.waiting.casesToHandle'],
    hint: m['office.waiting.casesToHandleHint'],
  },
  casesToVerify: {
    title: m['office.waiting.casesToVerify'],
    hint: m['office.waiting.casesToVerifyHint'],
  },
  casesToDispatch: {
    title: m['office.waiting.casesToDispatch'],
    hint: m['office.waiting.casesToDispatchHint'],
  },
  sitesToVisit: {
    title: m['office.waiting.sitesToVisit'],
    hint: m['office.waiting.sitesToVisitHint'],
  },
  sitesWithoutArea: {
    title: m['office.waiting.sitesWithoutArea'],
    hint: m['office.waiting.sitesWithoutAreaHint'],
  },
  sitesWithoutPosition: {
    title: m['office.waiting.sitesWithoutPosition'],
    hint: m['office.waiting.sitesWithoutPositionHint'],
  },
  sitesWithoutHolder: {
    title: m['office.waiting.sitesWithoutHolder'],
    hint: m['office.waiting.sitesWithoutHolderHint'],
  },
  sitesWithoutSupervisor: {
    title: m['office.waiting.sitesWithoutSupervisor'],
    hint: m['office.waiting.sitesWithoutSupervisorHint'],
  },
  areasWithoutBoundary: {
    title: m['office.waiting.areasWithoutBoundary'],
    hint: m['office.waiting.areasWithoutBoundaryHint'],
  },
  usersWithoutPassword: {
    title: m['office.waiting.usersWithoutPassword'],
    hint: m['office.waiting.usersWithoutPasswordHint'],
  },
  grantsEndingSoon: {
    title: m['office.waiting.grantsEndingSoon'],
    hint: m['office.waiting.grantsEndingSoonHint'],
  },
  selfCheckTasks: {
    title: m['office.waiting.selfCheckTasks'],
    hint: m['office.waiting.selfCheckTasksHint'],
  },
}

type May = (permission: Permission) => boolean

/** Where each gap is closed. */
const PLACES: Readonly<Record<Waiting['kind'], (may: May) => LinkProps>> = {
  casesToHandle: () => ({ to: '/cases', search: { tab: 'handle' } }),
  casesToVerify: () => ({ to: '/cases', search: { tab: 'verify' } }),
  casesToDispatch: () => ({ to: '/cases/unassigned' }),
  sitesToVisit: () => ({ to: '/my-rounds' }),
  sitesWithoutArea: () => ({ to: '/sites', search: { missing: 'area' } }),
  sitesWithoutPosition: () => ({ to: '/sites', search: { missing: 'position' } }),
  sitesWithoutHolder: () => ({ to: '/sites', search: { missing: 'holder' } }),
  sitesWithoutSupervisor: () => ({ to: '/sites', search: { missing: 'supervisor' } }),
  areasWithoutBoundary: (may) => ({ to: may('area.import') ? '/area-boundaries/import' : '/areas' }),
  usersWithoutPassword: () => ({ to: '/users' }),
  grantsEndingSoon: () => ({ to: '/users' }),
  selfCheckTasks: () => ({ to: '/self-checks' }),
}

/** Gaps that somebody should close, each with why it matters. */
export function WaitingList({ waiting }: { waiting: readonly Waiting[] }) {
  const may = useMay()
  return (
    <ul className="waiting">
      {waiting.map(({ kind, count, day }) => (
        <li key={kind}>
          <Link {...PLACES[kind](may)}>
            <span className="waiting-count">{formatCount(count)}</span>
            <span className="waiting-text">
              <strong>{TEXTS[kind].title()}</strong>
              <span>{TEXTS[kind].hint({ day: day ?? '' })}</span>
            </span>
            <RightOutlined className="waiting-arrow" aria-hidden="true" />
          </Link>
        </li>
      ))}
    </ul>
  )
}
