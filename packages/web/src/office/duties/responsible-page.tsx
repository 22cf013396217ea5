import { m } from '@chuangcheng/messages'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { AutoComplete, Button, Select } from 'antd'
import { useId, useState } from 'react'
import { call } from '../../shared/api/client.ts'
import { DayInput } from '../../shared/form/day-input.tsx'
import { localToday, textOrNull } from '../../shared/form/field-values.ts'
import { SitePicker } from '../../shared/form/site-picker.tsx'
import { useFrameworkTree } from '../../shared/framework/framework-versions.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Facts } from '../../shared/ui/facts.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { useDutiesVersion } from './duties-frame.tsx'
import { type Question, type Responsibility, useResponsible } from './duty-queries.ts'
import { ROLE_TONES, roleName, shareText, targetName } from './duty-words.ts'
import { useCategories } from './use-categories.ts'

/** Who is responsible for this site and item on this day, why, and who stood behind (谁负责？). */
export function ResponsiblePage() {
  const { chosen } = useDutiesVersion()
  const [asked, setAsked] = useState<Question>(() => ({ day: localToday(new Date()) }))
  const question = { ...asked, versionId: chosen?.id }
  const isAsked = Boolean(asked.siteId ?? asked.itemId ?? asked.criterionId ?? asked.category)
  const answer = useResponsible(question)
  return (
    <div className="panels-side">
      <Panel title={m['office.duties.ask.title']()}>
        <QuestionFields
          question={question}
          onChange={(change) => setAsked((before) => ({ ...before, ...change }))}
        />
      </Panel>
      <Panel title={m['office.duties.ask.answer']()}>
        {!isAsked && (
          <EmptyState title={m['office.duties.ask.nothing']()} hint={m['office.duties.ask.nothingHint']()} />
        )}
        {isAsked && answer.isPending && <PlaceholderLines lines={4} />}
        <ProblemNotice
          error={answer.error}
          action={<Button onClick={() => void answer.refetch()}>{m['office.problem.again']()}</Button>}
        />
        {isAsked && answer.data && <Answer answer={answer.data} />}
      </Panel>
    </div>
  )
}

type FieldsProps = { question: Question; onChange: (change: Question) => void }

function QuestionFields({ question, onChange }: FieldsProps) {
  const id = useId()
  const categories = useCategories()
  return (
    <div className="duty-form">
      <Field id={`${id}-site`} label={m['office.duties.site']()}>
        <SitePicker
          id={`${id}-site`}
          value={question.siteId ?? null}
          onChange={(siteId) => onChange({ siteId: siteId ?? undefined, itemId: undefined })}
        />
      </Field>
      <Field id={`${id}-item`} label={m['office.duties.ask.item']()}>
        <ItemSelect id={`${id}-item`} question={question} onChange={onChange} />
      </Field>
      <Field id={`${id}-criterion`} label={m['office.duties.criterion']()}>
        <CriterionSelect id={`${id}-criterion`} question={question} onChange={onChange} />
      </Field>
      <Field id={`${id}-category`} label={m['office.duties.category']()}>
        <AutoComplete
          id={`${id}-category`}
          allowClear
          maxLength={60}
          showSearch={{ filterOption: true }}
          options={categories.map((value) => ({ value }))}
          value={question.category ?? ''}
          onChange={(category: string) => onChange({ category: textOrNull(category) ?? undefined })}
        />
      </Field>
      <Field id={`${id}-day`} label={m['office.duties.ask.day']()}>
        <DayInput
          id={`${id}-day`}
          value={question.day ?? null}
          onChange={(day) => onChange({ day: day ?? undefined })}
        />
      </Field>
    </div>
  )
}

function Field({ id, label, children }: { id: string; label: string; children: React.ReactNode }) {
  return (
    <div>
      <label htmlFor={id} className="duty-form-label">
        {label}
      </label>
      {children}
    </div>
  )
}

/** The items that are looked at on the chosen site: those of the checklists of its type. */
async function listItems(siteId: string, signal: AbortSignal) {
  const site = await call('getSite', { params: { id: siteId }, signal })
  const { items: checklists } = await call('listChecklists', {
    query: { siteTypeId: site.type.id },
    signal,
  })
  const versions = await Promise.all(
    checklists.flatMap(({ published }) =>
      published ? [call('getChecklistVersion', { params: { id: published.id }, signal })] : [],
    ),
  )
  return versions.flatMap(({ items }) => items)
}

function ItemSelect({ id, question, onChange }: FieldsProps & { id: string }) {
  const siteId = question.siteId ?? ''
  const { data, isFetching } = useQuery({
    queryKey: ['checklists', 'items-of-site', siteId],
    queryFn: ({ signal }) => listItems(siteId, signal),
    enabled: siteId !== '',
  })
  return (
    <Select
      id={id}
      allowClear
      disabled={siteId === ''}
      loading={isFetching}
      placeholder={siteId === '' ? m['office.duties.ask.siteFirst']() : m['office.form.typeToFind']()}
      showSearch={{ optionFilterProp: 'label' }}
      value={question.itemId ?? null}
      options={(data ?? []).map((item) => ({ value: item.id, label: `${item.code} ${item.text}` }))}
      onChange={(itemId: string | null | undefined) => onChange({ itemId: itemId ?? undefined })}
    />
  )
}

function CriterionSelect({ id, question, onChange }: FieldsProps & { id: string }) {
  const { data, isLoading } = useFrameworkTree(question.versionId)
  const criteria = (data?.items ?? []).filter(({ kind }) => kind === 'criterion')
  return (
    <Select
      id={id}
      allowClear
      loading={isLoading}
      placeholder={m['office.form.typeToFind']()}
      showSearch={{ optionFilterProp: 'label' }}
      value={question.criterionId ?? null}
      options={criteria.map((node) => ({ value: node.id, label: `${node.code} ${node.text}` }))}
      onChange={(criterionId: string | null | undefined) =>
        onChange({ criterionId: criterionId ?? undefined })
      }
    />
  )
}

function Answer({ answer }: { answer: Responsibility }) {
  const { because, text, organizations, holder, supervisor, behind } = answer
  return (
    <div aria-live="polite">
      <p className="answer-sentence">{text}</p>
      {because !== 'none' && (
        <ul className="answer-list">
          {organizations.map(({ id, name, role, share, dutyId }) => (
            <li key={dutyId}>
              <StatusTag tone={ROLE_TONES[role]}>{roleName(role)}</StatusTag>
              <strong>
                <Link to="/organizations/$id" params={{ id }}>
                  {name}
                </Link>
              </strong>
              {share !== null && <span>{shareText(share)}</span>}
            </li>
          ))}
        </ul>
      )}
      {behind.length > 0 && (
        <div className="answer-behind">
          <h3>{m['office.duties.ask.behind']()}</h3>
          <ul>
            {behind.map(({ target, organization, role }) => (
              <li key={`${target} ${organization.id} ${role}`}>
                <StatusTag>{targetName(target)}</StatusTag>
                <span>{organization.name}</span>
                <span className="task-line">{roleName(role)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {(holder ?? supervisor) && (
        <div className="answer-facts">
          <Facts
            facts={[
              { term: m['office.duties.ask.holder'](), value: holder?.name ?? null },
              { term: m['office.duties.ask.supervisor'](), value: supervisor?.name ?? null },
            ]}
          />
        </div>
      )}
    </div>
  )
}
