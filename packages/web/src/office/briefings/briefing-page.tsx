import './briefings.css'
import '../../shared/ui/panel.css'
import '../../shared/ui/data-table.css'
import { m } from '@chuangcheng/messages'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { formatMoment } from '../../shared/language/format.ts'
import { Facts } from '../../shared/ui/facts.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { BriefingFiles } from './briefing-files.tsx'
import { type BriefingView, type FigureSummary, useBriefing } from './briefing-queries.ts'

const route = getRouteApi('/frame/briefings/$id')

/** One briefing: its files, what it was made from, and every figure in it. */
export function BriefingPage() {
  const { id } = route.useParams()
  const { data, error, isPending, refetch } = useBriefing(id)
  return (
    <>
      <PageHeader
        title={data?.title ?? m['office.briefings.title']()}
        trail={[{ label: m['office.briefings.title'](), link: { to: '/briefings' } }]}
        lead={data?.documentNumber}
        actions={data && <BriefingFiles id={id} prominent />}
      />
      <ProblemNotice
        error={error}
        action={<Button onClick={() => void refetch()}>{m['office.problem.again']()}</Button>}
      />
      {isPending && (
        <div className="sheet data-table-pending">
          <PlaceholderLines lines={8} />
        </div>
      )}
      {data && <View briefing={data} />}
    </>
  )
}

function View({ briefing }: { briefing: BriefingView }) {
  const { version, rounds, assessment, watermark, madeAt, madeByName, figures } = briefing
  return (
    <div className="briefing-view">
      <Panel title={m['office.briefings.about']()}>
        <Facts
          facts={[
            { term: m['office.briefings.issuer'](), value: briefing.issuer },
            { term: m['office.briefings.addressee'](), value: briefing.addressee },
            { term: m['office.briefings.signedOn'](), value: briefing.signedOn },
            ...(assessment ? [{ term: m['office.briefings.assessment'](), value: assessment.name }] : []),
            { term: m['office.briefings.rounds'](), value: <Rounds rounds={rounds} /> },
            { term: m['office.briefings.framework'](), value: `${version.frameworkName} ${version.label}` },
            { term: m['office.briefings.watermark'](), value: String(watermark) },
            {
              term: m['office.briefings.made'](),
              value: m['office.briefings.madeBy']({ name: madeByName ?? '', at: formatMoment(madeAt) }),
            },
          ]}
        />
      </Panel>
      <Panel title={m['office.briefings.figures']()} flush>
        <p className="figures-lead">{m['office.briefings.figuresLead']()}</p>
        <ul className="figures-list">
          {figures.map((figure) => (
            <FigureLine key={figure.id} figure={figure} />
          ))}
        </ul>
      </Panel>
    </div>
  )
}

function Rounds({ rounds }: Pick<BriefingView, 'rounds'>) {
  return (
    <ul className="briefing-rounds">
      {rounds.map(({ id, name }) => (
        <li key={id}>
          <Link to="/scores" search={{ rounds: id }}>
            {name}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function FigureLine({ figure: { id, number, key, words, shown } }: { figure: FigureSummary }) {
  return (
    <li className="figure-line">
      <span className="figure-number">[{number}]</span>
      <div className="figure-line-text">
        <p>
          <Link to="/figures/$id" params={{ id }}>
            {m[`figureName.${key}`]()}
          </Link>
        </p>
        <p className="figure-words">{words}</p>
      </div>
      <strong className="figure-shown">{shown === '' ? m['office.briefings.table']() : shown}</strong>
    </li>
  )
}
