import { DUTY_ROLES, DUTY_TARGETS, type DutyRole, type DutyTarget } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { localToday } from '../../shared/form/field-values.ts'
import { OrganizationPicker } from '../../shared/form/organization-picker.tsx'
import { useMay } from '../../shared/session/session.ts'
import { type Column, DataTable } from '../../shared/ui/data-table.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { validityText } from '../../shared/ui/field-words.ts'
import { FilterBar, FilterSelect } from '../../shared/ui/filter-bar.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { AddDutyDrawer, EditDutyDrawer } from './duty-drawer.tsx'
import { type DutyRow, useDuties } from './duty-queries.ts'
import { ROLE_TONES, roleName, shareText, targetName } from './duty-words.ts'
import { EndDutyDialog } from './end-duty-dialog.tsx'

/** What is not a criterion: those stand in the matrix. */
type OnSiteTarget = Exclude<DutyTarget, 'criterion'>
const ON_SITE = DUTY_TARGETS.filter((target): target is OnSiteTarget => target !== 'criterion')

type Opened = { readonly how: 'edit' | 'end'; readonly duty: DutyRow } | { readonly how: 'add' }

/** Duties for sites, areas and categories of problems (点位与区域). */
export function OnSiteDutiesPage() {
  const mayEdit = useMay()('duty.edit')
  const [target, setTarget] = useState<OnSiteTarget>('areaSiteType')
  const [organizationId, setOrganizationId] = useState<string | null>(null)
  const [role, setRole] = useState<DutyRole | undefined>()
  const [when, setWhen] = useState<'ever' | undefined>()
  const [opened, setOpened] = useState<Opened | null>(null)
  const [today] = useState(() => localToday(new Date()))
  const list = useDuties({
    target,
    organizationId: organizationId ?? undefined,
    role,
    day: when === 'ever' ? undefined : today,
  })
  const isFiltered = Boolean(organizationId ?? role ?? when)
  const close = () => setOpened(null)
  const add = mayEdit && (
    <Button type="primary" onClick={() => setOpened({ how: 'add' })}>
      {m['office.duties.add']()}
    </Button>
  )
  return (
    <>
      <div className="sheet">
        <FilterBar
          title={<TargetSwitch target={target} onChange={setTarget} />}
          onClear={
            isFiltered
              ? () => {
                  setOrganizationId(null)
                  setRole(undefined)
                  setWhen(undefined)
                }
              : undefined
          }
        >
          <OrganizationPicker
            className="filter-record"
            label={m['office.duties.organization']()}
            value={organizationId}
            onChange={setOrganizationId}
          />
          <FilterSelect
            label={m['office.duties.role']()}
            value={role}
            options={DUTY_ROLES.map((one) => ({ value: one, label: roleName(one) }))}
            onChange={setRole}
          />
          <FilterSelect
            label={m['office.duties.holdingNow']()}
            value={when}
            options={[{ value: 'ever', label: m['office.duties.holdingEver']() }]}
            onChange={setWhen}
          />
          {add}
        </FilterBar>
        <DataTable
          label={m['office.duties.view.onSite']()}
          columns={mayEdit ? [...columns(), actionColumn(setOpened)] : columns()}
          list={list}
          rowId={({ id }) => id}
          rowName={({ targetName: name }) => name}
          empty={
            <EmptyState
              title={isFiltered ? m['office.duties.nothingFits']() : m['office.duties.noneOnSite']()}
              hint={noneHint(isFiltered, mayEdit)}
            />
          }
        />
      </div>
      {opened?.how === 'add' && <AddDutyDrawer target={target} onClose={close} />}
      {opened?.how === 'edit' && <EditDutyDrawer duty={opened.duty} onClose={close} />}
      {opened?.how === 'end' && <EndDutyDialog duty={opened.duty} onClose={close} />}
    </>
  )
}

function TargetSwitch({
  target,
  onChange,
}: {
  target: OnSiteTarget
  onChange: (target: OnSiteTarget) => void
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form
    <div className="link-tabs duties-switch" role="group" aria-label={m['office.duties.target']()}>
      {ON_SITE.map((one) => (
        <button
          key={one}
          type="button"
          className={one === target ? 'link-tab link-tab-current' : 'link-tab'}
          aria-pressed={one === target}
          onClick={() => onChange(one)}
        >
          {targetName(one)}
        </button>
      ))}
    </div>
  )
}

const columns = (): Column<DutyRow>[] => [
  {
    key: 'target',
    title: m['office.duties.target'](),
    width: 280,
    card: 'title',
    render: ({ siteId, areaId, targetName: name }) => {
      if (siteId) {
        return (
          <Link to="/sites/$id" params={{ id: siteId }}>
            {name}
          </Link>
        )
      }
      if (areaId) {
        return (
          <Link to="/areas/$id" params={{ id: areaId }}>
            {name}
          </Link>
        )
      }
      return name
    },
  },
  {
    key: 'organization',
    title: m['office.duties.organization'](),
    width: 240,
    render: ({ organization }) => (
      <Link to="/organizations/$id" params={{ id: organization.id }}>
        {organization.name}
      </Link>
    ),
  },
  {
    key: 'role',
    title: m['office.duties.role'](),
    width: 80,
    render: ({ role }) => <StatusTag tone={ROLE_TONES[role]}>{roleName(role)}</StatusTag>,
  },
  {
    key: 'share',
    title: m['office.form.share'](),
    width: 80,
    align: 'end',
    render: ({ share }) => shareText(share) || '—',
  },
  { key: 'validity', title: m['office.duties.validity'](), width: 210, render: validityText },
]

const actionColumn = (onOpen: (opened: Opened) => void): Column<DutyRow> => ({
  key: 'actions',
  title: m['office.duties.actions'](),
  width: 150,
  render: (duty) => (
    <>
      <Button size="small" type="text" onClick={() => onOpen({ how: 'edit', duty })}>
        {m['office.duties.edit']()}
      </Button>
      <Button size="small" type="text" danger onClick={() => onOpen({ how: 'end', duty })}>
        {m['office.duties.end']()}
      </Button>
    </>
  ),
})

const noneHint = (isFiltered: boolean, mayEdit: boolean): string | undefined => {
  if (isFiltered) return m['office.duties.nothingFitsHint']()
  return mayEdit ? m['office.duties.noneOnSiteHint']() : undefined
}
