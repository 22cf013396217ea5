import '../../shared/ui/data-table.css'
import '../../shared/ui/rows.css'
import { m } from '@chuangcheng/messages'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { call, type Response } from '../../shared/api/client.ts'
import { formatCount } from '../../shared/language/format.ts'
import { useMay } from '../../shared/session/session.ts'
import { LinkButton } from '../../shared/ui/link-button.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { PlaceholderLines } from '../../shared/ui/placeholder-lines.tsx'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { forgetVersion, keepNode, useTree } from './framework-queries.ts'
import { RowsByAndBy } from './rows-by-and-by.tsx'
import { WordChanges } from './word-changes.tsx'

const DECISIONS_AT_FIRST = 20

type Decision = Response<'listFrameworkDecisions'>['items'][number]

/** Criteria that are new or say something else than before: who answers for them must be decided again. */
export function DecisionList({ versionId }: { versionId: string }) {
  const { data, error, isPending } = useQuery({
    queryKey: ['frameworks', versionId, 'decisions'],
    queryFn: ({ signal }) => call('listFrameworkDecisions', { params: { id: versionId }, signal }),
  })
  if (data?.items.length === 0) return null
  return (
    <Panel
      title={m['office.frameworks.decide.title']()}
      aside={data && <StatusTag tone="caution">{formatCount(data.items.length)}</StatusTag>}
      flush
    >
      {isPending && (
        <div className="data-table-pending">
          <PlaceholderLines lines={3} />
        </div>
      )}
      <ProblemNotice error={error} />
      <RowsByAndBy rows={data?.items ?? []} atFirst={DECISIONS_AT_FIRST}>
        {(decision) => <DecisionLine key={decision.nodeId} versionId={versionId} decision={decision} />}
      </RowsByAndBy>
    </Panel>
  )
}

function DecisionLine({ versionId, decision }: { versionId: string; decision: Decision }) {
  const { nodeId, code, text, previousText, why, dutyCount, mappingCount } = decision
  const mayEdit = useMay()('framework.edit')
  const queries = useQueryClient()
  const node = useTree(versionId).data?.items.find(({ id }) => id === nodeId)
  const settling = useMutation({
    mutationFn: async () => {
      const body = { basedOn: node?.revision ?? 1, settled: true }
      keepNode(queries, versionId, await call('changeFrameworkNode', { params: { id: nodeId }, body }))
    },
    onSuccess: () => forgetVersion(queries, versionId),
  })
  return (
    <li className="row">
      <span className="compare-tag">
        <StatusTag tone={why === 'added' ? 'good' : 'caution'}>
          {why === 'added'
            ? m['office.frameworks.compare.added']()
            : m['office.frameworks.compare.reworded']()}
        </StatusTag>
      </span>
      <div className="row-text">
        <p>
          <Link
            to="/frameworks/$versionId"
            params={{ versionId }}
            search={{ node: nodeId, field: 'duties' }}
            className="flaw-code"
          >
            {code}
          </Link>{' '}
          {previousText === null ? text : <WordChanges before={previousText} after={text} />}
        </p>
        <p className="row-detail">
          {why === 'added' && dutyCount === 0
            ? m['office.frameworks.decide.nobody']()
            : m['office.frameworks.decide.has']({
                duties: formatCount(dutyCount),
                mappings: formatCount(mappingCount),
              })}
        </p>
        <ProblemNotice error={settling.error} />
      </div>
      {mayEdit && why === 'reworded' && (
        <Button loading={settling.isPending} onClick={() => settling.mutate()}>
          {m['office.frameworks.decide.keep']()}
        </Button>
      )}
      {mayEdit && why === 'added' && dutyCount === 0 && (
        <LinkButton
          to="/frameworks/$versionId"
          params={{ versionId }}
          search={{ node: nodeId, field: 'duties' }}
        >
          {m['office.frameworks.decide.give']()}
        </LinkButton>
      )}
    </li>
  )
}
