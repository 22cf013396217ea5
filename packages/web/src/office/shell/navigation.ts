import ApartmentOutlined from '@ant-design/icons/ApartmentOutlined'
import BankOutlined from '@ant-design/icons/BankOutlined'
import ClusterOutlined from '@ant-design/icons/ClusterOutlined'
import DashboardOutlined from '@ant-design/icons/DashboardOutlined'
import EnvironmentOutlined from '@ant-design/icons/EnvironmentOutlined'
import FileProtectOutlined from '@ant-design/icons/FileProtectOutlined'
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
}

export type NavigationGroup = {
  readonly label: (() => string) | null
  readonly items: readonly Destination[]
}

const GROUPS: readonly NavigationGroup[] = [
  { label: null, items: [{ to: '/', label: m['office.nav.workbench'], icon: DashboardOutlined }] },
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
export function navigationFor(may: (permission: Permission) => boolean): NavigationGroup[] {
  return GROUPS.map((group) => ({
    ...group,
    items: group.items.filter((item) => !item.permission || may(item.permission)),
  })).filter((group) => group.items.length > 0)
}
