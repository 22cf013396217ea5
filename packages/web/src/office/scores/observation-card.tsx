import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import { addressOf } from '../../shared/api/client.ts'
import { formatMoment } from '../../shared/language/format.ts'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { finePointsText, isNothing, percentText } from './numbers.ts'
import type { Behind } from './score-queries.ts'

type Props = { row: Behind; showCriterion: boolean }

/** One observation: where, what, what it cost, who answers, and the visit it came from. */
export function ObservationCard({ row, showCriterion }: Props) {
  const { criterion, siteId, placeName, note, visitId } = row
  const place = placeName === '' ? m['office.scores.unnamedPlace']() : placeName
  const where = [row.subdistrictName, row.siteTypeName].filter((one) => one !== null).join(' · ')
  return (
    <li className="observation">
      <div className="observation-head">
        <p className="observation-place">
          {siteId === null ? (
            place
          ) : (
            <Link to="/sites/$id" params={{ id: siteId }}>
              {place}
            </Link>
          )}
        </p>
        <Verdict row={row} />
      </div>
      {where !== '' && <p className="observation-where">{where}</p>}
      {showCriterion && (
        <p className="observation-criterion">
          {criterion ? `${criterion.code} ${criterion.text}` : m['office.scores.unresolved']()}
        </p>
      )}
      {note !== '' && <p className="observation-note">{note}</p>}
      {visitId !== null && row.photoIds.length > 0 && <Photos visitId={visitId} ids={row.photoIds} />}
      {row.alongside > 1 && (
        <p className="observation-where">{m['office.scores.alongside']({ count: String(row.alongside) })}</p>
      )}
      <Responsible row={row} />
      <p className="observation-foot">
        <span>
          {row.round.name} · {formatMoment(row.observedAt)}
        </span>
        {row.serial !== null && <span>{m['office.scores.serial']({ serial: row.serial })}</span>}
        {visitId !== null && (
          <Link to="/visits/$id" params={{ id: visitId }}>
            {m['office.scores.toVisit']()}
          </Link>
        )}
      </p>
    </li>
  )
}

/** What was seen, in a word, and the points it cost. */
function Verdict({ row: { outcome, share, lost, violationCount } }: { row: Behind }) {
  return (
    <p className="observation-verdict">
      {violationCount > 0 && <span>{m['office.scores.violations']({ count: String(violationCount) })}</span>}
      {outcome === 'notApplicable' && <StatusTag>{m['office.scores.basis.notApplicable']()}</StatusTag>}
      {outcome === 'problem' && <StatusTag tone="alarm">{m['office.scores.problem']()}</StatusTag>}
      {share !== null && (
        <StatusTag tone={share.fraction === '1' ? 'good' : isNothing(share) ? 'alarm' : 'caution'}>
          {percentText(share)}
        </StatusTag>
      )}
      {!isNothing(lost) && (
        <strong className="observation-lost">
          {m['office.scores.lostPoints']({ points: finePointsText(lost) })}
        </strong>
      )}
    </p>
  )
}

function Responsible({ row: { responsible } }: { row: Behind }) {
  if (responsible.length === 0)
    return <p className="observation-who score-nobody">{m['office.scores.unassigned']()}</p>
  return (
    <ul className="observation-who">
      {responsible.map(({ organization, role, share }) => (
        <li key={`${organization.id} ${role}`}>
          <span className="observation-role">{m[`dutyRole.${role}`]()}</span>
          <Link to="/organizations/$id" params={{ id: organization.id }}>
            {organization.name}
          </Link>
          {share !== null && ` ${share}%`}
        </li>
      ))}
    </ul>
  )
}

function Photos({ visitId, ids }: { visitId: string; ids: readonly string[] }) {
  return (
    <ul className="observation-photos">
      {ids.map((photoId, index) => {
        const input = { params: { id: visitId, photoId } }
        return (
          <li key={photoId}>
            <a href={addressOf('getVisitPhoto', input)} target="_blank" rel="noreferrer">
              <img
                src={addressOf('getVisitPhotoThumbnail', input)}
                alt={m['office.scores.photo']({ number: String(index + 1) })}
                loading="lazy"
              />
            </a>
          </li>
        )
      })}
    </ul>
  )
}
