import { ORGANIZATION_KINDS, type OrganizationKind } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../shared/api/client.ts'
import { useMay } from '../../shared/session/session.ts'
import { type Column, DataTable } from '../../shared/ui/data-table.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { organizationKindName, validityText } from '../../shared/ui/field-words.ts'
import { FilterBar, FilterSelect, FilterText } from '../../shared/ui/filter-bar.tsx'
import { LinkButton } from '../../shared/ui/link-button.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { TreeView } from '../../shared/ui/tree-view.tsx'
import { useKeysetList } from '../../shared/ui/use-keyset-list.ts'
import { AddOrganization } from './organization-actions.tsx'
import { type OrganizationRow, useOrganizationBranch } from './organization-queries.ts'

/** The organizations of the city: as a tree, or as a list once something is searched for. */
export function OrganizationsPage() {
  const may = useMay()
  const [text, setText] = useState('')
  const [kind, setKind] = useState<OrganizationKind>()
  const filtered = text !== '' || kind !== undefined
  const clear = () => {
    setText('')
    setKind(undefined)
  }
  return (
    <>
      <PageHeader
        title={m['office.organizations.title']()}
        lead={m['office.organizations.lead']()}
        actions={
          <>
            {may('organization.import') && (
              <LinkButton to="/organizations/import">{m['office.import.button']()}</LinkButton>
            )}
            <AddOrganization />
          </>
        }
      />
      <div className="sheet">
        <FilterBar
          title={filtered ? m['office.organizations.found']() : m['office.organizations.tree']()}
          onClear={filtered ? clear : undefined}
        >
          <FilterText label={m['office.organizations.filterName']()} value={text} onChange={setText} />
          <FilterSelect
            label={m['office.field.kind']()}
            value={kind}
            onChange={setKind}
            options={ORGANIZATION_KINDS.map((value) => ({ value, label: organizationKindName(value) }))}
          />
        </FilterBar>
        {filtered ? <Found text={text} kind={kind} /> : <Tree />}
      </div>
    </>
  )
}

function NameLink({ organization }: { organization: OrganizationRow }) {
  return (
    <Link to="/organizations/$id" params={{ id: organization.id }}>
      {organization.name}
    </Link>
  )
}

function Tree() {
  return (
    <TreeView
      label={m['office.organizations.tree']()}
      useBranch={useOrganizationBranch}
      openLevels={1}
      render={(organization) => (
        <>
          <NameLink organization={organization} />
          <span className="tree-detail">{organizationKindName(organization.kind)}</span>
          {organization.validTo && <StatusTag>{validityText(organization)}</StatusTag>}
        </>
      )}
      empty={
        <EmptyState title={m['office.organizations.empty']()} hint={m['office.organizations.emptyHint']()} />
      }
    />
  )
}

function Found({ text, kind }: { text: string; kind: OrganizationKind | undefined }) {
  const list = useKeysetList(['organizations', 'list', text, kind], ({ after, signal }) =>
    call('listOrganizations', { query: { after, text: text || undefined, kind }, signal }),
  )
  const columns: Column<OrganizationRow>[] = [
    {
      key: 'name',
      title: m['office.field.name'](),
      width: 280,
      card: 'title',
      render: (row) => <NameLink organization={row} />,
    },
    { key: 'code', title: m['office.field.code'](), width: 130, render: (row) => row.code },
    {
      key: 'kind',
      title: m['office.field.kind'](),
      width: 130,
      render: (row) => organizationKindName(row.kind),
    },
    { key: 'area', title: m['office.field.area'](), width: 160, render: (row) => row.areaName ?? '—' },
    {
      key: 'validity',
      title: m['office.areas.validity'](),
      width: 200,
      card: 'none',
      render: (row) => validityText(row),
    },
  ]
  return (
    <DataTable
      label={m['office.organizations.found']()}
      columns={columns}
      list={list}
      rowId={(row) => row.id}
      rowName={(row) => row.name}
      empty={<EmptyState title={m['office.ui.nothingFound']()} hint={m['office.ui.nothingFoundHint']()} />}
    />
  )
}
