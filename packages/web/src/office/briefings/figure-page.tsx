import './briefings.css'
import '../../shared/ui/panel.css'
import '../../shared/ui/data-table.css'
import { m } from '@chuangcheng/messages'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { formatMoment } from '../../shared/language/format.ts'
import { Facts } from '../../shared/ui/facts.tsx'
import { LinkButton } from '../../shared/ui/link-button.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { type Figure, useFigure, useRetaken } from './briefing-queries.ts'
import { FigureTable } from './figure-table.tsx'
import { KeptCases } from './kept-cases.tsx'

const route = getRouteApi('/frame/figures/$id')

/** One figure as it was printed: the value, the query in words, and whether it still comes out the same. */
export function FigurePage() {
  const { id } = route.useParams()
  const { data, error, isPending, refetch } = useFigure(id)
  return (
    <>
      <PageHeader
        title={data ? m[`figureName.${data.key}`]() : m['office.figure.title']()}
        trail={
          data
            ? [
                { label: m['office.briefings.title'](), link: { to: '/briefings' } },
                {
                  label: data.briefing.name,
                  link: { to: '/briefings/$id', params: { id: data.briefing.id } },
                },
              ]
            : []
        }
        aside={data && <Retaken id={id} />}
        lead={data?.words}
        actions={data && <Behind figure={data} />}
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
      {data && <View figure={data} />}
    </>
  )
}

/** Taken again at its watermark: the same, or not. */
function Retaken({ id }: { id: string }) {
  const { data, error, isPending } = useRetaken(id)
  if (isPending) return <StatusTag>{m['office.figure.retaking']()}</StatusTag>
  if (error || !data) return <StatusTag tone="caution">{m['office.figure.notRetaken']()}</StatusTag>
  return (
    <StatusTag tone={data.same ? 'good' : 'alarm'}>
      {data.same ? m['office.figure.same']() : m['office.figure.different']()}
    </StatusTag>
  )
}

/** The observations that feed it, as they stand now; the cases it kept stand below. */
function Behind({ figure: { key, rounds } }: { figure: Figure }) {
  if (key.startsWith('cases.')) return null
  return (
    <LinkButton to="/scores" search={{ rounds: rounds.map(({ id }) => id).join(','), behind: 'all' }}>
      {m['office.figure.observations']()}
    </LinkButton>
  )
}

function View({ figure }: { figure: Figure }) {
  const { value, now, number, watermark, takenAt, rounds } = figure
  return (
    <div className="briefing-view">
      <Panel title={m['office.figure.asPrinted']()}>
        {value.kind === 'number' && now.kind === 'number' && (
          <p className="figure-value-line">
            <strong className="figure-printed">{value.shown}</strong>
            <span>{m['office.figure.now']({ value: now.shown })}</span>
          </p>
        )}
        <Facts
          facts={[
            { term: m['office.figure.number'](), value: `[${number}]` },
            ...(value.kind === 'number'
              ? [{ term: m['office.figure.exact'](), value: value.exact ?? '' }]
              : []),
            { term: m['office.briefings.watermark'](), value: String(watermark) },
            { term: m['office.figure.takenAt'](), value: formatMoment(takenAt) },
            {
              term: m['office.briefings.rounds'](),
              value: rounds.map(({ name }) => name).join(m['office.history.listComma']()),
            },
          ]}
        />
      </Panel>
      {value.kind === 'table' && <FigureTable figure={figure} table={value} />}
      {figure.cases && <KeptCases cases={figure.cases} hiddenCount={figure.hiddenCaseCount} />}
    </div>
  )
}
