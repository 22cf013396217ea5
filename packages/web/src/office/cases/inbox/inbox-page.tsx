import '../cases.css'
import { m } from '@chuangcheng/messages'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { call } from '../../../shared/api/client.ts'
import { formatCount } from '../../../shared/language/format.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { ListFrame } from '../case-list.tsx'
import { forgetCases, type UnassignedCase, useUnassigned } from '../case-queries.ts'
import { CaseTabs } from '../case-tabs.tsx'
import { endOfDay } from '../case-words.ts'
import { InboxBar } from './inbox-bar.tsx'
import { InboxRow } from './inbox-row.tsx'

/** To whom each case is to go, by the reader's choice. */
type Choices = ReadonlyMap<string, string>
type Refusals = ReadonlyMap<string, string>

/** The inbox of what nobody owns (待分派): each with the organizations it could go to; many are given away at once. */
export function InboxPage() {
  const list = useUnassigned()
  const { choices, choose, chooseLikeliest, refusals, giving } = useGiving(list.rows)
  return (
    <>
      <PageHeader title={m['office.nav.cases']()} lead={m['office.inbox.lead']()} />
      <CaseTabs current="unassigned" />
      {giving.isSuccess && refusals.size === 0 && (
        <p className="notice notice-done case-done" role="status">
          {m['office.inbox.given']({ count: formatCount(giving.data.length) })}
        </p>
      )}
      <div className="sheet case-sheet">
        <ListFrame
          list={list}
          empty={<EmptyState title={m['office.inbox.none']()} hint={m['office.inbox.noneHint']()} />}
        >
          <ul className="case-list" aria-label={m['office.cases.tab.unassigned']()}>
            {list.rows.map((row) => (
              <InboxRow
                key={row.id}
                row={row}
                chosen={choices.get(row.id) ?? null}
                refusal={refusals.get(row.id)}
                onChoose={(organizationId) => choose([row], organizationId)}
              />
            ))}
          </ul>
        </ListFrame>
      </div>
      {list.rows.length > 0 && (
        <InboxBar
          chosen={choices.size}
          likely={list.rows.filter(({ likely }) => likely.length > 0).length}
          isGiving={giving.isPending}
          error={giving.error}
          onChooseLikeliest={chooseLikeliest}
          onClear={() => choose(list.rows, null)}
          onGive={(day) => giving.mutate(day)}
        />
      )}
    </>
  )
}

function useGiving(rows: readonly UnassignedCase[]) {
  const queries = useQueryClient()
  const [choices, setChoices] = useState<Choices>(new Map())
  const [refusals, setRefusals] = useState<Refusals>(new Map())
  const choose = (chosen: readonly UnassignedCase[], organizationId: string | null) =>
    setChoices((before) => {
      const next = new Map(before)
      for (const { id } of chosen) {
        if (organizationId === null) next.delete(id)
        else next.set(id, organizationId)
      }
      return next
    })
  const chooseLikeliest = () =>
    setChoices(new Map(rows.flatMap(({ id, likely: [first] }) => (first ? [[id, first.id] as const] : []))))
  const giving = useMutation({
    mutationFn: async (day: string) => {
      const items = rows.flatMap(({ id, revision }) => {
        const organizationId = choices.get(id)
        return organizationId ? [{ id, stepId: newId(), basedOn: revision, organizationId }] : []
      })
      const answer = await call('dispatchCases', { body: { dueAt: endOfDay(day), items } })
      return answer.items
    },
    onSuccess: (answers) => {
      const refused = answers.flatMap(({ id, problem }) => (problem ? [[id, problem.text] as const] : []))
      setRefusals(new Map(refused))
      setChoices(new Map())
      forgetCases(queries)
    },
  })
  return { choices, choose, chooseLikeliest, refusals, giving }
}
