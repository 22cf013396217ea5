import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { formatDay } from '../../shared/language/format.ts'
import { type Column, DataTable } from '../../shared/ui/data-table.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { type SiteRow, useSites } from './site-queries.ts'
import type { SiteFilters } from './site-search.ts'
import { stateName, stateTone } from './site-words.ts'

type Props = {
  filters: SiteFilters
  total: number | undefined
  /** Given when the reader may edit. */
  onEdit: ((site: SiteRow) => void) | undefined
  empty: ReactNode
}

/** The register as a table; a row opens its form beside it. */
export function SiteTable({ filters, total, onEdit, empty }: Props) {
  const list = useSites(filters)
  return (
    <DataTable
      label={m['office.nav.sites']()}
      columns={onEdit ? [...columns(), editColumn(onEdit)] : columns()}
      list={list}
      rowId={(row) => row.id}
      rowName={(row) => row.name}
      total={total}
      empty={empty}
    />
  )
}

/** What is missing is said, because somebody has to fill it in. */
const named = (reference: { readonly name: string } | null): ReactNode =>
  reference ? (
    <span title={reference.name}>{reference.name}</span>
  ) : (
    <span className="cell-missing">{m['office.sites.none']()}</span>
  )

const columns = (): Column<SiteRow>[] => [
  { key: 'code', title: m['office.field.code'](), width: 112, render: (row) => row.code },
  {
    key: 'name',
    title: m['office.field.name'](),
    width: 186,
    card: 'title',
    render: (row) => (
      <Link to="/sites/$id" params={{ id: row.id }} title={row.name}>
        {row.name}
      </Link>
    ),
  },
  { key: 'type', title: m['office.field.type'](), width: 108, render: (row) => row.type.name },
  { key: 'area', title: m['office.field.area'](), width: 154, render: (row) => named(row.area) },
  { key: 'holder', title: m['office.field.holder'](), width: 138, render: (row) => named(row.holder) },
  {
    key: 'supervisor',
    title: m['office.field.supervisor'](),
    width: 154,
    render: (row) => named(row.supervisor),
  },
  {
    key: 'state',
    title: m['office.field.state'](),
    width: 80,
    render: (row) => <StatusTag tone={stateTone(row.state)}>{stateName(row.state)}</StatusTag>,
  },
  {
    key: 'updated',
    title: m['office.sites.updated'](),
    width: 108,
    card: 'none',
    render: (row) => formatDay(row.updatedAt),
  },
]

const editColumn = (onEdit: (site: SiteRow) => void): Column<SiteRow> => ({
  key: 'edit',
  title: m['office.sites.action'](),
  width: 72,
  render: (row) => (
    <Button
      type="link"
      size="small"
      className="cell-button"
      aria-label={m['office.sites.editNamed']({ name: row.name })}
      onClick={() => onEdit(row)}
    >
      {m['office.sites.edit']()}
    </Button>
  ),
})
