import './checklists.css'
import { m } from '@chuangcheng/messages'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { formatCount } from '../../shared/language/format.ts'
import { useMay } from '../../shared/session/session.ts'
import { LinkTabs } from '../../shared/ui/link-tabs.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { ChecklistDrawer } from './checklist-drawer.tsx'
import { type Checklist, useChecklist, useChecklistVersion } from './checklist-queries.ts'
import { kindName, stateName } from './checklist-words.ts'
import { DraftEditor } from './editor/draft-editor.tsx'
import { VersionView } from './version-view.tsx'

const route = getRouteApi('/frame/checklists/$id')

/** One checklist: the version in use, its draft, and the versions before. */
export function ChecklistPage() {
  const { id } = route.useParams()
  const { data, error, isPending, refetch } = useChecklist(id)
  if (isPending) return <PlaceholderLines lines={8} />
  if (!data) {
    return (
      <>
        <PageHeader title={m['office.checklists.title']()} />
        <ProblemNotice error={error} action={<Link to="/checklists">{m['office.checklists.back']()}</Link>} />
      </>
    )
  }
  return <Page key={id} checklist={data} refresh={refetch} />
}

type PageProps = { checklist: Checklist; refresh: () => Promise<unknown> }

function Page({ checklist, refresh }: PageProps) {
  const asked = route.useSearch().version
  const mayEdit = useMay()('checklist.edit')
  const [editing, setEditing] = useState(false)
  const usual = mayEdit ? (checklist.draft ?? checklist.published) : (checklist.published ?? checklist.draft)
  const versionId = (checklist.versions.find(({ id }) => id === asked) ?? usual ?? checklist.versions[0])?.id
  return (
    <>
      <PageHeader
        title={checklist.name}
        trail={[{ label: m['office.checklists.title'](), link: { to: '/checklists' } }]}
        aside={
          <>
            <StatusTag tone="active">{kindName(checklist.kind)}</StatusTag>
            {checklist.retired && <StatusTag>{m['office.checklists.retired']()}</StatusTag>}
          </>
        }
        lead={<TypesOf checklist={checklist} />}
        actions={mayEdit && <Button onClick={() => setEditing(true)}>{m['office.checklists.edit']()}</Button>}
      />
      {checklist.versions.length > 1 && <Versions checklist={checklist} current={versionId} />}
      <Version checklist={checklist} versionId={versionId} mayEdit={mayEdit} />
      {editing && (
        <ChecklistDrawer checklist={checklist} refresh={refresh} onClose={() => setEditing(false)} />
      )}
    </>
  )
}

function TypesOf({ checklist: { code, siteTypes } }: { checklist: Checklist }) {
  const names = siteTypes.map(({ name }) => name).join(m['office.checklists.listMark']())
  return names ? m['office.checklists.codeAndTypes']({ code, names }) : code
}

function Versions({ checklist, current }: { checklist: Checklist; current: string | undefined }) {
  return (
    <div className="checklist-versions">
      <LinkTabs
        label={m['office.checklists.versions']()}
        tabs={checklist.versions.map(({ id, number, state, itemCount }) => ({
          label:
            state === 'draft'
              ? m['office.checklists.draftItems']({ count: formatCount(itemCount) })
              : m['office.checklists.versionState']({ number, state: stateName(state) }),
          link: { to: '/checklists/$id', params: { id: checklist.id }, search: { version: id } },
          current: id === current,
        }))}
      />
    </div>
  )
}

type VersionProps = { checklist: Checklist; versionId: string | undefined; mayEdit: boolean }

function Version({ checklist, versionId, mayEdit }: VersionProps) {
  const { data, error, isPending, refetch } = useChecklistVersion(versionId)
  if (versionId !== undefined && isPending) return <PlaceholderLines lines={8} />
  if (!data) {
    return (
      <ProblemNotice
        error={error}
        action={<Button onClick={() => void refetch()}>{m['office.problem.again']()}</Button>}
      />
    )
  }
  return data.state === 'draft' && mayEdit ? (
    <DraftEditor key={data.id} checklist={checklist} version={data} />
  ) : (
    <VersionView checklist={checklist} version={data} mayEdit={mayEdit} />
  )
}
