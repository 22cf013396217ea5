import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { ListStates } from '../../shared/ui/list-states.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import type { KeysetList } from '../../shared/ui/use-keyset-list.ts'
import { type CaseRow, thumbnailOf } from './case-queries.ts'
import { dueOf, stateName, stateTone } from './case-words.ts'

type Props<Row> = {
  label: string
  list: KeysetList<Row>
  empty: ReactNode
}

/** Cases as they are remembered: by their photo, what is wrong, and where. Rows out of sight cost nothing (content-visibility). */
export function CaseList({ label, list, empty, isOwn = false }: Props<CaseRow> & { isOwn?: boolean }) {
  const [now] = useState(() => Date.now())
  return (
    <ListFrame list={list} empty={empty}>
      <ul className={isOwn ? 'case-list case-list-own' : 'case-list'} aria-label={label}>
        {list.rows.map((row) => (
          <li key={row.id} className="case-row">
            <CaseThumbnail row={row} />
            <div className="case-row-what">
              <p className="case-row-title">
                <Link to="/cases/$id" params={{ id: row.id }}>
                  {row.title}
                </Link>
              </p>
              <CasePlace row={row} />
              <p className="case-row-number">{row.number}</p>
            </div>
            <p className="case-row-whose">{row.organization?.name ?? m['office.cases.nobody']()}</p>
            <DueAndState row={row} now={now} />
          </li>
        ))}
      </ul>
    </ListFrame>
  )
}

/** The place, and the area it lies in where there is room for it. */
export function CasePlace({ row: { placeName, area } }: { row: Pick<CaseRow, 'placeName' | 'area'> }) {
  return (
    <p className="case-row-place">
      {placeName}
      {area && !placeName.includes(area.name) && <span> · {area.name}</span>}
    </p>
  )
}

export function CaseThumbnail({ row }: { row: CaseRow }) {
  return (
    <div className="case-thumbnail" aria-hidden="true">
      {row.photoId === null ? (
        <span>{row.category || m['office.nav.cases']()}</span>
      ) : (
        <img src={thumbnailOf(row.id, row.photoId)} alt="" loading="lazy" />
      )}
    </div>
  )
}

export function DueAndState({ row, now }: { row: CaseRow; now: number }) {
  const due = dueOf(row, now)
  return (
    <div className="case-row-state">
      <StatusTag tone={stateTone(row.state)}>{stateName(row.state)}</StatusTag>
      {due.text !== '' && <span className={`case-due case-due-${due.tone}`}>{due.text}</span>}
    </div>
  )
}

type FrameProps<Row> = { list: KeysetList<Row>; empty: ReactNode; children: ReactNode }

/** What stands around rows that come page by page: waiting, a refusal, nothing, and more. */
export const ListFrame = <Row,>({ list, empty, children }: FrameProps<Row>) => (
  <ListStates list={list} empty={empty}>
    {children}
    <MoreRows list={list} />
  </ListStates>
)

/** Fetches the next page before the reader comes to the end of this one. */
function MoreRows<Row>({ list: { hasMore, loadMore, isLoadingMore } }: { list: KeysetList<Row> }) {
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const target = end.current
    if (!target || !hasMore) return
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && loadMore(), {
      rootMargin: '800px',
    })
    watch.observe(target)
    return () => watch.disconnect()
  }, [hasMore, loadMore])
  if (!hasMore) return null
  return (
    <div ref={end} className="case-list-end">
      <Button loading={isLoadingMore} onClick={loadMore}>
        {m['office.ui.more']()}
      </Button>
    </div>
  )
}
