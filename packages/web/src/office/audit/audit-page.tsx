import './audit.css'
import { m } from '@chuangcheng/messages'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useCallback } from 'react'
import { call } from '../../shared/api/client.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { FilterBar } from '../../shared/ui/filter-bar.tsx'
import { actionName, KNOWN_ACTIONS } from '../../shared/ui/history-words.ts'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { useKeysetList } from '../../shared/ui/use-keyset-list.ts'
import { AuditEntries } from './audit-entries.tsx'
import { ChainCheck } from './chain-check.tsx'
import { FoundRecordPicker } from './found-record-picker.tsx'

type Filters = {
  actorId?: string | undefined
  actorName?: string | undefined
  action?: string | undefined
  subjectId?: string | undefined
  subjectName?: string | undefined
}

/** The log of everything done in the city, and the proof that nobody has touched it since. */
export function AuditPage() {
  return (
    <>
      <PageHeader title={m['office.audit.title']()} lead={m['office.audit.lead']()} />
      <div className="panels">
        <ChainCheck />
        <AuditLog />
      </div>
    </>
  )
}

function AuditLog() {
  const filters: Filters = getRouteApi('/frame/audit').useSearch()
  const { actorId, action, subjectId } = filters
  const navigate = useNavigate()
  const narrow = useCallback(
    (change: Filters) =>
      void navigate({ to: '/audit', search: (before) => ({ ...before, ...change }), replace: true }),
    [navigate],
  )
  const list = useKeysetList(['audit', 'list', actorId, action, subjectId], ({ after, signal }) =>
    call('listAuditEntries', { query: { actorId, action, subjectId, after }, signal }),
  )
  const filtered = Boolean(actorId ?? action ?? subjectId)
  return (
    <div className="sheet">
      <FilterBar
        title={filtered ? m['office.audit.found']() : m['office.audit.all']()}
        onClear={filtered ? () => void navigate({ to: '/audit', search: {}, replace: true }) : undefined}
      >
        <FoundRecordPicker
          label={m['office.audit.person']()}
          kinds={['user']}
          chosen={actorId ? { id: actorId, name: filters.actorName ?? actorId } : null}
          onChoose={(one) => narrow({ actorId: one?.id, actorName: one?.name })}
        />
        <Select
          className="filter-record"
          aria-label={m['office.audit.action']()}
          placeholder={m['office.audit.action']()}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          value={action ?? null}
          options={KNOWN_ACTIONS.map((value) => ({ value, label: actionName(value) }))}
          onChange={(value: string | null | undefined) => narrow({ action: value ?? undefined })}
        />
        <FoundRecordPicker
          label={m['office.audit.record']()}
          kinds={['site', 'organization', 'area', 'user']}
          chosen={subjectId ? { id: subjectId, name: filters.subjectName ?? subjectId } : null}
          onChoose={(one) => narrow({ subjectId: one?.id, subjectName: one?.name })}
        />
      </FilterBar>
      {list.isPending && (
        <div className="audit-pending">
          <PlaceholderLines lines={8} />
        </div>
      )}
      {Boolean(list.error) && (
        <div className="audit-pending">
          <ProblemNotice
            error={list.error}
            action={<Button onClick={list.again}>{m['office.problem.again']()}</Button>}
          />
        </div>
      )}
      {!list.isPending && !list.error && list.rows.length === 0 && (
        <EmptyState title={m['office.ui.nothingFound']()} hint={m['office.ui.nothingFoundHint']()} />
      )}
      <AuditEntries list={list} />
    </div>
  )
}
