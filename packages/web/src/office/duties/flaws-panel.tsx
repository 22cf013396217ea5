import CloseOutlined from '@ant-design/icons/CloseOutlined'
import RightOutlined from '@ant-design/icons/RightOutlined'
import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import type { DutyFlaw } from './duty-queries.ts'
import { flawName } from './duty-words.ts'

type Props = {
  code: DutyFlaw['code']
  flaws: readonly DutyFlaw[]
  onGo: (flaw: DutyFlaw) => void
  onClose: () => void
}

/** Gaps and overlaps of one sort, each leading to the place where it is mended. */
export function FlawsPanel({ code, flaws, onGo, onClose }: Props) {
  return (
    <section className="sheet flaws-panel" aria-label={flawName(code)}>
      <div className="flaws-head">
        <h2 className="sheet-title">{flawName(code)}</h2>
        <button
          type="button"
          className="organizations-remove"
          aria-label={m['office.form.close']()}
          onClick={onClose}
        >
          <CloseOutlined aria-hidden="true" />
        </button>
      </div>
      <ul className="flaws-list">
        {flaws.map((flaw) => (
          <li key={`${flaw.criterionId} ${flaw.targetName} ${flaw.text}`}>
            {flaw.criterionId === null ? (
              <Link to="/duties/on-site" className="flaw">
                <FlawText flaw={flaw} />
              </Link>
            ) : (
              <button type="button" className="flaw" onClick={() => onGo(flaw)}>
                <FlawText flaw={flaw} />
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function FlawText({ flaw }: { flaw: DutyFlaw }) {
  return (
    <>
      <span className="flaw-text">
        <strong>{flaw.targetName}</strong>
        <span>{flaw.text}</span>
      </span>
      <RightOutlined aria-hidden="true" />
    </>
  )
}
