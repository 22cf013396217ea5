import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import { formatCount, formatDay } from '../../shared/language/format.ts'
import type { Column } from '../../shared/ui/data-table.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import type { ChecklistRow } from './checklist-queries.ts'
import { kindName } from './checklist-words.ts'

export const checklistColumns = (): Column<ChecklistRow>[] => [
  { key: 'code', title: m['office.field.code'](), width: 130, render: (row) => row.code },
  {
    key: 'name',
    title: m['office.field.name'](),
    width: 220,
    card: 'title',
    render: (row) => (
      <Link to="/checklists/$id" params={{ id: row.id }} title={row.name}>
        {row.name}
      </Link>
    ),
  },
  { key: 'kind', title: m['office.field.kind'](), width: 110, render: (row) => kindName(row.kind) },
  {
    key: 'types',
    title: m['office.checklists.siteTypes'](),
    width: 220,
    render: (row) => <TypeNames row={row} />,
  },
  {
    key: 'items',
    title: m['office.checklists.itemCount'](),
    width: 90,
    align: 'end',
    render: (row) => formatCount((row.published ?? row.draft)?.itemCount ?? 0),
  },
  {
    key: 'published',
    title: m['office.checklists.inUse'](),
    width: 170,
    render: (row) => <InUse row={row} />,
  },
  {
    key: 'draft',
    title: m['office.checklists.waiting'](),
    width: 120,
    render: (row) => <Waiting row={row} />,
  },
]

function TypeNames({ row }: { row: ChecklistRow }) {
  const names = row.siteTypes.map(({ name }) => name).join(m['office.checklists.listMark']())
  return <span title={names}>{names || '—'}</span>
}

function InUse({ row: { published, retired } }: { row: ChecklistRow }) {
  if (retired) return <StatusTag>{m['office.checklists.retired']()}</StatusTag>
  if (!published) return <StatusTag tone="caution">{m['office.checklists.neverPublished']()}</StatusTag>
  return (
    <>
      <StatusTag tone="good">{m['office.checklists.versionNumber']({ number: published.number })}</StatusTag>{' '}
      <span className="checklist-day">{published.publishedAt && formatDay(published.publishedAt)}</span>
    </>
  )
}

function Waiting({ row: { draft } }: { row: ChecklistRow }) {
  if (!draft) return '—'
  return (
    <StatusTag tone="caution">
      {m['office.checklists.draftItems']({ count: formatCount(draft.itemCount) })}
    </StatusTag>
  )
}
