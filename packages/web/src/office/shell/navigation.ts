import ApartmentOutlined from '@ant-design/icons/ApartmentOutlined'
import AreaChartOutlined from '@ant-design/icons/AreaChartOutlined'
import AuditOutlined from '@ant-design/icons/AuditOutlined'
import BankOutlined from '@ant-design/icons/BankOutlined'
import CarryOutOutlined from '@ant-design/icons/CarryOutOutlined'
import CheckSquareOutlined from '@ant-design/icons/CheckSquareOutlined'
import ClusterOutlined from '@ant-design/icons/ClusterOutlined'
import ContainerOutlined from '@ant-design/icons/ContainerOutlined'
import DashboardOutlined from '@ant-design/icons/DashboardOutlined'
import EnvironmentOutlined from '@ant-design/icons/EnvironmentOutlined'
import FileDoneOutlined from '@ant-design/icons/FileDoneOutlined'
import FileProtectOutlined from '@ant-design/icons/FileProtectOutlined'
import FileTextOutlined from '@ant-design/icons/FileTextOutlined'
import ProfileOutlined from '@ant-design/icons/ProfileOutlined'
import ScheduleOutlined from '@ant-design/icons/ScheduleOutlined'
import SettingOutlined from '@ant-design/icons/SettingOutlined'
import TeamOutlined from '@ant-design/icons/TeamOutlined'
import type { Permission } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import type { LinkProps } from '@tanstack/react-router'
import type { ComponentType } from 'react'

export type Destination = {
  readonly to: NonNullable<LinkProps['to']>
  readonly label: () => string
  readonly icon: ComponentType
  /** Who sees the entry; no permission = everybody. */
  readonly permission?: Permission
  /** Who sees it beside that. */
  readonly shownTo?: (reader: Reader) => boolean
  /** What of it waits for the reader is counted beside it. */
  readonly counted?: 'cases'
}

/** Who looks at the navigation: what they may do, and whether they belong to an organization. */
export type Reader = {
  readonly may: (permission: Permission) => boolean
  readonly hasOrganization: boolean
}

export type NavigationGroup = {
  readonly label: (() => string) | null
  readonly items: readonly Destination[]
}

/** Somebody who answers self-checks and does not hold them: it is their daily work, not a chapter of the rule book. */
const isAsked = ({ may, hasOrganization }: Reader): boolean => hasOrganization && !may('selfCheck.open')

const selfChecks: Destination = {
  to: '/self-checks',
  label: m['office.nav.selfChecks'],
  icon: FileDoneOutlined,
  permission: 'selfCheck.read',
}

const cases: Destination = {
  to: '/cases',
  label: m['office.nav.cases'],
  icon: ContainerOutlined,
  permission: 'case.read',
  counted: 'cases',
}

/** Somebody who puts cases right: it is the first thing they come for. */
const handles = ({ may }: Reader): boolean => may('case.handle') && !may('case.dispatch')

const GROUPS: readonly NavigationGroup[] = [
  {
    label: null,
    items: [
      { to: '/', label: m['office.nav.workbench'], icon: DashboardOutlined },
      { ...cases, shownTo: handles },
      {
        to: '/my-rounds',
        label: m['office.nav.myRounds'],
        icon: CarryOutOutlined,
        permission: 'visit.record',
      },
      { ...selfChecks, shownTo: isAsked },
      {
        to: '/my-tasks',
        label: m['office.nav.myTasks'],
        icon: ProfileOutlined,
        permission: 'duty.read',
        shownTo: ({ hasOrganization }) => hasOrganization,
      },
    ],
  },
  {
    label: m['office.nav.inspection'],
    items: [
      { to: '/rounds', label: m['office.nav.rounds'], icon: ScheduleOutlined, permission: 'round.read' },
      { ...cases, shownTo: (reader) => !handles(reader) },
      { to: '/scores', label: m['office.nav.scores'], icon: AreaChartOutlined, permission: 'score.read' },
      {
        to: '/briefings',
        label: m['office.nav.briefings'],
        icon: FileTextOutlined,
        permission: 'briefing.read',
      },
    ],
  },
  {
    label: m['office.nav.register'],
    items: [
      { to: '/sites', label: m['office.nav.sites'], icon: EnvironmentOutlined, permission: 'site.read' },
      { to: '/areas', label: m['office.nav.areas'], icon: ClusterOutlined, permission: 'area.read' },
      {
        to: '/organizations',
        label: m['office.nav.organizations'],
        icon: BankOutlined,
        permission: 'organization.read',
      },
    ],
  },
  {
    label: m['office.nav.ruleBook'],
    items: [
      {
        to: '/frameworks',
        label: m['office.nav.frameworks'],
        icon: ApartmentOutlined,
        permission: 'framework.read',
      },
      {
        to: '/checklists',
        label: m['office.nav.checklists'],
        icon: CheckSquareOutlined,
        permission: 'checklist.read',
      },
      { to: '/duties', label: m['office.nav.duties'], icon: AuditOutlined, permission: 'duty.read' },
      { ...selfChecks, shownTo: (reader) => !isAsked(reader) },
    ],
  },
  {
    label: m['office.nav.administration'],
    items: [
      { to: '/users', label: m['office.nav.users'], icon: TeamOutlined, permission: 'user.read' },
      { to: '/audit', label: m['office.nav.audit'], icon: FileProtectOutlined, permission: 'audit.read' },
      { to: '/settings', label: m['office.nav.settings'], icon: SettingOutlined },
    ],
  },
]

/** The groups with what this person may open; a group without entries is not shown. */
export function navigationFor(reader: Reader): NavigationGroup[] {
  const isShown = ({ permission, shownTo }: Destination): boolean =>
    (!permission || reader.may(permission)) && (!shownTo || shownTo(reader))
  return GROUPS.map((group) => ({
    ...group,
    items: group.items.filter(isShown),
  })).filter((group) => group.items.length > 0)
}
