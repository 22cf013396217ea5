import { m } from '@chuangcheng/messages'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import type { AssessmentList, Choice } from './score-queries.ts'
import { closed } from './score-search.ts'
import { assessmentKindName } from './score-words.ts'

const route = getRouteApi('/frame/scores')

type Props = { list: AssessmentList; choice: Choice }

/** Several rounds by their ids, which no entry of the list stands for. */
const isSeveral = ({ rounds }: Choice): boolean => rounds?.includes(',') ?? false

/** Chooses what is scored: an assessment, or a round by itself. */
export function ScoreChoice({ list, choice }: Props) {
  const navigate = useNavigate()
  const search = route.useSearch()
  const options = [
    {
      label: m['office.scores.assessments'](),
      options: list.items.map(({ id, name, kind }) => ({
        value: `a:${id}`,
        label: name,
        detail: assessmentKindName(kind),
      })),
    },
    {
      label: m['office.scores.rounds'](),
      options: list.rounds.map(({ id, name, version }) => ({
        value: `r:${id}`,
        label: name,
        detail: version.label,
      })),
    },
  ].filter((group) => group.options.length > 0)
  const value = choice.assessmentId ? `a:${choice.assessmentId}` : `r:${choice.rounds ?? ''}`
  return (
    <Select
      className="score-choice"
      aria-label={m['office.scores.choose']()}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      value={isSeveral(choice) ? null : value}
      placeholder={m['office.scores.severalRounds']()}
      options={options}
      optionRender={({ data }) => (
        <>
          {data.label}
          {'detail' in data && <span className="option-detail">{String(data.detail)}</span>}
        </>
      )}
      onChange={(chosen) => {
        if (chosen === null) return
        const id = chosen.slice(2)
        const what = chosen.startsWith('a:')
          ? { assessment: id, rounds: undefined }
          : { rounds: id, assessment: undefined }
        void navigate({ to: '/scores', search: { ...closed(search), ...what } })
      }}
    />
  )
}
