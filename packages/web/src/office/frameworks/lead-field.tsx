import { m } from '@chuangcheng/messages'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { localToday } from '../../shared/form/field-values.ts'
import { OrganizationPicker } from '../../shared/form/organization-picker.tsx'
import { useMay } from '../../shared/session/session.ts'
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx'
import {
  confirmGuesses,
  type DutyMatrix,
  type FrameworkNode,
  forgetVersion,
  useDutyMatrix,
} from './framework-queries.ts'

/** The organizations that lead a criterion. */
export function leadsOf(matrix: DutyMatrix | undefined, criterionId: string) {
  const duties = matrix?.items.find((item) => item.criterionId === criterionId)?.duties ?? []
  const ids = new Set(duties.filter(({ role }) => role === 'lead').map((duty) => duty.organizationId))
  return (matrix?.organizations ?? []).filter(({ id }) => ids.has(id))
}

type Led = Pick<FrameworkNode, 'id' | 'revision' | 'guesses'>

/** Gives criteria a lead from today on, which settles what was supposed; whoever led them before leads them no longer. */
export async function assignLead(
  versionId: string,
  criteria: readonly Led[],
  organizationId: string,
): Promise<void> {
  await call('assignDuties', {
    params: { id: versionId },
    body: {
      nodeIds: criteria.map(({ id }) => id),
      organizations: [{ id: organizationId, share: null }],
      role: 'lead',
      replace: true,
      validFrom: localToday(new Date()),
      validTo: null,
    },
  })
  const supposed = criteria.filter(({ guesses }) => guesses.includes('lead'))
  if (supposed.length > 0) await confirmGuesses(versionId, supposed, 'lead')
}

/** Who leads a criterion, in words. */
export function LeadNames({ versionId, nodeId }: { versionId: string; nodeId: string }) {
  const matrix = useDutyMatrix(versionId)
  const names = leadsOf(matrix.data, nodeId).map(({ name }) => name)
  return names.length === 0 ? '—' : names.join(m['office.history.listComma']())
}

/** Who leads a criterion, chosen at once; the draft's supposition stands beside it in its own words. */
export function LeadField({ versionId, node }: { versionId: string; node: FrameworkNode }) {
  const queries = useQueryClient()
  const mayAssign = useMay()('duty.edit')
  const matrix = useDutyMatrix(versionId)
  const leads = leadsOf(matrix.data, node.id)
  const assigning = useMutation({
    mutationFn: (id: string) => assignLead(versionId, [node], id),
    onSuccess: () => forgetVersion(queries, versionId),
  })
  return (
    <>
      {mayAssign ? (
        <OrganizationPicker
          label={m['office.frameworks.field.lead']()}
          clearable={false}
          value={assigning.isPending ? assigning.variables : (leads[0]?.id ?? null)}
          onChange={(id) => id !== null && assigning.mutate(id)}
        />
      ) : (
        <p>
          {leads.length === 0 ? '—' : leads.map(({ name }) => name).join(m['office.history.listComma']())}
        </p>
      )}
      {node.leadHint !== '' && (
        <p className="node-hint">{m['office.frameworks.leadHint']({ words: node.leadHint })}</p>
      )}
      <ProblemNotice error={assigning.error ?? matrix.error} />
    </>
  )
}
