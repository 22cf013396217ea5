import '../rules/rules.css'
import { m } from '@chuangcheng/messages'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { call } from '../../../shared/api/client.ts'
import { OrganizationPicker } from '../../../shared/form/organization-picker.tsx'
import { formatCount } from '../../../shared/language/format.ts'
import { useMay } from '../../../shared/session/session.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { LinkButton } from '../../../shared/ui/link-button.tsx'
import { ProblemNotice } from '../../../shared/ui/problem-notice.tsx'
import { type DutyMatrix, type FrameworkNode, forgetVersion, type Version } from '../framework-queries.ts'
import type { Forest } from '../framework-tree.ts'
import { assignLead, leadsOf } from '../lead-field.tsx'
import { CriterionHead } from './criterion-head.tsx'
import { ledCriteria } from './guide-progress.ts'
import { QueueSheet } from './queue-sheet.tsx'
import { suggestLeads } from './suggest-leads.ts'
import { type Queue, useQueue } from './use-queue.ts'
import { useQueueKeys } from './use-queue-keys.ts'

type Props = { version: Version; forest: Forest<FrameworkNode>; matrix: DutyMatrix }

/** As many as there are keys that are easy to reach. */
const MOST_SUGGESTIONS = 6
const MANY_ORGANIZATIONS = 500

/** Who leads, one criterion after another: press the number of the organization, the next one comes. */
export function LeadsStep({ version, forest, matrix }: Props) {
  const mayAssign = useMay()('duty.edit')
  const led = ledCriteria(matrix)
  const open = [...forest.byId.values()].filter(({ kind, id }) => kind === 'criterion' && !led.has(id))
  const queue = useQueue(open.map(({ id }) => id))
  const [lastId, setLastId] = useState<string | null>(null)
  const organizations = useOrganizations()
  const node = queue.current === null ? undefined : forest.byId.get(queue.current)
  if (!node || !mayAssign) {
    return (
      <div className="sheet">
        <EmptyState
          title={
            mayAssign
              ? m['office.frameworks.guide.leadsDone']()
              : m['office.frameworks.guide.leadsNotYours']()
          }
        />
      </div>
    )
  }
  if (organizations.data?.length === 0) {
    return (
      <div className="sheet">
        <EmptyState
          title={m['office.frameworks.guide.noOrganizations']()}
          hint={m['office.frameworks.guide.noOrganizationsHint']()}
          action={
            <LinkButton prominent to="/organizations/import">
              {m['office.frameworks.guide.importOrganizations']()}
            </LinkButton>
          }
        />
      </div>
    )
  }
  return (
    <QueueSheet title={m['office.frameworks.guide.leads']()} queue={queue} forest={forest}>
      <LeadCard
        key={node.id}
        version={version}
        forest={forest}
        matrix={matrix}
        node={node}
        queue={queue}
        organizations={organizations.data ?? []}
        lastId={lastId}
        onAssigned={setLastId}
      />
    </QueueSheet>
  )
}

type Organization = { id: string; name: string; shortName: string | null }

const useOrganizations = () =>
  useQuery({
    queryKey: ['organizations', 'leads'],
    queryFn: async ({ signal }): Promise<Organization[]> =>
      (await call('listOrganizations', { query: { limit: MANY_ORGANIZATIONS }, signal })).items,
  })

type CardProps = Props & {
  node: FrameworkNode
  queue: Queue
  organizations: readonly Organization[]
  /** whom the one before was given to */
  lastId: string | null
  onAssigned: (organizationId: string) => void
}

function LeadCard(props: CardProps) {
  const { version, forest, matrix, node, queue, organizations, lastId, onAssigned } = props
  const queries = useQueryClient()
  const alike = [...queue.open].filter(
    (id) => id !== node.id && node.leadHint !== '' && forest.byId.get(id)?.leadHint === node.leadHint,
  )
  const [together, setTogether] = useState(true)
  const choices = choicesFor(node.leadHint, organizations, lastId)
  const leads = leadsOf(matrix, node.id)
  const assigning = useMutation({
    mutationFn: async (organizationId: string) => {
      const ids = [node.id, ...(together ? alike : [])]
      const criteria = ids.flatMap((id) => forest.byId.get(id) ?? [])
      await assignLead(version.id, criteria, organizationId)
      onAssigned(organizationId)
      queue.goOn(new Set(ids))
    },
    // What was given before something was refused is given.
    onSettled: () => forgetVersion(queries, version.id),
  })
  useQueueKeys(queue, (event) => {
    const inField = event.target instanceof HTMLElement && event.target.matches('input:not([type=checkbox])')
    const choice = choices[Number(event.key) - 1]
    if (inField || event.ctrlKey || event.altKey || event.metaKey || !choice || assigning.isPending) return
    assigning.mutate(choice.id)
  })
  return (
    <div className="queue-form">
      <CriterionHead node={node} forest={forest} />
      {leads.length > 0 && (
        <p className="notice notice-done">
          {m['office.frameworks.guide.ledBy']({
            names: leads.map(({ name }) => name).join(m['office.history.listComma']()),
          })}
        </p>
      )}
      <p className="node-hint">
        {node.leadHint === ''
          ? m['office.frameworks.guide.noHint']()
          : m['office.frameworks.leadHint']({ words: node.leadHint })}
      </p>
      <ol className="lead-choices">
        {choices.map(({ id, name }, place) => (
          <li key={id}>
            <Button disabled={assigning.isPending} onClick={() => assigning.mutate(id)}>
              <kbd>{place + 1}</kbd> {name}
              {id === lastId && (
                <span className="lead-last">{m['office.frameworks.guide.sameAsLast']()}</span>
              )}
            </Button>
          </li>
        ))}
      </ol>
      <div className="rule-field">
        <span>{m['office.frameworks.guide.otherLead']()}</span>
        <OrganizationPicker
          label={m['office.frameworks.guide.otherLead']()}
          clearable={false}
          onChange={(id) => id !== null && assigning.mutate(id)}
        />
      </div>
      {alike.length > 0 && (
        <Checkbox checked={together} onChange={(event) => setTogether(event.target.checked)}>
          {m['office.frameworks.guide.together']({ count: formatCount(alike.length) })}
        </Checkbox>
      )}
      <ProblemNotice error={assigning.error} />
      <div className="queue-buttons">
        <Button onClick={() => queue.goBy(-1)}>{m['office.frameworks.guide.previous']()}</Button>
        <Button onClick={() => queue.goOn()}>{m['office.frameworks.guide.skip']()}</Button>
      </div>
    </div>
  )
}

/** Whom the hint may mean, and whom the one before was given to. */
function choicesFor(hint: string, organizations: readonly Organization[], lastId: string | null) {
  const suggested = suggestLeads(hint, organizations, MOST_SUGGESTIONS)
  const last = organizations.find(({ id }) => id === lastId)
  return last && !suggested.includes(last) ? [...suggested, last] : suggested
}
