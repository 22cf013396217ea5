import LeftOutlined from '@ant-design/icons/LeftOutlined'
import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { PageHeader, usePageTitle } from '../../../shared/ui/page-header.tsx'
import { StatusTag } from '../../../shared/ui/status-tag.tsx'
import { usePhone } from '../../../shared/ui/use-media.ts'
import type { AskedChecklist, Assignment, VisitRecord } from './assignment-queries.ts'

type Props = {
  assignment: Assignment
  asked?: AskedChecklist | undefined
  corrected?: VisitRecord | undefined
}

/** Where one stands. On a phone one line that stays, with the way back. */
export function VisitHead({ assignment, asked, corrected }: Props) {
  const { site, round } = assignment
  const phone = usePhone()
  const tag = corrected && <StatusTag tone="caution">{m['office.visit.correcting']()}</StatusTag>
  const detail = [site.type.name, site.code, asked?.checklist.name].filter(
    (each, at, all) => each && all.indexOf(each) === at,
  )
  if (phone) return <PhoneHead assignment={assignment} detail={detail.slice(0, 2).join(' · ')} tag={tag} />
  return (
    <PageHeader
      title={site.name}
      trail={[
        { label: m['office.nav.myRounds'](), link: { to: '/my-rounds' } },
        { label: round.name, link: { to: '/rounds/$id', params: { id: round.id } } },
      ]}
      aside={tag}
      lead={detail.join(' · ')}
    />
  )
}

type PhoneProps = { assignment: Assignment; detail: string; tag: ReactNode }

function PhoneHead({ assignment, detail, tag }: PhoneProps) {
  const { site, round } = assignment
  usePageTitle(site.name)
  return (
    <header className="visit-bar">
      <Link
        to="/my-rounds"
        search={{ round: round.id }}
        className="visit-back"
        aria-label={m['office.visit.back']()}
      >
        <LeftOutlined aria-hidden="true" />
      </Link>
      <div className="visit-bar-text">
        <h1>{site.name}</h1>
        <p>{detail}</p>
      </div>
      {tag}
    </header>
  )
}
