import '../../shared/ui/rows.css'
import './tree.css'
import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import { formatCount } from '../../shared/language/format.ts'
import { useMay } from '../../shared/session/session.ts'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { type Flaw, useTree } from './framework-queries.ts'
import { grouped } from './grouped.ts'
import type { GuideStep } from './guide/guide-progress.ts'
import { RowsByAndBy } from './rows-by-and-by.tsx'

const AT_FIRST = 8

/** Flaws of one kind stand together, so that they are mended one after another. */
export function FlawGroups({ versionId, flaws }: { versionId: string; flaws: readonly Flaw[] }) {
  const mayEdit = useMay()('framework.edit')
  const tree = useTree(versionId).data
  const texts = new Map(tree?.items.map(({ id, text }) => [id, text]))
  const groups = grouped(flaws, ({ field, severity }) => `${severity} ${field ?? ''}`)
  return [...groups].map(([key, group]) => (
    <section key={key} className="flaw-group">
      <h3>
        {fieldTitle(group[0]?.field ?? null)}
        <span className="flaw-count">{formatCount(group.length)}</span>
        {mayEdit && <GuideLink versionId={versionId} field={group[0]?.field ?? null} />}
      </h3>
      <RowsByAndBy rows={group} atFirst={AT_FIRST}>
        {(flaw) => (
          <FlawLine
            key={`${flaw.nodeId} ${flaw.code} ${flaw.text}`}
            versionId={versionId}
            flaw={flaw}
            mayEdit={mayEdit}
            about={texts.get(flaw.nodeId ?? '')}
          />
        )}
      </RowsByAndBy>
    </section>
  ))
}

const GUIDED: Readonly<Record<string, GuideStep>> = { points: 'points', rule: 'rules', duties: 'leads' }

/** Many flaws of one kind are mended quicker in the guide than one by one. */
function GuideLink({ versionId, field }: { versionId: string; field: string | null }) {
  const step = GUIDED[field ?? '']
  if (!step) return null
  return (
    <Link
      to="/frameworks/$versionId/guide"
      params={{ versionId }}
      search={{ step }}
      className="flaw-group-link"
      aria-label={m['office.frameworks.flaws.guideOf']({ field: fieldTitle(field) })}
    >
      {m['office.frameworks.flaws.guide']()}
    </Link>
  )
}

const FIELD_TITLES: Readonly<Record<string, () => string>> = {
  points: m['office.frameworks.field.points'],
  rule: m['office.frameworks.field.rule'],
  duties: m['office.frameworks.field.lead'],
  text: m['office.frameworks.field.text'],
  siteTypes: m['office.frameworks.field.siteTypes'],
  methods: m['office.frameworks.field.methods'],
  mappings: m['office.frameworks.field.mappings'],
}

const fieldTitle = (field: string | null): string =>
  (FIELD_TITLES[field ?? ''] ?? m['office.frameworks.flaws.whole'])()

type LineProps = {
  versionId: string
  flaw: Flaw
  mayEdit: boolean
  /** what the criterion says */
  about: string | undefined
}

function FlawLine({ versionId, flaw, mayEdit, about }: LineProps) {
  const wordsOf = mayEdit ? m['office.frameworks.flaws.goTo'] : m['office.frameworks.flaws.lookAt']
  return (
    <li className="row">
      {flaw.severity === 'error' ? (
        <StatusTag tone="alarm">{m['office.findings.error']()}</StatusTag>
      ) : (
        <StatusTag tone="caution">{m['office.findings.warning']()}</StatusTag>
      )}
      <div className="row-text">
        <p>
          {flaw.nodeCode && <strong className="flaw-code">{flaw.nodeCode}</strong>} {flaw.text}
        </p>
        {about !== undefined && <p className="row-detail flaw-about">{about}</p>}
      </div>
      {flaw.nodeId && (
        <Link
          to="/frameworks/$versionId"
          params={{ versionId }}
          search={{ node: flaw.nodeId, ...(flaw.field && { field: flaw.field }) }}
          className="flaw-link"
          aria-label={wordsOf({ code: flaw.nodeCode ?? '' })}
        >
          {mayEdit ? m['office.frameworks.flaws.go']() : m['office.frameworks.flaws.look']()}
        </Link>
      )}
    </li>
  )
}
