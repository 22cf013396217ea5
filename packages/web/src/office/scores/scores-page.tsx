import './scores.css'
import '../../shared/ui/panel.css'
import '../../shared/ui/data-table.css'
import { m } from '@chuangcheng/messages'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../shared/session/session.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { AddAssessmentDrawer, EditAssessmentDrawer } from './assessment-drawers.tsx'
import { BehindDrawer } from './behind-drawer.tsx'
import { ScoreChoice } from './score-choice.tsx'
import { ScoreFigures } from './score-figures.tsx'
import { type AssessmentList, type Choice, type Score, useAssessments, useScore } from './score-queries.ts'
import type { ScoreSearch } from './score-search.ts'
import { ScoreViews } from './score-views.tsx'
import { assessmentKindName } from './score-words.ts'

const route = getRouteApi('/frame/scores')

/** What is in the address, else the latest assessment, else the latest round. */
function choiceOf({ assessment, rounds }: ScoreSearch, list: AssessmentList | undefined): Choice {
  if (assessment !== undefined) return { assessmentId: assessment }
  if (rounds !== undefined) return { rounds }
  const [latest] = list?.items ?? []
  return latest ? { assessmentId: latest.id } : { rounds: list?.rounds[0]?.id }
}

/** What the observations of chosen rounds are worth, and who lost what (综合得分). */
export function ScoresPage() {
  const search = route.useSearch()
  const list = useAssessments()
  const choice = choiceOf(search, list.data)
  const score = useScore(choice)
  const isEmpty = list.data !== undefined && list.data.rounds.length === 0
  const error = list.error ?? score.error
  return (
    <>
      <PageHeader
        title={m['office.scores.title']()}
        lead={score.data ? leadOf(score.data) : m['office.scores.lead']()}
        actions={list.data && !isEmpty && <Actions list={list.data} choice={choice} />}
      />
      <ProblemNotice
        error={error}
        action={
          <Button onClick={() => void (list.error ? list.refetch() : score.refetch())}>
            {m['office.problem.again']()}
          </Button>
        }
      />
      {isEmpty && (
        <div className="sheet">
          <EmptyState title={m['office.scores.none']()} hint={m['office.scores.noneHint']()} />
        </div>
      )}
      {!isEmpty && !error && !score.data && (
        <div className="sheet data-table-pending">
          <PlaceholderLines lines={9} />
        </div>
      )}
      {score.data && !error && (
        <>
          <ScoreFigures score={score.data} />
          <ScoreViews score={score.data} choice={choice} />
          <BehindDrawer score={score.data} choice={choice} />
        </>
      )}
    </>
  )
}

function leadOf({ assessment, version, rounds }: Score): string {
  const names = rounds.map(({ name }) => name).join(m['office.history.listComma']())
  const framework = `${version.frameworkName} ${version.label}`
  return assessment
    ? m['office.scores.ofAssessment']({ kind: assessmentKindName(assessment.kind), framework, rounds: names })
    : m['office.scores.ofRounds']({ framework })
}

function Actions({ list, choice }: { list: AssessmentList; choice: Choice }) {
  const mayEdit = useMay()('assessment.edit')
  const [drawer, setDrawer] = useState<'add' | 'edit' | null>(null)
  const current = list.items.find(({ id }) => id === choice.assessmentId)
  const close = () => setDrawer(null)
  return (
    <>
      <ScoreChoice list={list} choice={choice} />
      {mayEdit && current && <Button onClick={() => setDrawer('edit')}>{m['office.scores.edit']()}</Button>}
      {mayEdit && (
        <Button type="primary" onClick={() => setDrawer('add')}>
          {m['office.scores.add']()}
        </Button>
      )}
      {drawer === 'add' && <AddAssessmentDrawer list={list} onClose={close} />}
      {drawer === 'edit' && current && (
        <EditAssessmentDrawer list={list} assessment={current} onClose={close} />
      )}
    </>
  )
}
