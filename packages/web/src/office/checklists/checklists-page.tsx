import './checklists.css'
import { CHECKLIST_KINDS } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { addressOf } from '../../shared/api/client.ts'
import { formatCount } from '../../shared/language/format.ts'
import { useMay } from '../../shared/session/session.ts'
import { DataTable } from '../../shared/ui/data-table.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { FilterBar, FilterSelect, FilterText } from '../../shared/ui/filter-bar.tsx'
import { LinkButton } from '../../shared/ui/link-button.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { AdoptDialog } from './adopt-dialog.tsx'
import { checklistColumns } from './checklist-columns.tsx'
import { ChecklistDrawer } from './checklist-drawer.tsx'
import { type ChecklistRow, useChecklists } from './checklist-queries.ts'
import { kindName } from './checklist-words.ts'
import { PublishAllDialog } from './publish-all-dialog.tsx'
import { TypesWithout } from './types-without.tsx'

type Opened = 'add' | 'adopt' | 'publish'
type Kind = ChecklistRow['kind']

/** All checklists and standards of the city: what is asked where, what counts and what waits as a draft. */
export function ChecklistsPage() {
  const list = useChecklists()
  const mayEdit = useMay()('checklist.edit')
  const [opened, setOpened] = useState<Opened | null>(null)
  const rows = list.data?.items ?? []
  const drafts = rows.filter(({ draft }) => draft !== null)
  return (
    <>
      <PageHeader
        title={m['office.checklists.title']()}
        lead={m['office.checklists.lead']()}
        actions={
          <Actions
            hasRows={rows.length > 0}
            hasDrafts={drafts.length > 0}
            mayEdit={mayEdit}
            onOpen={setOpened}
          />
        }
      />
      {list.data && (
        <TypesWithout
          types={list.data.typesWithout}
          canAdopt={mayEdit && rows.length > 0}
          onAdopt={() => setOpened('adopt')}
        />
      )}
      <Register list={list} empty={<NoChecklists mayEdit={mayEdit} onOpen={setOpened} />} />
      <Dialogs opened={opened} list={list.data} draftCount={drafts.length} onClose={() => setOpened(null)} />
    </>
  )
}

type ActionsProps = {
  hasRows: boolean
  hasDrafts: boolean
  mayEdit: boolean
  onOpen: (opened: Opened) => void
}

function Actions({ hasRows, hasDrafts, mayEdit, onOpen }: ActionsProps) {
  return (
    <>
      {hasRows && (
        <Button href={addressOf('exportChecklists')} download>
          {m['office.checklists.export']()}
        </Button>
      )}
      {mayEdit && <LinkButton to="/checklists/import">{m['office.import.button']()}</LinkButton>}
      {mayEdit && hasDrafts && (
        <Button onClick={() => onOpen('publish')}>{m['office.checklists.publishAll']()}</Button>
      )}
      {mayEdit && (
        <Button type="primary" onClick={() => onOpen('add')}>
          {m['office.checklists.add']()}
        </Button>
      )}
    </>
  )
}

function Register({ list, empty }: { list: ReturnType<typeof useChecklists>; empty: ReactNode }) {
  const [text, setText] = useState('')
  const [kind, setKind] = useState<Kind | undefined>()
  const rows = list.data?.items ?? []
  const words = text.trim().toLowerCase()
  const found = rows.filter((row) => (kind === undefined || row.kind === kind) && isNamed(row, words))
  const clear = () => {
    setText('')
    setKind(undefined)
  }
  const filtered = text !== '' || kind !== undefined
  return (
    <div className="sheet">
      {rows.length > 0 && (
        <FilterBar
          title={
            <>
              {m['office.checklists.title']()}
              <StatusTag>{m['office.checklists.count']({ count: formatCount(found.length) })}</StatusTag>
            </>
          }
          onClear={filtered ? clear : undefined}
        >
          <FilterText label={m['office.checklists.filterText']()} value={text} onChange={setText} />
          <FilterSelect
            label={m['office.field.kind']()}
            value={kind}
            options={CHECKLIST_KINDS.map((value) => ({ value, label: kindName(value) }))}
            onChange={setKind}
          />
        </FilterBar>
      )}
      <DataTable
        label={m['office.checklists.title']()}
        columns={checklistColumns()}
        list={{
          rows: found,
          isPending: list.isPending,
          error: list.error,
          hasMore: false,
          isLoadingMore: false,
          loadMore: () => undefined,
          again: () => void list.refetch(),
        }}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        empty={
          filtered ? (
            <EmptyState title={m['office.ui.nothingFound']()} hint={m['office.ui.nothingFoundHint']()} />
          ) : (
            empty
          )
        }
      />
    </div>
  )
}

const isNamed = ({ name, code, siteTypes }: ChecklistRow, words: string): boolean =>
  [name, code, ...siteTypes.map((type) => type.name)].some((value) => value.toLowerCase().includes(words))

function NoChecklists({ mayEdit, onOpen }: { mayEdit: boolean; onOpen: (opened: Opened) => void }) {
  return (
    <EmptyState
      title={m['office.checklists.none']()}
      hint={mayEdit ? m['office.checklists.noneHint']() : m['office.checklists.noneYet']()}
      action={
        mayEdit && (
          <>
            <Button type="primary" onClick={() => onOpen('adopt')}>
              {m['office.checklists.adopt']()}
            </Button>
            <LinkButton to="/checklists/import">{m['office.checklists.fromExcel']()}</LinkButton>
          </>
        )
      }
    />
  )
}

type DialogsProps = {
  opened: Opened | null
  list: ReturnType<typeof useChecklists>['data']
  draftCount: number
  onClose: () => void
}

function Dialogs({ opened, list, draftCount, onClose }: DialogsProps) {
  const navigate = useNavigate()
  if (opened === 'adopt') return <AdoptDialog typesWithout={list?.typesWithout ?? []} onClose={onClose} />
  if (opened === 'publish') return <PublishAllDialog draftCount={draftCount} onClose={onClose} />
  if (opened === 'add') {
    return (
      <ChecklistDrawer
        checklist={null}
        onSaved={(id) => void navigate({ to: '/checklists/$id', params: { id } })}
        onClose={onClose}
      />
    )
  }
  return null
}
